using System.Globalization;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Warehousing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Vouchers;

/// <summary>Received goods whose value waits for accounts.</summary>
internal sealed class ProvisionalValues(ISqlSession sql, DocumentRegistry registry, ChartOfCall charts, IBodyClock clock) : IProvisionalValues
{
    private const int PageSize = 50;

    /// <summary>Receipt lines billed whole that no invoice has confirmed in the value ledger.</summary>
    internal static readonly string Waiting = string.Create(CultureInfo.InvariantCulture,
        $"""
        FROM goods_receipt_line l JOIN goods_receipt r ON r.id = l.goods_receipt_id JOIN sign_off_sheet s ON s.id = r.id
        JOIN line_progress p ON p.line_id = l.id AND p.stage = {(int)LineStage.Billed} AND p.quantity = l.quantity
        JOIN value_entry v ON v.document_id = r.id AND v.line_id = l.id AND v.kind = {(int)ValueEntryKind.Provisional}
        WHERE NOT EXISTS (SELECT 1 FROM value_entry c WHERE c.received_by = r.id AND c.received_line = l.id)
        """);

    public async Task<ProvisionalPage> Page(UnitScope scope, PersonId reader, Guid? after, CancellationToken ct)
    {
        var values = new List<object?>();
        var within = VoucherQueries.Within(scope, values);
        if (after is { } last)
        {
            values.Add(last);
            within += string.Create(CultureInfo.InvariantCulture, $" AND l.id > @p{values.Count - 1}");
        }

        var rows = await sql.Query(
            $"""
            SELECT r.id, l.id, s.series_code, s.number_year, s.number_serial, s.effective_at, s.owner_id, st.name, st.unit_id, i.code, i.name, l.quantity, v.rials,
                (SELECT SUM(m.price) FROM invoice_match_part m WHERE m.delivered_document = r.id AND m.delivered_line = l.id)
            {Waiting.Replace("JOIN line_progress", "JOIN store st ON st.id = r.store_id JOIN item i ON i.id = l.item_id JOIN line_progress", StringComparison.Ordinal)}{within}
            ORDER BY l.id LIMIT {PageSize + 1}
            """,
            values,
            row => (
                Receipt: row.GetId<DocumentId>(0), Line: row.GetUuid(1), Series: row.GetString(2), Year: row.GetInt32(3), Serial: row.GetInt32(4), At: row.GetInstant(5),
                Owner: row.GetId<PersonId>(6), Store: row.GetString(7), Unit: row.GetId<OrgUnitId>(8), Code: row.GetString(9), Name: row.GetString(10),
                Quantity: row.GetInt64(11), Provisional: row.GetInt64(12), Billed: row.GetSum(13)), ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).ToList();
        return new ProvisionalPage(
            [
                .. shown.Select(r => new ProvisionalRow(
                    r.Receipt, r.Line, registry.NumberOf(GoodsReceipt.Kind, r.Series, r.Year, r.Serial, persian: false),
                    registry.NumberOf(GoodsReceipt.Kind, r.Series, r.Year, r.Serial, persian: true), r.At, r.Store, r.Code, r.Name, Quantity.FromScaled(r.Quantity),
                    Rials.FromStored(r.Provisional), Rials.FromStored(r.Billed),
                    r.Owner == reader || chart.HasCapacityFor(reader, Capacity.Keeper, r.Unit, clock.Today))),
            ],
            rows.Count > PageSize ? shown[^1].Line : null);
    }

    public async Task<IReadOnlyList<BilledReceiptLine>> BilledLines(DocumentId receipt, CancellationToken ct)
    {
        var parts = await sql.Query(
            $"""
            SELECT l.id, m.price, m.invoice_id, m.invoice_line_id, m.id
            FROM goods_receipt_line l
            JOIN line_progress p ON p.line_id = l.id AND p.stage = {LineStage.Billed} AND p.quantity = l.quantity
            JOIN invoice_match_part m ON m.delivered_document = l.goods_receipt_id AND m.delivered_line = l.id
            WHERE l.goods_receipt_id = {receipt} ORDER BY l.id, m.id
            """,
            row => (Line: row.GetUuid(0), Price: row.GetInt64(1), Invoice: row.GetId<DocumentId>(2), InvoiceLine: row.GetUuid(3)), ct);
        return [.. parts.GroupBy(p => p.Line).Select(g => new BilledReceiptLine(receipt, g.Key, Rials.FromStored(g.Sum(p => p.Price)), g.Last().Invoice, g.Last().InvoiceLine))];
    }
}
