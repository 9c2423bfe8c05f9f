using System.Data.Common;
using System.Globalization;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Issuing;

/// <summary>The work lists of the way out, oldest first: what waits longest is on top.</summary>
internal sealed class IssuingDeskQueries(ISqlSession sql, DocumentRegistry registry, ChartOfCall charts) : IIssuingDesk
{
    private const int PageSize = 50;

    // What of a parcel lies at the hand-over place and is on no pass.
    private const string SomethingReady =
        """
        EXISTS (SELECT 1 FROM picked_parcel p WHERE p.delivery_id = d.id AND p.quantity - p.put_back - p.handed_over
            - COALESCE((SELECT SUM(x.went_out - x.returned + x.promised) FROM passed_part x WHERE x.parcel_id = p.id), 0) > 0)
        """;

    private const string Receiver =
        "COALESCE((SELECT r.substitute_id FROM receiver_substitute r WHERE r.delivery_id = d.id ORDER BY r.\"order\" DESC LIMIT 1), d.requester_id)";

    public async Task<IReadOnlyList<IssuingRow>> Waiting(IssuingWork work, DeskOwner owner, CancellationToken ct)
    {
        if (owner.StoresFor(work) is { Count: 0 }) return [];

        var values = new List<object?>();
        var (person, since) = Columns(work);
        var chart = await charts.Get(ct);
        return await sql.Query(
            $"""
            SELECT s.id, s.kind, s.series_code, s.number_year, s.number_serial, s.subject, st.name, st.name_en, {person}, {since}
            FROM {From(work, owner, values)}
            ORDER BY {since}, s.id LIMIT {PageSize}
            """,
            values,
            row => new IssuingRow(
                row.GetId<DocumentId>(0), Number(row, persian: false), Number(row, persian: true), row.GetString(5), row.GetString(6), row.GetString(7),
                row.GetIdOrNull<PersonId>(8) is { } named ? chart.NameOf(named) : "", row.GetInstant(9)), ct);
    }

    public async Task<int> Count(IReadOnlyList<IssuingWork> works, DeskOwner owner, CancellationToken ct)
    {
        var values = new List<object?>();
        var parts = works.Where(w => owner.StoresFor(w) is not { Count: 0 }).Select(w => $"SELECT COUNT(*) AS n FROM {From(w, owner, values)}").ToList();
        var counts = await sql.Query(string.Join(" UNION ALL ", parts), values, row => row.GetInt64(0), ct);
        return (int)counts.Sum();
    }

    private static (string Person, string Since) Columns(IssuingWork work) => work switch
    {
        IssuingWork.ToIssue => ("s.owner_id", "s.effective_at"),
        IssuingWork.ToPick or IssuingWork.Ready or IssuingWork.ToTakeOver => (Receiver, "s.effective_at"),
        IssuingWork.AtTheGate => ("d.receiver_id", "s.effective_at"),
        IssuingWork.WithCarrier or IssuingWork.ToConfirm => ("d.receiver_id", "d.left_at"),
        IssuingWork.Disputed => ("d.receiver_id", "d.confirmed_at"),
        _ => throw new ArgumentOutOfRangeException(nameof(work), work, "No such work."),
    };

    private static string From(IssuingWork work, DeskOwner owner, List<object?> values)
    {
        string Value(object? value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"@p{values.Count - 1}");
        }

        var (table, waits) = work switch
        {
            // From the open reservations, which an index keeps apart: a request stays in effect long after all of it was handed over.
            IssuingWork.ToIssue => ("goods_request", "d.id IN (SELECT v.document_id FROM reservation v JOIN goods_request g ON g.id = v.document_id AND g.store_id = v.store_id WHERE v.reserved > v.consumed + v.released)"),
            IssuingWork.ToPick => (
                "issue_delivery",
                $"""
                d.is_closed = {Value(false)} AND EXISTS (SELECT 1 FROM issue_delivery_line l WHERE l.delivery_id = d.id
                    AND l.quantity > COALESCE((SELECT SUM(p.quantity - p.put_back) FROM picked_parcel p WHERE p.line_id = l.id), 0))
                """),
            IssuingWork.Ready => ("issue_delivery", $"d.is_closed = {Value(false)} AND {SomethingReady}"),
            IssuingWork.ToTakeOver => ("issue_delivery", $"d.is_closed = {Value(false)} AND {Receiver} = {Value(owner.Person)} AND {SomethingReady}"),
            IssuingWork.AtTheGate => ("gate_pass", "d.left_at IS NULL"),
            IssuingWork.WithCarrier => ("gate_pass", "d.left_at IS NOT NULL AND d.receiver_id IS NOT NULL"),
            IssuingWork.ToConfirm => ("gate_pass", $"d.left_at IS NOT NULL AND d.confirmed_at IS NULL AND d.receiver_id = {Value(owner.Person)}"),
            IssuingWork.Disputed => (
                "gate_pass",
                $"""
                d.confirmed_at IS NOT NULL AND EXISTS (SELECT 1 FROM gate_pass_line l WHERE l.gate_pass_id = d.id AND l.disputed > 0)
                    AND NOT EXISTS (SELECT 1 FROM dispute_decision c JOIN sign_off_sheet x ON x.id = c.id
                        WHERE c.pass_id = d.id AND x.state IN ({Value((int)DocumentState.InRoute)}, {Value((int)DocumentState.InEffect)}, {Value((int)DocumentState.Closed)}))
                """),
            _ => throw new ArgumentOutOfRangeException(nameof(work), work, "No such work."),
        };
        // Passes and deliveries close; the index on kind and state leads past those that have.
        var kind = table switch
        {
            "goods_request" => GoodsRequest.Kind,
            "gate_pass" => GatePass.Kind,
            _ => IssueVoucher.Kind,
        };
        var mine = owner.StoresFor(work) is { } stores ? $" AND d.store_id IN ({string.Join(", ", stores.Select(s => Value(s)))})" : "";
        return $"{table} d JOIN sign_off_sheet s ON s.id = d.id JOIN store st ON st.id = d.store_id WHERE s.kind = {Value(kind.Code)} AND s.state = {Value((int)DocumentState.InEffect)}{mine} AND {waits}";
    }

    private string Number(DbDataReader row, bool persian) =>
        registry.NumberOf(new DocumentKind(row.GetString(1)), row.GetString(2), row.GetInt32(3), row.GetInt32(4), persian);
}
