namespace Ardalis.Specification;

/// <summary>A question about aggregates that has a name in the business. Made by deriving <see cref="Specification{T}"/>.</summary>
/// <remarks>
/// This folder speaks a small part of the Ardalis.Specification package's language under the same names, because the package index
/// lacks the package; with <c>-p:FullFeed=true</c> the package takes its place (docs/decisions/0010).
/// </remarks>
public interface ISpecification<T>
{
    ISpecificationBuilder<T> Query { get; }
}

/// <summary>A question that gives back rows shaped for one screen.</summary>
public interface ISpecification<T, TResult> : ISpecification<T>
{
    new ISpecificationBuilder<T, TResult> Query { get; }
}

/// <summary>Where the parts of a question are added, in the constructor of the specification.</summary>
public interface ISpecificationBuilder<T>
{
    Specification<T> Specification { get; }
}

/// <inheritdoc cref="ISpecificationBuilder{T}"/>
public interface ISpecificationBuilder<T, TResult> : ISpecificationBuilder<T>
{
    new Specification<T, TResult> Specification { get; }
}

/// <summary>After an order is given, further keys may break its ties.</summary>
public interface IOrderedSpecificationBuilder<T> : ISpecificationBuilder<T>;

/// <inheritdoc cref="IOrderedSpecificationBuilder{T}"/>
public interface IOrderedSpecificationBuilder<T, TResult> : ISpecificationBuilder<T, TResult>, IOrderedSpecificationBuilder<T>;
