using System.Data.Common;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Cards newest first: each side of the card walks its own index for one page, whatever the length of the card.</summary>
internal sealed class CardQueries(ISqlSession sql) : IStockCardQueries, IKardexQueries
{
    internal const int PageSize = 50;

    public async Task<CardHead?> HeadOf(ItemId item, CancellationToken ct)
    {
        var found = await sql.Query(
            $"SELECT i.code, i.name, i.name_en, u.name, u.name_en FROM item i JOIN unit_of_measure u ON u.code = i.base_unit WHERE i.id = {item}",
            row => new CardHead(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), ct);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<StoredCardPage> Page(StockCard asked, CancellationToken ct)
    {
        // A page begins before the last row of the one before; the first page begins after everything of its last day.
        var (effective, seq) = asked.After is { } after ? (after.Effective, after.Seq) : (asked.Until ?? DateOnly.MaxValue, long.MaxValue);
        var rows = await sql.Query(
            $"""
            SELECT m.seq, m.effective, m.at, m.reason, m.is_in, m.qty, COALESCE(l.code, ''), m.document_id, COALESCE(s.kind, ''), COALESCE(s.series_code, ''),
                COALESCE(s.number_year, 0), COALESCE(s.number_serial, 0), m.other_kind, m.other_place, COALESCE(o.name, ''), COALESCE(m.back_reason, ''),
                (SELECT closing FROM balance_day WHERE store_id = {asked.Store} AND item_id = {asked.Item} AND day <= {effective} ORDER BY day DESC LIMIT 1)
            FROM (
                SELECT * FROM (
                    SELECT seq, effective, at, reason, 1 AS is_in, qty, lot_id, document_id, from_kind AS other_kind, from_place AS other_place, back_reason
                    FROM stock_move WHERE into_store = {asked.Store} AND item_id = {asked.Item} AND (effective, seq) < ({effective}, {seq})
                    ORDER BY effective DESC, seq DESC LIMIT {PageSize + 1}) AS inward
                UNION ALL SELECT * FROM (
                    SELECT seq, effective, at, reason, 0, qty, lot_id, document_id, to_kind, to_place, back_reason
                    FROM stock_move WHERE out_of_store = {asked.Store} AND item_id = {asked.Item} AND (effective, seq) < ({effective}, {seq})
                    ORDER BY effective DESC, seq DESC LIMIT {PageSize + 1}) AS outward
                ORDER BY effective DESC, seq DESC LIMIT {PageSize + 1}) AS m
            LEFT JOIN lot l ON l.id = m.lot_id
            LEFT JOIN sign_off_sheet s ON s.id = m.document_id
            LEFT JOIN place p ON p.id = m.other_place LEFT JOIN store o ON o.id = p.store_id
            ORDER BY m.effective DESC, m.seq DESC
            """, row => (Row: Row(row), Closing: row.GetSum(16)), ct);

        // Balance and rows come from one statement, so that a move posted in between cannot shift the running balance.
        var balance = asked.After?.Balance ?? (rows.Count == 0 ? 0 : rows[0].Closing);
        return new StoredCardPage(balance, [.. rows.Take(PageSize).Select(r => r.Row)], rows.Count > PageSize);
    }

    public async Task<StoredKardexPage> Page(OrgUnitId entity, Kardex asked, CancellationToken ct)
    {
        var (effective, seq) = asked.After is { } after ? (after.Effective, after.Seq) : (DateOnly.MaxValue, long.MaxValue);
        var rows = await sql.Query(
            $"""
            SELECT v.seq, v.effective, v.at, v.kind, t.name, v.qty, v.rials, v.cost, v.document_id, COALESCE(s.kind, ''), COALESCE(s.series_code, ''),
                COALESCE(s.number_year, 0), COALESCE(s.number_serial, 0), b.qty, b.rials
            FROM value_entry v JOIN value_balance b ON b.entity_id = v.entity_id AND b.item_id = v.item_id
            JOIN store t ON t.id = v.store_id LEFT JOIN sign_off_sheet s ON s.id = v.document_id
            WHERE v.entity_id = {entity} AND v.item_id = {asked.Item} AND (v.effective, v.seq) < ({effective}, {seq})
            ORDER BY v.effective DESC, v.seq DESC LIMIT {PageSize + 1}
            """,
            row => (
                Row: new StoredKardexRow(
                    row.GetInt64(0), row.GetDate(1), row.GetInstant(2), (ValueEntryKind)row.GetInt32(3), row.GetString(4), row.GetInt64(5), row.GetInt64(6),
                    row.GetInt64(7), row.GetId<DocumentId>(8), row.GetString(9), row.GetString(10), row.GetInt32(11), row.GetInt32(12)),
                Quantity: row.GetInt64(13), Rials: row.GetInt64(14)), ct);
        var (quantity, rials) = asked.After is { } from ? (from.Quantity, from.Rials) : rows.Count == 0 ? (0, 0) : (rows[0].Quantity, rows[0].Rials);
        return new StoredKardexPage(quantity, rials, [.. rows.Take(PageSize).Select(r => r.Row)], rows.Count > PageSize);
    }

    private static StoredCardRow Row(DbDataReader row) => new(
        row.GetInt64(0), row.GetDate(1), row.GetInstant(2), (MoveReason)row.GetInt32(3), row.GetInt32(4) == 1, Quantity.FromScaled(row.GetInt64(5)),
        row.GetString(6), row.GetId<DocumentId>(7), row.GetString(8), row.GetString(9), row.GetInt32(10), row.GetInt32(11), (PlaceKind)row.GetInt32(12),
        row.GetUuid(13), row.GetString(14), row.GetString(15));
}
