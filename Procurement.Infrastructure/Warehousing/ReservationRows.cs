using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>The rows that say which line holds what: consumed first, then released, then newly reserved, each in key order.</summary>
internal sealed class ReservationRows(ISqlSession sql, StockRefusals refusals)
{
    private sealed record Held(Guid Line, StoreId Store, ItemId Item, LotId Lot, long Open);

    /// <summary>Writes the rows and adds what they change to the deltas; the levels are judged afterwards.</summary>
    public async Task<Result> Settle(IReadOnlyList<Posting> postings, StockDeltas deltas, PostingMoment moment, CancellationToken ct)
    {
        var consumed = postings.OfType<ConsumeReservationPosting>().Where(c => !c.Quantity.IsZero).ToList();
        var released = postings.OfType<ReleasePosting>().ToList();
        var documents = consumed.Select(c => c.ReservedBy).Concat(released.Select(r => r.Document)).Distinct().OrderBy(d => d.Value);
        foreach (var document in documents)
        {
            var held = await Lock(document, ct);
            foreach (var take in consumed.Where(c => c.ReservedBy == document)
                .GroupBy(c => (c.Line, c.Store), c => c.Quantity.Scaled).OrderBy(g => g.Key.Line).ThenBy(g => g.Key.Store.Value))
            {
                if (!await Consume(document, take.Key.Line, take.Key.Store, take.Sum(), held, deltas, ct))
                    return await refusals.ReservationTooSmall(held.Where(h => h.Line == take.Key.Line && h.Store == take.Key.Store).Select(h => (h.Item, h.Open)), ct);
            }

            var free = released.Where(r => r.Document == document).ToList();
            foreach (var each in held.Where(h => h.Open > 0 && free.Exists(r => r.Line is null || r.Line == h.Line)))
            {
                deltas.Reserve(each.Store, each.Item, each.Lot, -each.Open);
                await sql.Execute(
                    $"""
                    UPDATE reservation SET released = released + {each.Open}
                    WHERE document_id = {document} AND line_id = {each.Line} AND store_id = {each.Store} AND item_id = {each.Item} AND lot_id = {each.Lot}
                    """, ct);
            }
        }

        foreach (var asked in postings.OfType<ReservePosting>().Where(r => !r.Quantity.IsZero)
            .OrderBy(r => r.Document.Value).ThenBy(r => r.Line).ThenBy(r => r.Store.Value))
        {
            var lot = asked.Lot ?? default;
            deltas.Reserve(asked.Store, asked.Item, lot, asked.Quantity.Scaled);
            await sql.Execute(
                $"""
                INSERT INTO reservation (document_id, line_id, store_id, item_id, lot_id, reserved, consumed, released, at)
                VALUES ({asked.Document}, {asked.Line}, {asked.Store}, {asked.Item}, {lot}, {asked.Quantity}, 0, 0, {moment.At})
                ON CONFLICT (document_id, line_id, store_id, item_id, lot_id) DO UPDATE SET reserved = reservation.reserved + excluded.reserved
                """, ct);
        }

        return Result.Ok;
    }

    /// <summary>A lot reserved by name must still lie in the store's bins; called under the lock of the store's level.</summary>
    public async Task<Result> CheckLot(LevelKey key, LotId lot, CancellationToken ct)
    {
        var (lies, reserved) = (await sql.Query(
            $"""
            SELECT
                (SELECT SUM(qty) FROM stock_balance WHERE store_id = {key.Store} AND item_id = {key.Item} AND lot_id = {lot} AND place_kind = {PlaceKind.Bin}),
                (SELECT SUM(reserved - consumed - released) FROM reservation
                 WHERE store_id = {key.Store} AND item_id = {key.Item} AND lot_id = {lot} AND reserved > consumed + released)
            """, row => (row.GetSum(0), row.GetSum(1)), ct))[0];
        return reserved <= lies ? Result.Ok : await refusals.Exceeded(key.Item, lies, ct);
    }

    private async Task<List<Held>> Lock(DocumentId document, CancellationToken ct) =>
    [
        .. await sql.Query(
            """
            SELECT line_id, store_id, item_id, lot_id, reserved - consumed - released FROM reservation WHERE document_id = @p0
            ORDER BY line_id, store_id, item_id, lot_id
            """ + (sql.Engine == DatabaseEngine.PostgreSql ? " FOR UPDATE" : ""),
            [document],
            row => new Held(row.GetUuid(0), row.GetId<StoreId>(1), row.GetId<ItemId>(2), row.GetId<LotId>(3), row.GetInt64(4)), ct),
    ];

    /// <summary>Takes from the line's rows in order; false when they hold less.</summary>
    private async Task<bool> Consume(
        DocumentId document, Guid line, StoreId store, long quantity, List<Held> held, StockDeltas deltas, CancellationToken ct)
    {
        for (var i = 0; i < held.Count && quantity > 0; i++)
        {
            var row = held[i];
            if (row.Line != line || row.Store != store || row.Open == 0) continue;

            var part = Math.Min(row.Open, quantity);
            quantity -= part;
            held[i] = row with { Open = row.Open - part };
            deltas.Reserve(store, row.Item, row.Lot, -part);
            await sql.Execute(
                $"""
                UPDATE reservation SET consumed = consumed + {part}
                WHERE document_id = {document} AND line_id = {line} AND store_id = {store} AND item_id = {row.Item} AND lot_id = {row.Lot}
                """, ct);
        }

        return quantity == 0;
    }
}
