using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <inheritdoc cref="ISpecification{T}"/>
public class Specification<T> : ISpecification<T>
{
    public ISpecificationBuilder<T> Query => new SpecificationBuilder<T>(this);

    internal List<Expression<Func<T, bool>>> Filters { get; } = [];

    internal List<OrderKey<T>> Order { get; } = [];

    internal List<string> Includes { get; } = [];

    internal List<string> Tags { get; } = [];

    internal int? Skipped { get; set; }

    internal int? Taken { get; set; }

    internal bool? Tracking { get; set; }
}

/// <inheritdoc cref="ISpecification{T,TResult}"/>
public class Specification<T, TResult> : Specification<T>, ISpecification<T, TResult>
{
    public new ISpecificationBuilder<T, TResult> Query => new SpecificationBuilder<T, TResult>(this);

    internal Expression<Func<T, TResult>>? Selector { get; set; }
}

/// <summary>One key of an order; only the first key of an order starts it anew.</summary>
internal sealed record OrderKey<T>(Expression<Func<T, object?>> By, bool Descending, bool First);

/// <param name="specification">The question under construction.</param>
/// <param name="skipsTies">The order was left out by its condition, so its tie-breakers are left out with it.</param>
internal class SpecificationBuilder<T>(Specification<T> specification, bool skipsTies = false) : IOrderedSpecificationBuilder<T>
{
    public Specification<T> Specification { get; } = specification;

    internal bool SkipsTies { get; } = skipsTies;
}

/// <inheritdoc cref="SpecificationBuilder{T}"/>
internal sealed class SpecificationBuilder<T, TResult>(Specification<T, TResult> specification, bool skipsTies = false)
    : SpecificationBuilder<T>(specification, skipsTies), IOrderedSpecificationBuilder<T, TResult>
{
    public new Specification<T, TResult> Specification { get; } = specification;
}
