using Microsoft.EntityFrameworkCore;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class StockFacts(ProcurementDb db, ISqlSession sql) : IStockFacts
{
    public async Task<IReadOnlyList<StoreFact>> StoresIn(UnitScope scope, CancellationToken ct)
    {
        var stores = db.Set<Store>().Where(s => s.IsActive);
        if (!scope.All) stores = stores.Where(s => scope.Units.Contains(s.UnitId));
        return [.. (await stores.OrderBy(s => s.SortKey).ThenBy(s => s.Id).ToListAsync(ct)).Select(Fact)];
    }

    public async Task<StoreFact?> Store(StoreId store, CancellationToken ct) =>
        await db.Set<Store>().FirstOrDefaultAsync(s => s.Id == store, ct) is { } found ? Fact(found) : null;

    public async Task<IReadOnlyList<StockFact>> Of(StoreId store, IReadOnlyCollection<ItemId> items, CancellationToken ct)
    {
        var levels = await db.Set<StockLevelRow>().Where(l => l.StoreId == store && items.Contains(l.ItemId)).ToListAsync(ct);
        var known = levels.ToDictionary(l => l.ItemId, Fact);
        return [.. items.Distinct().Select(i => known.GetValueOrDefault(i) ?? new StockFact(store, i, Quantity.Zero, Quantity.Zero, Quantity.Zero))];
    }

    public async Task<IReadOnlyList<StockFact>> Everywhere(ItemId item, UnitScope scope, CancellationToken ct)
    {
        var levels =
            from level in db.Set<StockLevelRow>()
            join store in db.Set<Store>() on level.StoreId equals store.Id
            where level.ItemId == item && level.Booked > 0
            select new { level, store };
        if (!scope.All) levels = levels.Where(l => scope.Units.Contains(l.store.UnitId));
        return [.. (await levels.OrderBy(l => l.store.SortKey).ThenBy(l => l.store.Id).Select(l => l.level).ToListAsync(ct)).Select(Fact)];
    }

    public async Task<StorePlaces?> PlacesOf(StoreId store, CancellationToken ct)
    {
        var places = await db.Set<Place>().Where(p => p.StoreId == store && p.IsActive).OrderBy(p => p.Code).ToListAsync(ct);
        if (places.Count == 0) return null;

        StockPlace Standing(PlaceKind kind) => places.Find(p => p.Kind == kind)!.AsStockPlace;
        return new StorePlaces(
            Standing(PlaceKind.Quarantine), Standing(PlaceKind.Staged), Standing(PlaceKind.WithCarrier), Standing(PlaceKind.InTransit),
            Standing(PlaceKind.Entrusted), Standing(PlaceKind.Away),
            [.. places.Where(p => p.Kind == PlaceKind.Bin).Select(p => new BinFact(p.AsStockPlace, p.Code, p.Name))]);
    }

    public async Task<IReadOnlyList<BinStock>> PickOrder(StoreId store, ItemId item, CancellationToken ct) => await sql.Query(
        $"""
        SELECT b.place_id, p.code, b.lot_id, COALESCE(l.code, ''), l.expires_on, b.qty
        FROM stock_balance b JOIN place p ON p.id = b.place_id LEFT JOIN lot l ON l.id = b.lot_id
        WHERE b.store_id = {store} AND b.item_id = {item} AND b.place_kind = {PlaceKind.Bin} AND b.qty > 0
        ORDER BY CASE WHEN l.expires_on IS NULL THEN 1 ELSE 0 END, l.expires_on, p.code, b.place_id
        """,
        row => new BinStock(
            new StockPlace(row.GetId<PlaceId>(0), PlaceKind.Bin, store), row.GetString(1), LotOf(row.GetId<LotId>(2)), row.GetString(3),
            row.IsDBNull(4) ? null : row.GetDate(4), Quantity.FromScaled(row.GetInt64(5))), ct);

    public async Task<IReadOnlyList<HeldStock>> At(StockPlace place, CancellationToken ct)
    {
        var held = await db.Set<StockBalanceRow>().Where(b => b.PlaceId == place.Id && b.Qty > 0)
            .OrderBy(b => b.ItemId).ThenBy(b => b.LotId).ToListAsync(ct);
        return [.. held.Select(b => new HeldStock(b.ItemId, LotOf(b.LotId), Quantity.FromScaled(b.Qty)))];
    }

    public async Task<IReadOnlyList<ReservationFact>> ReservedBy(DocumentId document, CancellationToken ct)
    {
        var rows = await db.Set<ReservationRow>().Where(r => r.DocumentId == document).OrderBy(r => r.LineId).ThenBy(r => r.StoreId).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new ReservationFact(
                r.LineId, r.StoreId, r.ItemId, LotOf(r.LotId), Quantity.FromScaled(r.Reserved), Quantity.FromScaled(r.Consumed), Quantity.FromScaled(r.Released))),
        ];
    }

    public async Task<IReadOnlyList<LotFact>> LotsOf(ItemId item, CancellationToken ct) =>
        await db.Set<Lot>().Where(l => l.ItemId == item).OrderBy(l => l.Code).Select(l => new LotFact(l.Id, l.Code, l.ExpiresOn)).ToListAsync(ct);

    public async Task<IReadOnlyList<LineValue>> ValueOf(DocumentId document, CancellationToken ct) => await sql.Query(
        $"SELECT line_id, SUM(qty), SUM(rials) FROM value_entry WHERE document_id = {document} GROUP BY line_id ORDER BY line_id",
        row => new LineValue(row.GetUuid(0), new SignedQuantity(row.GetSum(1)), new SignedRials(row.GetSum(2))), ct);

    private static LotId? LotOf(LotId stored) => stored == default ? null : stored;

    private static StockFact Fact(StockLevelRow level) => new(
        level.StoreId, level.ItemId, Quantity.FromScaled(level.OnHand), Quantity.FromScaled(level.Reserved), Quantity.FromScaled(level.Booked - level.OnHand));

    private static StoreFact Fact(Store s) => new(s.Id, s.Code, s.Name, s.NameEn, s.UnitId, s.HasGuard, s.IsActive, s.ClosedThrough);
}
