using Microsoft.EntityFrameworkCore;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <inheritdoc cref="IStores"/>
internal sealed class StoreStore(ProcurementDb db, ISqlSession sql) : IStores
{
    public Task<Store?> Find(StoreId store, CancellationToken ct) => db.Tracked<Store>().FirstOrDefaultAsync(s => s.Id == store, ct);

    public Task<Place?> FindPlace(PlaceId place, CancellationToken ct) => db.Tracked<Place>().FirstOrDefaultAsync(p => p.Id == place, ct);

    public async Task<Lot?> FindLot(ItemId item, string code, CancellationToken ct) =>
        db.Set<Lot>().Local.FirstOrDefault(l => l.ItemId == item && l.Code == code)
        ?? await db.Tracked<Lot>().FirstOrDefaultAsync(l => l.ItemId == item && l.Code == code, ct);

    public async Task<Quantity> HeldAt(PlaceId place, CancellationToken ct) => Quantity.FromScaled(
        (await sql.Query($"SELECT SUM(qty) FROM stock_balance WHERE place_id = {place}", row => row.GetSum(0), ct))[0]);

    public async Task<bool> HoldsAnything(StoreId store, CancellationToken ct) =>
        await db.Set<StockBalanceRow>().AnyAsync(b => b.StoreId == store && b.Qty > 0, ct);

    public void Add(Store store) => db.Add(store);

    public void Add(Place place) => db.Add(place);

    public void Add(Lot lot) => db.Add(lot);
}
