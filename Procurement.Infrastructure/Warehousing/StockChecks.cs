using System.Data.Common;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Adds up every append-only row again, in the database, and brings out only what differs.</summary>
internal sealed class StockChecks(ISqlSession sql) : IStockChecks
{
    /// <summary>Kinds of place that hold a balance, and those in the book, as stored.</summary>
    private const string Physical = "(1, 2, 3, 4, 5, 6, 7, 12)";

    public async Task<StockCheck> Recompute(StoreId? store, CancellationToken ct)
    {
        List<StockDifference> differences = [.. await Places(store, ct), .. await Levels(store, ct), .. await Days(store, ct)];
        if (store is null) differences.AddRange(await Values(ct));
        var (moves, balances, reservations) = (await sql.Query(
            store is null
                ? "SELECT (SELECT COUNT(*) FROM stock_move), (SELECT COUNT(*) FROM stock_balance), (SELECT COUNT(*) FROM reservation)"
                : """
                  SELECT (SELECT COUNT(*) FROM stock_move WHERE into_store = @p0) + (SELECT COUNT(*) FROM stock_move WHERE out_of_store = @p0),
                      (SELECT COUNT(*) FROM stock_balance WHERE store_id = @p0), (SELECT COUNT(*) FROM reservation WHERE store_id = @p0)
                  """,
            Of(store), row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ct))[0];
        return new StockCheck(moves, balances, reservations, differences);
    }

    private async Task<IEnumerable<StockDifference>> Places(StoreId? store, CancellationToken ct) => await sql.Query(
        "SELECT place, item_id, lot_id, SUM(moved), SUM(stored) FROM (" +
        $"SELECT to_place AS place, item_id, lot_id, qty AS moved, 0 AS stored FROM stock_move WHERE to_kind IN {Physical} " +
        $"UNION ALL SELECT from_place, item_id, lot_id, -qty, 0 FROM stock_move WHERE from_kind IN {Physical} " +
        "UNION ALL SELECT place_id, item_id, lot_id, 0, qty FROM stock_balance) AS side " +
        (store is null ? "" : "WHERE place IN (SELECT id FROM place WHERE store_id = @p0) ") +
        "GROUP BY place, item_id, lot_id HAVING SUM(moved) <> SUM(stored)",
        Of(store),
        row => new StockDifference(
            StockDifferenceKind.Place, row.GetUuid(0), row.GetId<ItemId>(1), row.GetId<LotId>(2), null, row.GetSum(3), row.GetSum(4)), ct);

    private async Task<IEnumerable<StockDifference>> Levels(StoreId? store, CancellationToken ct)
    {
        var found = await sql.Query(
            "SELECT store_id, item_id, SUM(bins), SUM(on_hand), SUM(book), SUM(booked), SUM(open), SUM(reserved) FROM (" +
            "SELECT store_id, item_id, 0 AS bins, on_hand, 0 AS book, booked, 0 AS open, reserved FROM stock_level " +
            "UNION ALL SELECT store_id, item_id, CASE WHEN place_kind = 2 THEN qty ELSE 0 END, 0, qty, 0, 0, 0 FROM stock_balance WHERE place_kind IN (2, 3) " +
            "UNION ALL SELECT store_id, item_id, 0, 0, 0, 0, reserved - consumed - released, 0 FROM reservation) AS side " +
            (store is null ? "" : "WHERE store_id = @p0 ") +
            "GROUP BY store_id, item_id " +
            "HAVING SUM(bins) <> SUM(on_hand) OR SUM(book) <> SUM(booked) OR SUM(open) <> SUM(reserved) OR SUM(open) > SUM(bins)",
            Of(store),
            row => (Store: row.GetUuid(0), Item: row.GetId<ItemId>(1), Bins: row.GetSum(2), OnHand: row.GetSum(3), Book: row.GetSum(4), Booked: row.GetSum(5),
                Open: row.GetSum(6), Reserved: row.GetSum(7)), ct);
        return
            from level in found
            from difference in new[]
            {
                (Kind: StockDifferenceKind.OnHand, Recomputed: level.Bins, Stored: level.OnHand, Differs: level.Bins != level.OnHand),
                (Kind: StockDifferenceKind.Booked, Recomputed: level.Book, Stored: level.Booked, Differs: level.Book != level.Booked),
                (Kind: StockDifferenceKind.Reserved, Recomputed: level.Open, Stored: level.Reserved, Differs: level.Open != level.Reserved),
                (Kind: StockDifferenceKind.OverReserved, Recomputed: level.Bins, Stored: level.Open, Differs: level.Open > level.Bins),
            }
            where difference.Differs
            select new StockDifference(difference.Kind, level.Store, level.Item, null, null, difference.Recomputed, difference.Stored);
    }

    private async Task<IEnumerable<StockDifference>> Days(StoreId? store, CancellationToken ct) => await sql.Query(
        "SELECT store_id, item_id, day, moved, closing FROM (" +
        "SELECT store_id, item_id, day, SUM(SUM(net)) OVER (PARTITION BY store_id, item_id ORDER BY day) AS moved, SUM(closing) AS closing, SUM(kept) AS kept FROM (" +
        "SELECT into_store AS store_id, item_id, effective AS day, qty AS net, 0 AS closing, 0 AS kept FROM stock_move WHERE into_store IS NOT NULL " +
        "UNION ALL SELECT out_of_store, item_id, effective, -qty, 0, 0 FROM stock_move WHERE out_of_store IS NOT NULL " +
        "UNION ALL SELECT store_id, item_id, day, 0, closing, 1 FROM balance_day) AS side " +
        (store is null ? "" : "WHERE store_id = @p0 ") +
        // A day on which moves cancelled out needs no closing of its own.
        "GROUP BY store_id, item_id, day HAVING SUM(net) <> 0 OR SUM(kept) > 0) AS walked WHERE moved <> closing OR kept = 0",
        Of(store), Day, ct);

    private static StockDifference Day(DbDataReader row) => new(
        StockDifferenceKind.Day, row.GetUuid(0), row.GetId<ItemId>(1), null, row.GetDate(2), row.GetSum(3), row.GetSum(4));

    private async Task<IEnumerable<StockDifference>> Values(CancellationToken ct)
    {
        var found = await sql.Query(
            $"""
            SELECT entity_id, item_id, SUM(qty), SUM(kept_qty), SUM(rials), SUM(kept_rials) FROM (
                SELECT entity_id, item_id, qty, 0 AS kept_qty, rials, 0 AS kept_rials FROM value_entry
                UNION ALL SELECT entity_id, item_id, 0, qty, 0, rials FROM value_balance) AS side
            GROUP BY entity_id, item_id HAVING SUM(qty) <> SUM(kept_qty) OR SUM(rials) <> SUM(kept_rials)
            """,
            row => (Entity: row.GetUuid(0), Item: row.GetId<ItemId>(1), Qty: row.GetSum(2), KeptQty: row.GetSum(3), Rials: row.GetSum(4), KeptRials: row.GetSum(5)), ct);
        return
            from worth in found
            from difference in new[]
            {
                (Kind: StockDifferenceKind.ValueQuantity, Recomputed: worth.Qty, Stored: worth.KeptQty),
                (Kind: StockDifferenceKind.ValueRials, Recomputed: worth.Rials, Stored: worth.KeptRials),
            }
            where difference.Recomputed != difference.Stored
            select new StockDifference(difference.Kind, worth.Entity, worth.Item, null, null, difference.Recomputed, difference.Stored);
    }

    private static IReadOnlyList<object?> Of(StoreId? store) => store is null ? [] : [store.Value];
}
