using System.Linq.Expressions;
using System.Reflection;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Pages through rows in the order of a text key and an id; a page costs the same wherever it lies.</summary>
/// <remarks>Needs an index on the two columns, in this order.</remarks>
internal static class KeysetPaging
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Orders the rows and leaves out those up to the last one of the page before.</summary>
    /// <param name="rows">The filtered rows.</param>
    /// <param name="key">A sort key whose byte order is the order wanted.</param>
    /// <param name="id">Tells rows with equal keys apart.</param>
    /// <param name="last">Key and id of the last row of the page before; null for the first page.</param>
    public static IQueryable<T> InOrder<T, TId>(
        this IQueryable<T> rows, Expression<Func<T, string>> key, Expression<Func<T, TId>> id, (string Key, TId Id)? last) where TId : struct, ITypedId<TId>
    {
        if (last is { } end) rows = rows.Where(After(key, id, new Place<TId>(end.Key, end.Id)));
        return rows.OrderBy(key).ThenBy(id);
    }

    /// <summary>
    /// <c>key >= @key AND (key &lt;> @key OR id > @id)</c>: the first half walks the index to the place, an OR of the two halves would not.
    /// </summary>
    private static Expression<Func<T, bool>> After<T, TId>(Expression<Func<T, string>> key, Expression<Func<T, TId>> id, Place<TId> last)
        where TId : struct, ITypedId<TId>
    {
        var row = key.Parameters[0];
        var rowId = new Renamed(id.Parameters[0], row).Visit(id.Body);
        var place = Expression.Constant(last); // its properties become parameters of the statement
        var lastKey = Expression.Property(place, nameof(Place<>.Key));
        var lastId = Expression.Property(place, nameof(Place<>.Id));
        var fromKey = Expression.GreaterThanOrEqual(Expression.Call(Compare, key.Body, lastKey), Expression.Constant(0));
        var greaterId = Expression.GreaterThan(rowId, lastId, false, ((Func<TId, TId, bool>)Place<TId>.Greater).Method);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(fromKey, Expression.OrElse(Expression.NotEqual(key.Body, lastKey), greaterId)), row);
    }

    private sealed record Place<TId>(string Key, TId Id) where TId : struct, ITypedId<TId>
    {
        /// <summary>What the comparison of ids in the statement means; both engines store ids in this order.</summary>
        public static bool Greater(TId left, TId right) => GuidOrder.ToBytes(left.Value).AsSpan().SequenceCompareTo(GuidOrder.ToBytes(right.Value)) > 0;
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
