using System.Data.Common;
using System.Globalization;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Issuing;

/// <summary>
/// R5: what goods left by ↔ what the guard let out ↔ what the receiver confirmed, in items, quantities and property numbers, each against the
/// moves of the stock ledger; nothing is left with a carrier (control 6.4.a).
/// </summary>
internal sealed class BasisExitAndConfirmation(ISqlSession sql, DocumentRegistry registry, IBodyClock clock) : IReconciliation
{
    private const string Chain = "exit-has-basis";
    private const string Basis = "exit-within-basis";
    private const string Book = "exit-in-book";
    private const string Confirmed = "exit-confirmed";
    private const string Pieces = "pieces-one-to-one";
    private const string Carrier = "carrier-agrees";
    private const string Back = "back-in-time";

    public string Code => "R5";

    public ReportFilters Filters => ReportFilters.Unit | ReportFilters.Store | ReportFilters.Item;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("item", ReportValue.Code), new("by-basis", ReportValue.Quantity), new("gone-out", ReportValue.Quantity), new("confirmed", ReportValue.Quantity),
        new("with-carrier", ReportValue.Quantity), new("piece", ReportValue.Code), new("at", ReportValue.Instant),
    ];

    public async Task<ReportResult> Run(ReportScope scope, CancellationToken ct)
    {
        var findings = new ReportFindings(Chain, Basis, Book, Confirmed, Pieces, Back, Carrier);
        await CompareChain(scope, findings, ct);
        await CompareBasis(scope, findings, ct);
        await CompareOtherBases(scope, findings, ct);
        await ComparePasses(scope, findings, ct);
        await CompareReturning(scope, findings, ct);
        await ComparePieces(scope, findings, ct);
        await CompareCarrier(scope, findings, ct);
        return findings.Result();
    }

    /// <summary>Every move out of a store to a user stands on a voucher or on a pass.</summary>
    private async Task CompareChain(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var moves = await sql.Query(
            $"""
            SELECT m.item_id, i.code, m.qty, m.at, s.kind, st.unit_id, m.out_of_store
            FROM stock_move m LEFT JOIN sign_off_sheet s ON s.id = m.document_id LEFT JOIN item i ON i.id = m.item_id LEFT JOIN store st ON st.id = m.out_of_store
            WHERE m.at >= {scope.Begins} AND m.at < {scope.Ends} AND m.reason IN ({MoveReason.HandOver}, {MoveReason.Exit})
            """,
            row => (Item: row.GetId<ItemId>(0), Code: row.GetStringOrNull(1), Quantity: row.GetInt64(2), At: row.GetInt64(3), Kind: row.GetStringOrNull(4),
                Unit: row.GetIdOrNull<OrgUnitId>(5), Store: row.GetIdOrNull<StoreId>(6)), ct);
        foreach (var move in moves.Where(m => Covers(scope, m.Unit, m.Store, m.Item)))
        {
            findings.Compared(Chain);
            if (move.Kind != IssueVoucher.Kind.Code && move.Kind != GatePass.Kind.Code)
                findings.Differs(Chain, "exit-without-basis", null, move.Code ?? "", "", Stored(move.Quantity), "", "", "", Stored(move.At));
        }
    }

    /// <summary>No line of a voucher went out more than it names, at the counter and through the gate together.</summary>
    private async Task CompareBasis(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var lines = await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, v.store_id, l.item, l.item_code, l.quantity,
                (SELECT SUM(m.qty) FROM stock_move m WHERE m.document_id = v.id AND m.line_id = l.id AND m.reason = {MoveReason.HandOver}),
                (SELECT SUM(p.handed_over) FROM picked_parcel p WHERE p.line_id = l.id),
                (SELECT SUM(g.went_out) FROM gate_pass_line g WHERE g.basis_line_id = l.id),
                (SELECT SUM(d.quantity) FROM disputed_line d JOIN sign_off_sheet x ON x.id = d.dispute_decision_id
                    WHERE d.basis_line_id = l.id AND d.outcome = {DisputeOutcome.Returned} AND x.effective_at IS NOT NULL),
                (SELECT COUNT(*) FROM stock_move m WHERE m.line_id = l.id AND m.document_id = v.id AND m.item_id <> l.item)
            FROM issue_voucher v JOIN sign_off_sheet s ON s.id = v.id JOIN issue_voucher_line l ON l.issue_voucher_id = v.id
            WHERE s.effective_at >= {scope.Begins} AND s.effective_at < {scope.Ends} ORDER BY s.id, l.id
            """,
            row => (Document: Document(row), Unit: row.GetId<OrgUnitId>(5), Store: row.GetId<StoreId>(6), Item: row.GetId<ItemId>(7), Code: row.GetString(8),
                Named: row.GetInt64(9), Handed: row.GetSum(10), TakenOver: row.GetSum(11), GoneOut: row.GetSum(12), Returned: row.GetSum(13), Strange: row.GetInt64(14)), ct);
        foreach (var line in lines.Where(l => Covers(scope, l.Unit, l.Store, l.Item)))
        {
            findings.Compared(Basis);
            var left = line.Handed + line.GoneOut - line.Returned;
            if (line.Strange > 0) Differs("exit-of-another-item");
            else if (left > line.Named) Differs("exit-exceeds-basis");
            if (line.Handed != line.TakenOver)
                findings.Differs(Book, "hand-over-not-in-book", line.Document, line.Code, Stored(line.Named), Stored(line.Handed), Stored(line.TakenOver), "", "", "");
            findings.Compared(Book);

            void Differs(string reason) => findings.Differs(Basis, reason, line.Document, line.Code, Stored(line.Named), Stored(left), "", "", "", "");
        }
    }

    /// <summary>No line of a return or of a temporary exit went out more than it names; all of it went by passes.</summary>
    private async Task CompareOtherBases(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var lines = await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, k.store_id, k.item_id, i.code, k.quantity, k.on_pass, k.settled, k.came_back,
                (SELECT SUM(g.went_out) FROM gate_pass_line g WHERE g.basis_line_id = k.line_id),
                (SELECT SUM(g.quantity) FROM gate_pass_line g JOIN gate_pass p ON p.id = g.gate_pass_id JOIN sign_off_sheet x ON x.id = p.id
                    WHERE g.basis_line_id = k.line_id AND p.left_at IS NULL AND x.state IN ({DocumentState.InRoute}, {DocumentState.InEffect})),
                (SELECT SUM(d.quantity) FROM disputed_line d JOIN sign_off_sheet x ON x.id = d.dispute_decision_id
                    WHERE d.basis_line_id = k.line_id AND d.outcome = {DisputeOutcome.Returned} AND x.effective_at IS NOT NULL),
                (SELECT SUM(m.qty) FROM stock_move m WHERE m.document_id = k.id AND m.line_id = k.line_id AND m.reason IN ({MoveReason.Rejection}, {MoveReason.Exit}))
            FROM (
                SELECT r.id, r.store_id, l.id AS line_id, l.item_id, l.quantity, l.on_pass, l.settled, 0 AS came_back
                FROM return_to_supplier r JOIN return_line l ON l.return_to_supplier_id = r.id
                UNION ALL
                SELECT e.id, e.store_id, l.id, l.item, l.quantity, l.on_pass, l.settled, 1
                FROM temporary_exit e JOIN exit_line l ON l.temporary_exit_id = e.id) AS k
            JOIN sign_off_sheet s ON s.id = k.id JOIN item i ON i.id = k.item_id
            WHERE s.effective_at >= {scope.Begins} AND s.effective_at < {scope.Ends} ORDER BY s.id, k.line_id
            """,
            row => (Document: Document(row), Unit: row.GetId<OrgUnitId>(5), Store: row.GetId<StoreId>(6), Item: row.GetId<ItemId>(7), Code: row.GetString(8),
                Named: row.GetInt64(9), OnPass: row.GetInt64(10), Settled: row.GetInt64(11), GoneOut: row.GetSum(13), Promised: row.GetSum(14), Returned: row.GetSum(15),
                Bare: row.GetSum(16)), ct);
        foreach (var line in lines.Where(l => Covers(scope, l.Unit, l.Store, l.Item)))
        {
            findings.Compared(Basis);
            var left = line.GoneOut - line.Returned;
            if (line.Bare > 0) Differs("exit-without-pass", line.Bare);
            else if (left > line.Named) Differs("exit-exceeds-basis", left);
            else if (line.OnPass != left + line.Promised || line.Settled > left) Differs("basis-miscounts-passes", left);

            void Differs(string reason, long gone) => findings.Differs(
                Basis, reason, line.Document, line.Code, Stored(line.Named), Stored(gone), Stored(line.Settled), "", "", "");
        }
    }

    /// <summary>What of a temporary exit reached its holder is back on its day, and the ledger has with holders what the passes say.</summary>
    private async Task CompareReturning(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var lines = await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, p.store_id, l.item, l.item_code, l.went_out, l.arrived, l.away, l.returned,
                p.left_at, CASE WHEN p.return_due < {clock.Today} THEN 1 ELSE 0 END,
                (SELECT SUM(m.qty) FROM stock_move m WHERE m.document_id = p.id AND m.line_id = l.id AND m.reason = {MoveReason.TemporaryReturn}),
                (SELECT SUM(d.quantity) FROM disputed_line d JOIN sign_off_sheet x ON x.id = d.dispute_decision_id
                    WHERE d.pass_line_id = l.id AND d.outcome = {DisputeOutcome.Accepted} AND x.effective_at IS NOT NULL)
            FROM gate_pass p JOIN sign_off_sheet s ON s.id = p.id JOIN gate_pass_line l ON l.gate_pass_id = p.id
            WHERE p.basis = {PassBasis.TemporaryExit} AND p.left_at >= {scope.Begins} AND p.left_at < {scope.Ends} ORDER BY s.id, l.id
            """,
            row => (Document: Document(row), Unit: row.GetId<OrgUnitId>(5), Store: row.GetId<StoreId>(6), Item: row.GetId<ItemId>(7), Code: row.GetString(8),
                WentOut: row.GetInt64(9), Arrived: row.GetInt64(10), Away: row.GetInt64(11), Returned: row.GetInt64(12), At: row.GetInt64(13), IsLate: row.GetSum(14) > 0,
                MovedBack: row.GetSum(15), Accepted: row.GetSum(16)), ct);
        foreach (var line in lines.Where(l => Covers(scope, l.Unit, l.Store, l.Item)))
        {
            findings.Compared(Back);
            if (line.Returned != line.MovedBack || line.Away != line.Arrived + line.Accepted - line.Returned) Differs("return-not-in-book");
            else if (line.IsLate && line.Away > 0) Differs("not-back-in-time");

            void Differs(string reason) => findings.Differs(
                Back, reason, line.Document, line.Code, "", Stored(line.WentOut), Stored(line.Returned), Stored(line.Away), "", Stored(line.At));
        }
    }

    /// <summary>What the guard signed is what the ledger moved; what went out was confirmed, or decided over.</summary>
    private async Task ComparePasses(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var lines = await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, p.store_id, l.item, l.item_code, l.quantity, l.went_out, l.arrived, p.left_at,
                p.confirmed_at,
                (SELECT SUM(m.qty) FROM stock_move m WHERE m.document_id = p.id AND m.line_id = l.id AND m.reason = {MoveReason.Exit}),
                (SELECT SUM(m.qty) FROM stock_move m WHERE m.document_id = p.id AND m.line_id = l.id AND m.reason = {MoveReason.Delivery}),
                (SELECT SUM(d.quantity) FROM disputed_line d JOIN sign_off_sheet x ON x.id = d.dispute_decision_id
                    WHERE d.pass_line_id = l.id AND x.effective_at IS NOT NULL)
            FROM gate_pass p JOIN sign_off_sheet s ON s.id = p.id JOIN gate_pass_line l ON l.gate_pass_id = p.id
            WHERE p.left_at >= {scope.Begins} AND p.left_at < {scope.Ends} ORDER BY s.id, l.id
            """,
            row => (Document: Document(row), Unit: row.GetId<OrgUnitId>(5), Store: row.GetId<StoreId>(6), Item: row.GetId<ItemId>(7), Code: row.GetString(8),
                Named: row.GetInt64(9), WentOut: row.GetInt64(10), Arrived: row.GetInt64(11), At: row.GetInt64(12), IsConfirmed: !row.IsDBNull(13), MovedOut: row.GetSum(14),
                MovedIn: row.GetSum(15), Decided: row.GetSum(16)), ct);
        foreach (var line in lines.Where(l => Covers(scope, l.Unit, l.Store, l.Item)))
        {
            findings.Compared(Book);
            findings.Compared(Confirmed);
            var open = line.WentOut - line.Arrived - line.Decided;
            if (line.WentOut > line.Named) Differs(Book, "exit-exceeds-basis");
            else if (line.WentOut != line.MovedOut) Differs(Book, "exit-not-in-book");
            else if (line.Arrived != line.MovedIn) Differs(Book, "delivery-not-in-book");
            if (open != 0) Differs(Confirmed, line.IsConfirmed ? "dispute-undecided" : "not-confirmed");

            void Differs(string check, string reason) => findings.Differs(
                check, reason, line.Document, line.Code, Stored(line.Named), Stored(line.WentOut), Stored(line.Arrived), Stored(open), "", Stored(line.At));
        }
    }

    /// <summary>Each numbered piece that went out is one of its voucher's, was confirmed or decided over, and stands in its custodian's name.</summary>
    private async Task ComparePieces(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var pieces = await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.unit_id, p.store_id, l.item, l.item_code, x.number, x.has_arrived, p.left_at,
                (SELECT COUNT(*) FROM issue_voucher_piece v WHERE v.line_id = l.basis_line_id AND v.number = x.number)
                    + (SELECT COUNT(*) FROM exit_piece e WHERE e.line_id = l.basis_line_id AND e.number = x.number),
                (SELECT COUNT(*) FROM disputed_piece d JOIN disputed_line k ON k.id = d.line_id JOIN sign_off_sheet y ON y.id = k.dispute_decision_id
                    WHERE k.pass_line_id = l.id AND d.number = x.number AND y.effective_at IS NOT NULL),
                (SELECT COUNT(*) FROM property_custody c JOIN property_item i ON i.id = c.property_item_id
                    WHERE i.number = x.number AND i.item_id = l.item AND (c.by_document = p.id OR (p.basis = {PassBasis.TemporaryExit} AND c.to_at IS NULL)))
            FROM gate_pass p JOIN sign_off_sheet s ON s.id = p.id JOIN gate_pass_line l ON l.gate_pass_id = p.id JOIN gate_pass_piece x ON x.line_id = l.id
            WHERE p.left_at >= {scope.Begins} AND p.left_at < {scope.Ends} AND x.has_left = {true} ORDER BY s.id, x.number
            """,
            row => (Document: Document(row), Unit: row.GetId<OrgUnitId>(5), Store: row.GetId<StoreId>(6), Item: row.GetId<ItemId>(7), Code: row.GetString(8),
                Number: row.GetString(9), HasArrived: row.GetBoolean(10), At: row.GetInt64(11), OnBasis: row.GetInt64(12), Decided: row.GetInt64(13), InCustody: row.GetInt64(14)), ct);
        foreach (var piece in pieces.Where(p => Covers(scope, p.Unit, p.Store, p.Item)))
        {
            findings.Compared(Pieces);
            if (piece.OnBasis == 0) Differs("piece-not-on-basis");
            else if (!piece.HasArrived && piece.Decided == 0) Differs("piece-not-confirmed");
            else if (piece.HasArrived && piece.InCustody == 0) Differs("piece-in-nobodys-name");

            void Differs(string reason) => findings.Differs(Pieces, reason, piece.Document, piece.Code, "", "", "", "", piece.Number, Stored(piece.At));
        }
    }

    /// <summary>What the ledger has with carriers, and with holders of temporary exits, now is what the passes say.</summary>
    private async Task CompareCarrier(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var rows = await sql.Query(
            $"""
            SELECT k.store_id, st.unit_id, k.item_id, i.code, SUM(k.booked), SUM(k.told), k.kind FROM (
                SELECT b.store_id, b.item_id, b.qty AS booked, 0 AS told, b.place_kind AS kind FROM stock_balance b
                WHERE b.place_kind IN ({PlaceKind.WithCarrier}, {PlaceKind.Away}) AND b.qty > 0
                UNION ALL
                SELECT p.store_id, l.item, 0, l.away, {PlaceKind.Away} FROM gate_pass_line l JOIN gate_pass p ON p.id = l.gate_pass_id WHERE l.away > 0
                UNION ALL
                SELECT d.store_id, p.item, 0, x.went_out - x.arrived - x.returned - x.lost, {PlaceKind.WithCarrier}
                FROM passed_part x JOIN picked_parcel p ON p.id = x.parcel_id JOIN issue_delivery d ON d.id = p.delivery_id
                UNION ALL
                SELECT p.store_id, l.item, 0, l.went_out - l.arrived - COALESCE((SELECT SUM(d.quantity) FROM disputed_line d
                    JOIN sign_off_sheet x ON x.id = d.dispute_decision_id WHERE d.pass_line_id = l.id AND x.effective_at IS NOT NULL), 0), {PlaceKind.WithCarrier}
                FROM gate_pass_line l JOIN gate_pass p ON p.id = l.gate_pass_id WHERE p.basis <> {PassBasis.IssueVoucher}) AS k
            JOIN store st ON st.id = k.store_id LEFT JOIN item i ON i.id = k.item_id
            GROUP BY k.store_id, st.unit_id, k.item_id, i.code, k.kind
            """,
            row => (Store: row.GetId<StoreId>(0), Unit: row.GetId<OrgUnitId>(1), Item: row.GetId<ItemId>(2), Code: row.GetStringOrNull(3), Booked: row.GetSum(4), Told: row.GetSum(5), IsAway: row.GetSum(6) == (long)PlaceKind.Away), ct);
        foreach (var row in rows.Where(r => Covers(scope, r.Unit, r.Store, r.Item)))
        {
            findings.Compared(Carrier);
            if (row.Booked != row.Told) findings.Differs(Carrier, row.IsAway ? "holder-differs" : "carrier-differs", null, row.Code ?? "", "", Stored(row.Told), "", Stored(row.Booked), "", "");
        }
    }

    private ReportedDocument Document(DbDataReader row)
    {
        var (kind, series, year, serial) = (new DocumentKind(row.GetString(1)), row.GetString(2), row.GetInt32(3), row.GetInt32(4));
        return new ReportedDocument(
            row.GetId<DocumentId>(0), kind.Code, registry.NumberOf(kind, series, year, serial, persian: false), registry.NumberOf(kind, series, year, serial, persian: true));
    }

    private static bool Covers(ReportScope scope, OrgUnitId? unit, StoreId? store, ItemId item) =>
        (scope.Units.All || (unit is { } at && scope.Units.Covers(at)))
        && (scope.Parameters.Store is not { } only || only == store)
        && (scope.Parameters.Item is not { } one || one == item);

    private static string Stored(long value) => value.ToString(CultureInfo.InvariantCulture);
}
