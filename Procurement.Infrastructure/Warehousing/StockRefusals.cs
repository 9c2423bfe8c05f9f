using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Says no with the item and what there is of it; read only once something was refused.</summary>
internal sealed class StockRefusals(ISqlSession sql)
{
    /// <summary>A place would fall below zero.</summary>
    public async Task<Refusal> NotEnough(PlaceKey key, CancellationToken ct)
    {
        var lies = await sql.Query(
            $"SELECT qty FROM stock_balance WHERE place_id = {key.Place} AND item_id = {key.Item} AND lot_id = {key.Lot}", row => row.GetInt64(0), ct);
        return Refusal.Rule("warehousing.not-enough-stock", await NameOf(key.Item, ct), Units(lies.Count == 0 ? 0 : lies[0]));
    }

    /// <summary>More would be reserved than the bins of the store hold.</summary>
    public async Task<Refusal> LevelExceeded(LevelKey key, CancellationToken ct)
    {
        var free = await sql.Query(
            $"SELECT on_hand - reserved FROM stock_level WHERE store_id = {key.Store} AND item_id = {key.Item}", row => row.GetInt64(0), ct);
        return await Exceeded(key.Item, free.Count == 0 ? 0 : free[0], ct);
    }

    public async Task<Refusal> Exceeded(ItemId item, long available, CancellationToken ct) =>
        Refusal.Rule("warehousing.reserved-exceeds", await NameOf(item, ct), Units(available));

    /// <summary>More would be taken for a line than is held for it.</summary>
    public async Task<Refusal> ReservationTooSmall(IEnumerable<(ItemId Item, long Open)> held, CancellationToken ct)
    {
        var rows = held.ToList();
        return rows.Count == 0
            ? Refusal.Rule("warehousing.not-reserved")
            : Refusal.Rule("warehousing.reservation-too-small", await NameOf(rows[0].Item, ct), Units(rows.Sum(r => r.Open)));
    }

    /// <summary>A back-dated move would have left a place below zero on a day since.</summary>
    public async Task<Refusal> PastBelowZero(PlaceKey key, DateOnly since, CancellationToken ct) =>
        Refusal.Rule("warehousing.past-below-zero", await NameOf(key.Item, ct), since);

    public async Task<Refusal> ValueNotCovered(ItemId item, long covered, CancellationToken ct) =>
        Refusal.Rule("warehousing.value-not-covered", await NameOf(item, ct), Units(covered));

    private async Task<string> NameOf(ItemId item, CancellationToken ct)
    {
        var names = await sql.Query($"SELECT name FROM item WHERE id = {item}", row => row.GetString(0), ct);
        return names.Count == 0 ? "" : names[0];
    }

    private static decimal Units(long scaled) => Quantity.FromScaled(scaled).Units;
}
