using Microsoft.EntityFrameworkCore;

namespace Ardalis.Specification.EntityFrameworkCore;

/// <summary>Puts a specification to the database. Left out with <c>-p:FullFeed=true</c> (docs/decisions/0010).</summary>
public static class SpecificationQueries
{
    public static IQueryable<T> WithSpecification<T>(this IQueryable<T> source, ISpecification<T> specification) where T : class
    {
        var asked = specification.Query.Specification;
        var query = asked.Filters.Aggregate(source, (rows, filter) => rows.Where(filter));
        query = asked.Includes.Aggregate(query, (rows, path) => rows.Include(path));
        query = asked.Order.Aggregate(query, Sort);
        if (asked.Skipped is { } skip) query = query.Skip(skip);
        if (asked.Taken is { } take) query = query.Take(take);
        if (asked.Tracking is { } tracking) query = tracking ? query.AsTracking() : query.AsNoTracking();
        return asked.Tags.Aggregate(query, (rows, tag) => rows.TagWith(tag));
    }

    public static IQueryable<TResult> WithSpecification<T, TResult>(this IQueryable<T> source, ISpecification<T, TResult> specification) where T : class
    {
        var selector = specification.Query.Specification.Selector
            ?? throw new InvalidOperationException($"{specification.GetType().Name} does not say what to select.");
        return source.WithSpecification((ISpecification<T>)specification).Select(selector);
    }

    private static IQueryable<T> Sort<T>(IQueryable<T> rows, OrderKey<T> key) => (key.First, key.Descending) switch
    {
        (true, false) => rows.OrderBy(key.By),
        (true, true) => rows.OrderByDescending(key.By),
        (false, false) => ((IOrderedQueryable<T>)rows).ThenBy(key.By),
        (false, true) => ((IOrderedQueryable<T>)rows).ThenByDescending(key.By),
    };
}
