using System.Globalization;
using System.Text;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>
/// Moves, balances and reservations of goods. Moves and reservations are netted together, because a pick and the consumption of its
/// reservation are one step: neither alone would leave what is reserved at or below what is on hand.
/// </summary>
/// <remarks>
/// Locks are taken in one order by every command: reservation rows, place balances, store levels. Moves are written last, under those locks,
/// so that their sequence is the order in which they took effect at each place.
/// </remarks>
internal sealed class StockLedger(ISqlSession sql, ReservationRows reservations, StockRefusals refusals) : ILedger
{
    private const int MovesPerStatement = 100;

    public int Order => 30;

    public bool Takes(Posting posting) => posting is StockMovePosting or ReservePosting or ReleasePosting or ConsumeReservationPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        var today = TehranTime.LocalDate(moment.At);
        var moves = postings.OfType<StockMovePosting>().Where(m => !m.Quantity.IsZero && m.From.Id != m.To.Id).ToList();
        var dated = await CheckDates(moves, today, ct);
        if (!dated.Succeeded) return dated;

        var deltas = new StockDeltas();
        foreach (var move in moves) deltas.Add(move, today);
        var held = await reservations.Settle(postings, deltas, moment, ct);
        if (!held.Succeeded) return held;

        foreach (var (key, place, delta) in deltas.Places)
        {
            var applied = await ChangePlace(key, place, delta, ct);
            if (!applied.Succeeded) return applied;
        }

        foreach (var (key, delta) in deltas.Levels)
        {
            var applied = await ChangeLevel(key, delta, ct);
            if (!applied.Succeeded) return applied;
        }

        foreach (var (key, lot) in deltas.Lots)
        {
            var covered = await reservations.CheckLot(key, lot, ct);
            if (!covered.Succeeded) return covered;
        }

        foreach (var (key, day, delta) in deltas.Days) await ChangeDay(key, day, delta, day < today, ct);
        foreach (var part in moves.Chunk(MovesPerStatement)) await Insert(part, moment, ct);
        return await Replay(deltas, ct);
    }

    /// <summary>A move counts from the day it is posted; an earlier day needs its reason, a second person and an open period.</summary>
    private async Task<Result> CheckDates(List<StockMovePosting> moves, DateOnly today, CancellationToken ct)
    {
        if (moves.Exists(m => m.Effective > today)) return Refusal.Rule("warehousing.effective-in-future");
        var back = moves.FindAll(m => m.Effective < today);
        if (back.Exists(m => m.BackDating is null)) return Refusal.Rule("warehousing.back-dating-unexplained");

        var stores = back.SelectMany(m => new[] { (m.From.Store, m.Effective), (m.To.Store, m.Effective) })
            .Where(s => s.Store is not null).GroupBy(s => s.Store!.Value, s => s.Effective).OrderBy(s => s.Key.Value);
        foreach (var store in stores)
        {
            // The shared lock holds off a closing that is being approved at this moment.
            var closed = await sql.Query(
                "SELECT name, closed_through FROM store WHERE id = @p0" + (sql.Engine == Persistence.DatabaseEngine.PostgreSql ? " FOR SHARE" : ""),
                [store.Key], row => (Name: row.GetString(0), Through: row.IsDBNull(1) ? (DateOnly?)null : row.GetDate(1)), ct);
            if (closed.Count == 1 && closed[0].Through is { } through && store.Min() <= through)
                return Refusal.Rule("warehousing.period-closed", closed[0].Name, through);
        }

        return Result.Ok;
    }

    private async Task<Result> ChangePlace(PlaceKey key, StockPlace place, long delta, CancellationToken ct)
    {
        if (delta > 0)
        {
            await sql.Execute(
                $"""
                INSERT INTO stock_balance (place_id, item_id, lot_id, place_kind, store_id, qty)
                VALUES ({key.Place}, {key.Item}, {key.Lot}, {place.Kind}, {place.Store}, {delta})
                ON CONFLICT (place_id, item_id, lot_id) DO UPDATE SET qty = stock_balance.qty + excluded.qty
                """, ct);
            return Result.Ok;
        }

        var hit = await sql.Execute(
            $"""
            UPDATE stock_balance SET qty = qty + {delta}
            WHERE place_id = {key.Place} AND item_id = {key.Item} AND lot_id = {key.Lot} AND qty + {delta} >= 0
            """, ct);
        return hit == 1 ? Result.Ok : await refusals.NotEnough(key, ct);
    }

    private async Task<Result> ChangeLevel(LevelKey key, LevelDelta delta, CancellationToken ct)
    {
        if (await UpdateLevel(key, delta, ct)) return Result.Ok;

        // A first row holds what comes in; when two commands bring the first goods at once, the later one updates after all.
        if (delta.Booked >= 0 && delta.Reserved >= 0 && delta.OnHand >= delta.Reserved)
        {
            var first = await sql.Execute(
                $"""
                INSERT INTO stock_level (store_id, item_id, on_hand, booked, reserved)
                VALUES ({key.Store}, {key.Item}, {delta.OnHand}, {delta.Booked}, {delta.Reserved}) ON CONFLICT (store_id, item_id) DO NOTHING
                """, ct);
            if (first == 1 || await UpdateLevel(key, delta, ct)) return Result.Ok;
        }

        return await refusals.LevelExceeded(key, ct);
    }

    private async Task<bool> UpdateLevel(LevelKey key, LevelDelta delta, CancellationToken ct) => await sql.Execute(
        $"""
        UPDATE stock_level SET on_hand = on_hand + {delta.OnHand}, booked = booked + {delta.Booked}, reserved = reserved + {delta.Reserved}
        WHERE store_id = {key.Store} AND item_id = {key.Item}
          AND booked + {delta.Booked} >= 0 AND reserved + {delta.Reserved} >= 0 AND reserved + {delta.Reserved} <= on_hand + {delta.OnHand}
        """, ct) == 1;

    private async Task ChangeDay(LevelKey key, DateOnly day, long delta, bool past, CancellationToken ct)
    {
        await sql.Execute(
            $"""
            INSERT INTO balance_day (store_id, item_id, day, closing) VALUES ({key.Store}, {key.Item}, {day}, {delta} + COALESCE((
                SELECT closing FROM balance_day WHERE store_id = {key.Store} AND item_id = {key.Item} AND day < {day} ORDER BY day DESC LIMIT 1), 0))
            ON CONFLICT (store_id, item_id, day) DO UPDATE SET closing = balance_day.closing + {delta}
            """, ct);
        if (!past) return;

        await sql.Execute(
            $"UPDATE balance_day SET closing = closing + {delta} WHERE store_id = {key.Store} AND item_id = {key.Item} AND day > {day}", ct);
    }

    private async Task Insert(StockMovePosting[] moves, PostingMoment moment, CancellationToken ct)
    {
        const int Columns = 18;
        var values = new List<object?>(moves.Length * Columns);
        var text = new StringBuilder(
            """
            INSERT INTO stock_move (at, effective, item_id, lot_id, from_place, from_kind, to_place, to_kind, out_of_store, into_store, qty,
                document_id, line_id, reason, command_id, back_reason, back_asked_by, back_approved_by) VALUES 
            """);
        foreach (var move in moves)
        {
            text.Append(values.Count == 0 ? "(" : ", (");
            for (var column = 0; column < Columns; column++)
                text.Append(column == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"@p{values.Count + column}");
            text.Append(')');

            var crosses = !(move.From.IsInBook && move.To.IsInBook && move.From.Store == move.To.Store);
            var back = move.Effective < TehranTime.LocalDate(moment.At) ? move.BackDating : null;
            values.AddRange(
            [
                moment.At, move.Effective, move.Item, move.Lot ?? default, move.From.Id, move.From.Kind, move.To.Id, move.To.Kind,
                crosses && move.From.IsInBook ? move.From.Store : null, crosses && move.To.IsInBook ? move.To.Store : null, move.Quantity,
                move.Document, move.Line, move.Reason, moment.CommandId, back?.Reason, back?.AskedBy, back?.ApprovedBy,
            ]);
        }

        await sql.Execute(text.ToString(), values, ct);
    }

    /// <summary>Goods that were not there cannot have left: a place whose past changed is walked again from that day.</summary>
    private async Task<Result> Replay(StockDeltas deltas, CancellationToken ct)
    {
        foreach (var (key, since) in deltas.Replays)
        {
            var walked = (await sql.Query(
                $"""
                WITH side AS (
                    SELECT effective, seq, command_id, qty AS change FROM stock_move
                    WHERE to_place = {key.Place} AND item_id = {key.Item} AND lot_id = {key.Lot} AND effective >= {since}
                    UNION ALL
                    SELECT effective, seq, command_id, -qty FROM stock_move
                    WHERE from_place = {key.Place} AND item_id = {key.Item} AND lot_id = {key.Lot} AND effective >= {since}),
                point AS (SELECT effective, MAX(seq) AS seq, SUM(change) AS change FROM side GROUP BY effective, command_id)
                SELECT (SELECT MIN(running) FROM (SELECT SUM(change) OVER (ORDER BY effective, seq) AS running FROM point) AS walk),
                    (SELECT SUM(change) FROM point),
                    (SELECT qty FROM stock_balance WHERE place_id = {key.Place} AND item_id = {key.Item} AND lot_id = {key.Lot})
                """, row => (Lowest: row.GetSum(0), Total: row.GetSum(1), Now: row.GetSum(2)), ct))[0];
            if (walked.Now - walked.Total + walked.Lowest < 0) return await refusals.PastBelowZero(key, since, ct);
        }

        return Result.Ok;
    }
}
