using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.ListStores;

/// <summary>The stores of the caller's units in Persian order, page by page.</summary>
/// <param name="Search">What somebody typed; every word of it must be found in code or name.</param>
/// <param name="WithClosed">Whether closed stores are shown too.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(WarehousingPermissions.Read)]
public sealed record ListStores(string? Search = null, bool WithClosed = false, StockCursor? After = null) : IQuery<Result<StorePage>>;

/// <summary>Key of the last row of a page in name order.</summary>
public sealed record StockCursor(string SortKey, Guid Id);

public sealed record StorePage(IReadOnlyList<StoreRow> Rows, StockCursor? Next);

/// <param name="Id">The store.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="Items">Items with stock.</param>
/// <param name="Waiting">Items in quarantine.</param>
/// <param name="IsActive">Whether it takes new documents.</param>
/// <param name="ClosedThrough">The last day of its closed period.</param>
public sealed record StoreRow(
    StoreId Id, string Code, string Name, string NameEn, OrgUnitId UnitId, long Items, long Waiting, bool IsActive, DateOnly? ClosedThrough)
{
    public string UnitName { get; init; } = "";

    public string UnitNameEn { get; init; } = "";
}

public interface IStoreQueries
{
    Task<StorePage> Page(ListStores asked, UnitScope scope, CancellationToken ct);
}

internal sealed class ListStoresHandler(IStoreQueries queries, StoreSight sight, Organisation.ChartOfCall charts) : IQueryHandler<ListStores, Result<StorePage>>
{
    public async Task<Result<StorePage>> Handle(ListStores query, CancellationToken cancellationToken)
    {
        var page = await queries.Page(query, await sight.Scope(cancellationToken), cancellationToken);
        var chart = await charts.Get(cancellationToken);
        return page with
        {
            Rows = [.. page.Rows.Select(r => r with { UnitName = chart.Unit(r.UnitId)?.Name ?? "", UnitNameEn = chart.Unit(r.UnitId)?.NameEn ?? "" })],
        };
    }
}
