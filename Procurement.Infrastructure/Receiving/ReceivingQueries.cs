using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Receiving;

/// <summary>The work lists of receiving, oldest first: what waits longest is on top.</summary>
internal sealed class ReceivingQueries(ISqlSession sql, ProcurementDb db, DocumentRegistry registry) : IReceivingQueries
{
    private const int PageSize = 50;

    private const string Head = "SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, st.name, d.from_name, s.effective_at";

    public async Task<IReadOnlySet<DocumentId>> WithGoodsToCome(IReadOnlyCollection<DocumentId> deals, CancellationToken ct)
    {
        if (deals.Count == 0) return new HashSet<DocumentId>();

        var values = deals.Cast<object?>().ToList();
        var names = string.Join(", ", values.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")));
        string Due(string table, string deal) =>
            $"""
            SELECT l.{deal} FROM {table} l WHERE l.{deal} IN ({names}) AND l.item_kind = {(int)ItemKind.Goods} AND l.quantity >
                COALESCE((SELECT SUM(t.counted) FROM temporary_receipt_line t JOIN sign_off_sheet s ON s.id = t.temporary_receipt_id
                          WHERE t.basis_line_id = l.id AND s.state = {(int)DocumentState.InEffect}), 0)
                - COALESCE((SELECT SUM(c.refused) FROM conformance_line c JOIN sign_off_sheet s ON s.id = c.conformance_report_id
                            WHERE c.basis_line_id = l.id AND s.state = {(int)DocumentState.InEffect}), 0)
            """;
        var due = await sql.Query($"{Due("decision_line", "decision_id")} UNION {Due("contract_line", "contract_id")}", values, row => row.GetId<DocumentId>(0), ct);
        return due.ToHashSet();
    }

    public Task<IReadOnlyList<ReceivingRow>> InQuarantine(UnitScope scope, CancellationToken ct) => Rows(
        "temporary_receipt",
        $"""
        EXISTS (SELECT 1 FROM temporary_receipt_line l LEFT JOIN line_progress p ON p.line_id = l.id AND p.stage = {(int)LineStage.Presented}
                WHERE l.temporary_receipt_id = d.id AND l.counted > COALESCE(p.quantity, 0))
        """, scope, ct);

    public Task<IReadOnlyList<ReceivingRow>> Accepted(UnitScope scope, CancellationToken ct) => Rows(
        "conformance_report",
        $"""
        EXISTS (SELECT 1 FROM conformance_line l WHERE l.conformance_report_id = d.id AND (
            l.accepted > COALESCE((SELECT p.quantity FROM line_progress p WHERE p.line_id = l.id AND p.stage = {(int)LineStage.Received}), 0)
            OR l.accepted_at_cut > COALESCE((SELECT p.quantity FROM line_progress p WHERE p.line_id = l.id AND p.stage = {(int)LineStage.ReceivedAtCut}), 0)))
        """, scope, ct);

    public Task<IReadOnlyList<ReceivingRow>> Refused(UnitScope scope, CancellationToken ct) => Rows(
        "conformance_report",
        $"""
        EXISTS (SELECT 1 FROM conformance_line l LEFT JOIN line_progress p ON p.line_id = l.id AND p.stage = {(int)LineStage.SentBack}
                WHERE l.conformance_report_id = d.id AND l.refused > COALESCE(p.quantity, 0))
        """, scope, ct);

    public async Task<IReadOnlyList<WaitingLine>> WithoutChecklist(UnitScope scope, CancellationToken ct)
    {
        var values = new List<object?>();
        return await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, l.id, l.item_id, s.effective_at
            FROM temporary_receipt d JOIN sign_off_sheet s ON s.id = d.id JOIN temporary_receipt_line l ON l.temporary_receipt_id = d.id
            LEFT JOIN line_progress p ON p.line_id = l.id AND p.stage = {(int)LineStage.Presented}
            WHERE s.state = {(int)DocumentState.InEffect} AND l.counted > COALESCE(p.quantity, 0)
              AND NOT EXISTS (SELECT 1 FROM expert_checklist c WHERE c.line_id = l.id){Within(scope, values)}
            ORDER BY s.effective_at, l.id LIMIT {PageSize}
            """,
            values,
            row => new WaitingLine(
                row.GetId<DocumentId>(0), Number(row, persian: false), Number(row, persian: true), row.GetUuid(5), row.GetId<ItemId>(6), row.GetInstant(7)), ct);
    }

    public async Task<IReadOnlyList<(ExpertChecklist Checklist, string Number, string NumberFa)>> ToCheck(PersonId expert, CancellationToken ct)
    {
        var open = await db.Set<ExpertChecklist>().Where(c => c.ExpertId == expert && c.CompletedAt == null).OrderBy(c => c.AppointedAt).Take(PageSize).ToListAsync(ct);
        var receipts = open.Select(c => c.TemporaryReceiptId).Distinct().ToList();
        var sheets = await db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => receipts.Contains(s.Id))
            .Select(s => new { s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial }).ToDictionaryAsync(s => s.Id, ct);
        return
        [
            .. open.Select(c => sheets[c.TemporaryReceiptId] is var s
                ? (c, registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, false), registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, true))
                : default),
        ];
    }

    private async Task<IReadOnlyList<ReceivingRow>> Rows(string table, string waits, UnitScope scope, CancellationToken ct)
    {
        var values = new List<object?>();
        return await sql.Query(
            $"""
            {Head}
            FROM {table} d JOIN sign_off_sheet s ON s.id = d.id JOIN store st ON st.id = d.store_id
            WHERE s.state = {(int)DocumentState.InEffect} AND {waits}{Within(scope, values)}
            ORDER BY s.effective_at, s.id LIMIT {PageSize}
            """,
            values,
            row => new ReceivingRow(
                row.GetId<DocumentId>(0), Number(row, persian: false), Number(row, persian: true), row.GetString(5), row.GetString(6), row.GetInstant(7)), ct);
    }

    private string Number(DbDataReader row, bool persian) =>
        registry.NumberOf(new DocumentKind(row.GetString(1)), row.GetString(2), row.GetInt32(3), row.GetInt32(4), persian);

    /// <summary>Limits to the units of a scope; an empty scope sees nothing.</summary>
    private static string Within(UnitScope scope, List<object?> values)
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
