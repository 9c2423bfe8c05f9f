using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Vouchers;

/// <summary>Work lists and registers of the money side; work lists oldest first, registers newest first by key.</summary>
internal sealed class VoucherQueries(ProcurementDb db, ISqlSession sql, ChartOfCall charts, DocumentRegistry registry) : IVoucherQueries
{
    private const int PageSize = 50;

    public async Task<PaymentsDeskView> Desk(UnitScope scope, CancellationToken ct) =>
        new(await Unbilled(scope, ct), await Unpaid(scope, ct), await Batches(scope, ct), await Provisional(scope, ct));

    public async Task<PaymentPage> Payments(ListPayments asked, UnitScope scope, PersonId reader, CancellationToken ct)
    {
        var rows = await Payments(db, asked, scope, reader).Take(PageSize + 1).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).ToList();
        return new PaymentPage(
            [
                .. shown.Select(r => new PaymentRow(
                    r.Id, Number(PaymentVoucher.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(PaymentVoucher.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true),
                    r.PayeeName, r.Purpose, chart.Unit(r.UnitId)?.Name ?? "", chart.Unit(r.UnitId)?.NameEn ?? "", Rials.FromStored(r.AmountRials ?? 0), Stands(r), r.WaitsFor, r.OpenedAt)),
            ],
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    public async Task<InvoicePage> Invoices(ListInvoices asked, UnitScope scope, PersonId reader, CancellationToken ct)
    {
        var sheets = Sheets(db, SupplierInvoice.Kind, asked.After, asked.Text, scope, reader);
        var rows = await (
            from sheet in sheets
            join invoice in db.Set<SupplierInvoice>().IgnoreAutoIncludes() on sheet.Id equals invoice.Id
            orderby sheet.Id descending
            select new
            {
                sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.State, invoice.SupplierName, invoice.Number, invoice.Date, invoice.StatedTotal,
                Accounts = db.Set<PayableRow>().Where(p => p.InvoiceId == sheet.Id).ToList(),
            }).Take(PageSize + 1).ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        return new InvoicePage(
            [
                .. shown.Select(r => new InvoiceRow(
                    r.Id, Number(SupplierInvoice.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(SupplierInvoice.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true),
                    r.SupplierName, r.Number, r.Date, r.StatedTotal, Rials.FromStored(r.Accounts.Sum(a => a.Matched)), Rials.FromStored(r.Accounts.Sum(a => a.Vouchered)),
                    Rials.FromStored(r.Accounts.Sum(a => a.Paid)), r.State)),
            ],
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>The page of vouchers, walked by key through (kind, id); public so that its plan can be looked at.</summary>
    internal static IQueryable<PaymentSeen> Payments(ProcurementDb db, ListPayments asked, UnitScope scope, PersonId reader)
    {
        var seen =
            from sheet in Sheets(db, PaymentVoucher.Kind, asked.After, asked.Text, scope, reader)
            join voucher in db.Set<PaymentVoucher>().IgnoreAutoIncludes() on sheet.Id equals voucher.Id
            orderby sheet.Id descending
            select new PaymentSeen
            {
                Id = sheet.Id, SeriesCode = sheet.SeriesCode, NumberYear = sheet.NumberYear, NumberSerial = sheet.NumberSerial, PayeeName = voucher.PayeeName, Purpose = voucher.Purpose,
                UnitId = sheet.UnitId, AmountRials = sheet.AmountRials, State = sheet.State, Payment = voucher.Payment, OpenedAt = sheet.OpenedAt,
                IsOrdered = sheet.Steps.Any(s => s.Round == sheet.Round && s.Capacity == Capacity.AuthorisedOfficial && s.State == StepState.Signed),
                WaitsFor = sheet.Steps.Where(s => s.State == StepState.Open).Select(s => (Capacity?)s.Capacity).FirstOrDefault(),
            };
        return asked.Only switch
        {
            PaymentFilter.Draft => seen.Where(r => r.State == DocumentState.Draft),
            PaymentFilter.InRoute => seen.Where(r => r.State == DocumentState.InRoute && !r.IsOrdered),
            PaymentFilter.Ordered => seen.Where(r => r.State == DocumentState.InRoute && r.IsOrdered),
            PaymentFilter.Approved => seen.Where(r => r.Payment == PaymentState.Approved),
            PaymentFilter.Exported => seen.Where(r => r.Payment == PaymentState.Exported),
            PaymentFilter.Paid => seen.Where(r => r.Payment == PaymentState.Paid),
            PaymentFilter.Failed => seen.Where(r => r.Payment == PaymentState.Failed),
            PaymentFilter.Ended => seen.Where(r => r.State == DocumentState.Refused || r.State == DocumentState.Cancelled || r.State == DocumentState.Expired),
            _ => seen,
        };
    }

    internal static PaymentFilter Stands(PaymentSeen seen) => seen.Payment switch
    {
        PaymentState.Approved => PaymentFilter.Approved,
        PaymentState.Exported => PaymentFilter.Exported,
        PaymentState.Paid => PaymentFilter.Paid,
        PaymentState.Failed => PaymentFilter.Failed,
        _ => seen.State switch
        {
            DocumentState.Draft => PaymentFilter.Draft,
            DocumentState.InRoute => seen.IsOrdered ? PaymentFilter.Ordered : PaymentFilter.InRoute,
            _ => PaymentFilter.Ended,
        },
    };

    private static IQueryable<SignOffSheet> Sheets(ProcurementDb db, DocumentKind kind, DocumentId? after, string? text, UnitScope scope, PersonId reader)
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.Kind == kind && (s.State != DocumentState.Draft || s.OwnerId == reader || s.NumberSerial > 0));
        if (after is { } last) sheets = sheets.Where(s => s.Id < last);
        if (PersianText.Fold(text ?? "") is { Length: > 0 } folded) sheets = sheets.Where(s => s.SubjectFolded.Contains(folded));
        if (scope.All) return sheets;
        var units = scope.Units.ToList();
        return sheets.Where(s => s.OwnerId == reader || units.Contains(s.UnitId));
    }

    private async Task<IReadOnlyList<UnbilledRow>> Unbilled(UnitScope scope, CancellationToken ct)
    {
        var values = new List<object?>();
        var within = Within(scope, values);
        return await sql.Query(
            $"""
            SELECT x.deal, s.id, s.kind, s.series_code, s.number_year, s.number_serial, x.from_name, s.effective_at, SUM(x.value) FROM (
                SELECT r.id AS id, r.basis_id AS deal, r.from_name AS from_name, l.id AS line, l.quantity AS quantity, l.value AS value
                FROM goods_receipt r JOIN goods_receipt_line l ON l.goods_receipt_id = r.id WHERE r.basis_id IS NOT NULL AND l.basis_line_id IS NOT NULL
                UNION ALL
                SELECT a.id, a.basis_id, a.from_name, w.id, w.quantity, w.value FROM service_acceptance a JOIN accepted_work w ON w.service_acceptance_id = a.id) AS x
            JOIN sign_off_sheet s ON s.id = x.id
            LEFT JOIN line_progress p ON p.line_id = x.line AND p.stage = {(int)LineStage.Billed}
            WHERE s.state IN ({(int)DocumentState.InEffect}, {(int)DocumentState.Closed}) AND x.quantity > COALESCE(p.quantity, 0){within}
            GROUP BY x.deal, s.id, s.kind, s.series_code, s.number_year, s.number_serial, x.from_name, s.effective_at
            ORDER BY s.effective_at, s.id LIMIT {PageSize}
            """,
            values,
            row => new UnbilledRow(
                row.GetId<DocumentId>(0), row.GetId<DocumentId>(1), row.GetString(2), NumberAt(row, 2, false), NumberAt(row, 2, true), row.GetString(6), row.GetInstant(7),
                Rials.FromStored(row.GetSum(8))), ct);
    }

    private async Task<IReadOnlyList<UnpaidRow>> Unpaid(UnitScope scope, CancellationToken ct)
    {
        var values = new List<object?>();
        var within = Within(scope, values);
        return await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, i.supplier_name, i.number, i.stated_total, SUM(p.matched), SUM(p.matched - p.vouchered), s.effective_at
            FROM invoice_payable p JOIN supplier_invoice i ON i.id = p.invoice_id JOIN sign_off_sheet s ON s.id = i.id
            WHERE p.matched > p.vouchered{within}
            GROUP BY s.id, s.kind, s.series_code, s.number_year, s.number_serial, i.supplier_name, i.number, i.stated_total, s.effective_at
            ORDER BY s.effective_at, s.id LIMIT {PageSize}
            """,
            values,
            row => new UnpaidRow(
                row.GetId<DocumentId>(0), NumberAt(row, 1, false), NumberAt(row, 1, true), row.GetString(5), row.GetString(6), Rials.FromStored(row.GetInt64(7)),
                Rials.FromStored(row.GetSum(8)), Rials.FromStored(row.GetSum(9)), row.GetInstant(10)), ct);
    }

    private async Task<IReadOnlyList<BatchSummary>> Batches(UnitScope scope, CancellationToken ct)
    {
        var batches = db.Set<PaymentBatch>().IgnoreAutoIncludes().AsQueryable();
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            batches = batches.Where(b => units.Contains(b.UnitId));
        }

        var rows = await batches.OrderByDescending(b => b.Id).Take(PageSize).Select(b => new
        {
            b.Id, b.SeriesCode, b.NumberYear, b.NumberSerial, b.MadeAt, Amounts = b.Rows.Select(r => r.Amount).ToList(),
            Waiting = db.Set<PaymentVoucher>().IgnoreAutoIncludes().Count(v => v.BatchId == b.Id && v.Payment == PaymentState.Exported),
        }).ToListAsync(ct);
        return
        [
            .. rows.Select(b => new BatchSummary(
                b.Id, PaymentBatch.NumberOf(b.SeriesCode, b.NumberYear, b.NumberSerial, false), PaymentBatch.NumberOf(b.SeriesCode, b.NumberYear, b.NumberSerial, true), b.MadeAt,
                b.Amounts.Count, b.Waiting, b.Amounts.Aggregate(Rials.Zero, (sum, a) => sum + a))),
        ];
    }

    private async Task<int> Provisional(UnitScope scope, CancellationToken ct)
    {
        var values = new List<object?>();
        var within = Within(scope, values);
        return (int)(await sql.Query(
            $"SELECT COUNT(*) {ProvisionalValues.Waiting}{within}", values, row => row.GetInt64(0), ct))[0];
    }

    private string NumberAt(DbDataReader row, int kind, bool persian) =>
        Number(new DocumentKind(row.GetString(kind)), row.GetString(kind + 1), row.GetInt32(kind + 2), row.GetInt32(kind + 3), persian);

    private string Number(DocumentKind kind, string series, int year, int serial, bool persian) =>
        serial == 0 ? "" : registry.NumberOf(kind, series, year, serial, persian);

    /// <summary>Limits to the units of a scope; an empty scope sees nothing.</summary>
    internal static string Within(UnitScope scope, List<object?> values)
    {
        if (scope.All) return "";
        if (scope.Units.Count == 0) return " AND 1 = 0";
        var names = scope.Units.Select(unit =>
        {
            values.Add(unit);
            return string.Create(CultureInfo.InvariantCulture, $"@p{values.Count - 1}");
        });
        return $" AND s.unit_id IN ({string.Join(", ", names)})";
    }
}

/// <summary>A voucher as the register reads it.</summary>
internal sealed class PaymentSeen
{
    public required DocumentId Id { get; init; }

    public required string SeriesCode { get; init; }

    public required int NumberYear { get; init; }

    public required int NumberSerial { get; init; }

    public required string PayeeName { get; init; }

    public required string Purpose { get; init; }

    public required OrgUnitId UnitId { get; init; }

    public required long? AmountRials { get; init; }

    public required DocumentState State { get; init; }

    public required PaymentState Payment { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required bool IsOrdered { get; init; }

    public required Capacity? WaitsFor { get; init; }
}
