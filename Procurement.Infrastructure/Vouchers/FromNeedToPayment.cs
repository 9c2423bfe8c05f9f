using System.Globalization;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Vouchers;

/// <summary>
/// R4: requested ↔ ordered ↔ received ↔ accepted ↔ invoiced ↔ paid ↔ issued, line by line of every order and contract, in quantity and rials; each
/// gap with the reason that was coded when it arose.
/// </summary>
internal sealed class FromNeedToPayment(ISqlSession sql, DocumentRegistry registry) : IReconciliation
{
    private const string Ordered = "line-ordered";
    private const string Delivered = "line-delivered";
    private const string Billed = "line-billed";
    private const string Paid = "line-paid";
    private const string Issued = "line-issued";

    public string Code => "R4";

    public ReportFilters Filters => ReportFilters.Unit | ReportFilters.Store | ReportFilters.Item | ReportFilters.Supplier;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("line", ReportValue.Text), new("requested", ReportValue.Quantity), new("ordered", ReportValue.Quantity), new("accepted", ReportValue.Quantity),
        new("received", ReportValue.Quantity), new("billed", ReportValue.Quantity), new("issued", ReportValue.Quantity), new("ordered-rials", ReportValue.Rials),
        new("billed-rials", ReportValue.Rials), new("payable-rials", ReportValue.Rials), new("paid-rials", ReportValue.Rials),
    ];

    public async Task<ReportResult> Run(ReportScope scope, CancellationToken ct)
    {
        var findings = new ReportFindings(Ordered, Delivered, Billed, Paid, Issued);
        var gaps = (await Gaps(ct)).ToLookup(g => g.Line);
        foreach (var line in (await Lines(scope, ct)).Where(l => Covers(scope, l))) Compare(line, [.. gaps[line.Id]], findings);
        return findings.Result();
    }

    private static void Compare(DealLineRow line, IReadOnlyList<(Guid Line, GapReason Reason)> gaps, ReportFindings findings)
    {
        findings.Compared(Ordered);
        if (line.Ordered != line.Requested) Differs(Ordered, line.Ordered > line.Requested ? "ordered-above-need" : "ordered-below-need");
        findings.Compared(Delivered);
        if (line.Received < line.Accepted) Differs(Delivered, "accepted-not-received");
        else if (line.Received < line.Ordered) Differs(Delivered, line.Refused > 0 ? "refused-not-replaced" : "not-delivered");
        findings.Compared(Billed);
        if (line.Matched < line.Received) Differs(Billed, "received-not-billed");
        foreach (var gap in gaps.Select(g => g.Reason).Distinct().Order()) Differs(Billed, Word(gap));
        findings.Compared(Paid);
        if (line.Paid > line.Payable) Differs(Paid, "paid-above-payable");
        else if (line.Vouchered < line.Payable) Differs(Paid, "payable-without-voucher");
        else if (line.Paid < line.Payable) Differs(Paid, "voucher-not-paid");
        if (line.HasNeed)
        {
            findings.Compared(Issued);
            if (line.Issued < line.Received) Differs(Issued, "received-not-issued");
        }

        void Differs(string check, string reason) => findings.Differs(
            check, reason, line.Document, line.Description, Stored(line.Requested), Stored(line.Ordered), Stored(line.Accepted), Stored(line.Received), Stored(line.Matched),
            line.HasNeed ? Stored(line.Issued) : "", Stored(line.Price), Stored(line.Billed), Stored(line.Payable), Stored(line.Paid));
    }

    /// <summary>Lines of orders and contracts that took effect in the period, with what grew out of each.</summary>
    private async Task<IReadOnlyList<DealLineRow>> Lines(ReportScope scope, CancellationToken ct) => await sql.Query(
        $"""
        SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, d.supplier, d.line, d.item, d.description, d.quantity, d.price, r.store_id,
            q.quantity, q.goods_request_line,
            (SELECT SUM(c.accepted + c.accepted_at_cut) FROM conformance_line c JOIN sign_off_sheet x ON x.id = c.conformance_report_id
                WHERE c.basis_line_id = d.line AND x.effective_at IS NOT NULL),
            (SELECT SUM(c.refused) FROM conformance_line c JOIN sign_off_sheet x ON x.id = c.conformance_report_id WHERE c.basis_line_id = d.line AND x.effective_at IS NOT NULL),
            (SELECT SUM(g.quantity) FROM goods_receipt_line g JOIN sign_off_sheet x ON x.id = g.goods_receipt_id WHERE g.basis_line_id = d.line AND x.effective_at IS NOT NULL),
            (SELECT SUM(w.quantity) FROM accepted_work w JOIN sign_off_sheet x ON x.id = w.service_acceptance_id WHERE w.basis_line_id = d.line AND x.effective_at IS NOT NULL),
            (SELECT SUM(m.quantity) FROM invoice_match_part m JOIN supplier_invoice_line i ON i.id = m.invoice_line_id WHERE i.basis_line_id = d.line),
            (SELECT SUM(i.price + i.tax) FROM supplier_invoice_line i JOIN sign_off_sheet x ON x.id = i.supplier_invoice_id WHERE i.basis_line_id = d.line AND x.effective_at IS NOT NULL),
            (SELECT SUM(p.matched) FROM invoice_payable p JOIN supplier_invoice_line i ON i.id = p.line_id WHERE i.basis_line_id = d.line),
            (SELECT SUM(p.vouchered) FROM invoice_payable p JOIN supplier_invoice_line i ON i.id = p.line_id WHERE i.basis_line_id = d.line),
            (SELECT SUM(p.paid) FROM invoice_payable p JOIN supplier_invoice_line i ON i.id = p.line_id WHERE i.basis_line_id = d.line),
            (SELECT SUM(k.quantity) FROM line_link k JOIN sign_off_sheet x ON x.id = k.to_document
                WHERE k.from_line = q.goods_request_line AND k.to_kind = {IssueVoucher.Kind.Code} AND x.effective_at IS NOT NULL)
        FROM (
            SELECT o.id AS deal, o.supplier_id AS supplier, l.id AS line, l.item AS item, l.description AS description, l.quantity AS quantity, l.price AS price,
                l.request_id AS request, l.request_line AS request_line
            FROM purchase_order o JOIN decision_line l ON l.decision_id = o.id
            UNION ALL
            SELECT c.id, c.supplier_id, l.id, l.item, l.description, l.quantity, l.price, l.request_id, l.request_line FROM contract c JOIN contract_line l ON l.contract_id = c.id) AS d
        JOIN sign_off_sheet s ON s.id = d.deal
        JOIN purchase_request_line q ON q.id = d.request_line JOIN purchase_request r ON r.id = d.request
        WHERE s.effective_at >= {scope.Begins} AND s.effective_at < {scope.Ends} ORDER BY s.id, d.line
        """,
        row => new DealLineRow(
            new ReportedDocument(
                row.GetId<DocumentId>(0), row.GetString(1), Number(row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), persian: false),
                Number(row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), persian: true)),
            row.GetId<OrgUnitId>(5), row.GetId<SupplierId>(6), row.GetUuid(7), row.GetIdOrNull<ItemId>(8), row.GetString(9), row.GetInt64(10), row.GetInt64(11),
            row.GetIdOrNull<StoreId>(12), row.GetInt64(13), !row.IsDBNull(14), row.GetSum(15) + row.GetSum(18), row.GetSum(16), row.GetSum(17) + row.GetSum(18), row.GetSum(19),
            row.GetSum(20), row.GetSum(21), row.GetSum(22), row.GetSum(23), row.GetSum(24)), ct);

    private Task<IReadOnlyList<(Guid Line, GapReason Reason)>> Gaps(CancellationToken ct) => sql.Query(
        $"SELECT i.basis_line_id, g.reason FROM invoice_match_gap g JOIN supplier_invoice_line i ON i.id = g.invoice_line_id",
        row => (row.GetUuid(0), (GapReason)row.GetInt32(1)), ct);

    private string Number(string kind, string series, int year, int serial, bool persian) => registry.NumberOf(new DocumentKind(kind), series, year, serial, persian);

    private static bool Covers(ReportScope scope, DealLineRow line) =>
        (scope.Units.All || scope.Units.Covers(line.Unit))
        && (scope.Parameters.Store is not { } store || store == line.Store)
        && (scope.Parameters.Item is not { } item || item == line.Item)
        && (scope.Parameters.Supplier is not { } supplier || supplier == line.Supplier);

    private static string Word(GapReason reason) => reason switch
    {
        GapReason.NotDelivered => "billed-not-delivered",
        GapReason.Refused => "billed-refused",
        GapReason.PriceCut => "billed-price-cut",
        GapReason.PriceAboveAgreed => "billed-above-price",
        GapReason.MoreThanOrdered => "billed-above-order",
        GapReason.TaxAboveRate => "billed-tax-above-rate",
        GapReason.BilledBefore => "billed-twice",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    private static string Stored(long value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record DealLineRow(
        ReportedDocument Document, OrgUnitId Unit, SupplierId Supplier, Guid Id, ItemId? Item, string Description, long Ordered, long Price, StoreId? Store, long Requested,
        bool HasNeed, long Accepted, long Refused, long Received, long Matched, long Billed, long Payable, long Vouchered, long Paid, long Issued);
}
