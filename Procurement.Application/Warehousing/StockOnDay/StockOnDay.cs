using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.StockOnDay;

/// <summary>What a store's book held of every item at the end of a day.</summary>
[Requires(WarehousingPermissions.Read)]
public sealed record StockOnDay(StoreId Store, DateOnly Day) : IQuery<Result<IReadOnlyList<StockOnDayRow>>>;

public sealed record StockOnDayRow(ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity Quantity);

public interface IStockOnDayQueries
{
    Task<IReadOnlyList<StockOnDayRow>> Of(StoreId store, DateOnly day, CancellationToken ct);
}

internal sealed class StockOnDayHandler(StoreSight sight, IStockOnDayQueries queries) : IQueryHandler<StockOnDay, Result<IReadOnlyList<StockOnDayRow>>>
{
    public async Task<Result<IReadOnlyList<StockOnDayRow>>> Handle(StockOnDay query, CancellationToken cancellationToken)
    {
        var store = await sight.Find(query.Store, cancellationToken);
        return store.Succeeded
            ? Result<IReadOnlyList<StockOnDayRow>>.Of(await queries.Of(query.Store, query.Day, cancellationToken))
            : store.Plain();
    }
}
