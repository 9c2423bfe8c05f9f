using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.ListStock;

/// <summary>What a store has, item by item in Persian order, in quantity.</summary>
/// <param name="Store">The store.</param>
/// <param name="Search">What somebody typed; every word of it must be found in the item's code or names.</param>
/// <param name="Only">A narrower view.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(WarehousingPermissions.Read)]
public sealed record ListStock(StoreId Store, string? Search = null, StockFilter Only = StockFilter.InStock, StockCursor? After = null) : IQuery<Result<StockPage>>;

/// <summary>Which items of a store are shown.</summary>
public enum StockFilter
{
    /// <summary>Whatever lies in the store's book or in quarantine.</summary>
    InStock = 1,

    /// <summary>At or below the reorder point (نقطه سفارش).</summary>
    BelowReorder = 2,

    /// <summary>Waiting in quarantine.</summary>
    InQuarantine = 3,

    /// <summary>Every item that was ever in the store.</summary>
    Ever = 4,
}

public sealed record StockPage(IReadOnlyList<StockRow> Rows, StockCursor? Next);

public sealed record StockRow(
    ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity OnHand, Quantity Reserved, Quantity Staged, Quantity InQuarantine,
    Quantity? ReorderPoint)
{
    public Quantity Available => Quantity.FromScaled(OnHand.Scaled - Reserved.Scaled);

    public bool IsShort => ReorderPoint is { } point && Available <= point;
}

public interface IStockQueries
{
    Task<StockPage> Page(ListStock asked, CancellationToken ct);
}

internal sealed class ListStockHandler(StoreSight sight, IStockQueries queries) : IQueryHandler<ListStock, Result<StockPage>>
{
    public async Task<Result<StockPage>> Handle(ListStock query, CancellationToken cancellationToken)
    {
        var store = await sight.Find(query.Store, cancellationToken);
        return store.Succeeded ? await queries.Page(query, cancellationToken) : store.Plain();
    }
}
