using System.Globalization;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Inspection;

/// <summary>
/// R8, numbers, signatures and their order: every number from one has a document, no effect came before its last <em>before</em>
/// signature, no <em>after</em> signature is past its day. What came first is read from the log, not from clocks.
/// </summary>
internal sealed class NumbersAndSignatures(DocumentPages pages, ISqlSession sql, DocumentRegistry registry, ChartOfCall charts, IBodyClock clock) : IReconciliation
{
    private const string Numbers = "numbers";
    private const string Effect = "effect-after-signatures";
    private const string Order = "signatures-in-order";
    private const string Days = "after-signatures-in-time";
    private const string Clock = "clock-follows-log";

    public string Code => "R8";

    public ReportFilters Filters => ReportFilters.Unit;

    public IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("subject", ReportValue.Code), new("person", ReportValue.Person), new("at", ReportValue.Instant), new("due", ReportValue.Instant),
    ];

    public async Task<ReportResult> Run(ReportScope scope, CancellationToken ct)
    {
        var findings = new ReportFindings(Numbers, Effect, Order, Days, Clock);
        var chart = await charts.Get(ct);
        await CompareNumbers(scope, findings, ct);
        await foreach (var page in pages.Sheets(scope, ct))
        {
            var leaves = await pages.Leaves(page, ct);
            foreach (var sheet in page) new OneDocument(sheet, [.. leaves[sheet.Id]], findings, registry, chart, clock.Now).Compare();
        }

        return findings.Result();
    }

    private async Task CompareNumbers(ReportScope scope, ReportFindings findings, CancellationToken ct)
    {
        var (first, last) = (FiscalYear.Of(scope.Parameters.From).Year, FiscalYear.Of(scope.Parameters.To).Year);
        var counters = await sql.Query(
            $"SELECT kind, series, year, last FROM number_counter WHERE year >= {first} AND year <= {last} ORDER BY kind, series, year",
            row => (Kind: row.GetString(0), Series: row.GetString(1), Year: row.GetInt32(2), Last: row.GetInt32(3)), ct);
        // Orders and payment batches count numbers too; they are no documents and have a ledger check of their own.
        foreach (var counter in counters.Where(c => registry.Find(c.Kind) is not null))
        {
            var given = await sql.Query(
                $"""
                SELECT number_serial, unit_id FROM sign_off_sheet
                WHERE kind = {counter.Kind} AND series_code = {counter.Series} AND number_year = {counter.Year} AND number_serial > 0
                """,
                row => (Serial: row.GetInt32(0), Unit: row.GetId<OrgUnitId>(1)), ct);

            // A series belongs to those who have a document in it; one that lost all its documents shows to who sees everything.
            if (!scope.Units.All && !given.Any(number => scope.Units.Covers(number.Unit))) continue;

            findings.Compared(Numbers, counter.Last);
            var serials = given.Select(number => number.Serial).ToHashSet();
            foreach (var missing in Enumerable.Range(1, counter.Last).Where(serial => !serials.Contains(serial)))
                findings.Differs(Numbers, "number-without-document", null, Number(counter.Kind, counter.Series, counter.Year, missing), "", "", "");
            foreach (var beyond in serials.Where(serial => serial > counter.Last).Order())
                findings.Differs(Numbers, "number-beyond-counter", null, Number(counter.Kind, counter.Series, counter.Year, beyond), "", "", "");
        }
    }

    private string Number(string kind, string series, int year, int serial) => registry.NumberOf(new DocumentKind(kind), series, year, serial, persian: false);

    /// <summary>Holds one document's signatures against the log.</summary>
    private sealed class OneDocument(
        SignOffSheet sheet, IReadOnlyList<LeafRead> leaves, ReportFindings findings, DocumentRegistry registry, OrganisationChart chart, DateTimeOffset now)
    {
        private readonly ReportedDocument _document = ReportedDocument.Of(sheet, registry);

        public void Compare()
        {
            var steps = sheet.CurrentSteps.ToList();
            if (sheet.EffectiveAt is { } effective) CompareEffect(steps.Where(step => step.Timing == StepTiming.Before), effective);
            CompareOrder(steps);
            foreach (var step in steps.Where(step => step is { Timing: StepTiming.After, DueAt: not null })) CompareDay(step);
            CompareClock();
        }

        private void CompareEffect(IEnumerable<RouteStep> before, DateTimeOffset effective)
        {
            var tookEffect = IndexOf("took-effect", TehranTime.UnixMicros(effective), person: null);
            findings.Compared(Effect);
            if (tookEffect is null)
            {
                findings.Differs(Effect, "effect-without-leaf", _document, "", "", Stored(effective), "");
                return;
            }

            foreach (var step in before)
            {
                if (!step.IsDone) Differs(Effect, "effect-before-signature", step);
                else if (step.State == StepState.Signed && LeafOf(step) is not { } signed) Differs(Effect, "signature-without-leaf", step);
                else if (step.State == StepState.Signed && LeafOf(step) > tookEffect) Differs(Effect, "effect-before-signature", step);
            }
        }

        private void CompareOrder(IReadOnlyList<RouteStep> steps)
        {
            var signed = steps.Where(step => step is { State: StepState.Signed, JoinedToOrder: null } && LeafOf(step) is not null).ToList();
            if (signed.Count < 2) return;

            findings.Compared(Order);
            foreach (var (earlier, later) in signed.Zip(signed.Skip(1)).Where(pair => LeafOf(pair.First) > LeafOf(pair.Second)))
                Differs(Order, "signed-before-its-turn", later);
        }

        private void CompareDay(RouteStep step)
        {
            findings.Compared(Days);
            if (step.IsDone && step.SignedAt > step.DueAt) Differs(Days, "signed-past-its-day", step);
            else if (!step.IsDone && step.DueAt < now) Differs(Days, "not-signed-past-its-day", step);
        }

        private void CompareClock()
        {
            var instants = leaves.Where(leaf => leaf.Leaf is not null).Select(leaf => leaf.Leaf!.At).ToList();
            if (instants.Count < 2) return;

            findings.Compared(Clock);
            foreach (var (_, back) in instants.Zip(instants.Skip(1)).Where(pair => pair.First > pair.Second))
                findings.Differs(Clock, "clock-went-back", _document, "", "", back.ToString(CultureInfo.InvariantCulture), "");
        }

        private long? LeafOf(RouteStep step) => step is { SignedAt: { } at, SignedBy: { } by } ? IndexOf("signed", TehranTime.UnixMicros(at), by) : null;

        private long? IndexOf(string act, long at, PersonId? person) => leaves
            .FirstOrDefault(leaf => leaf.Leaf is { } said && said.Act == act && said.At == at && (person is null || said.ActorId == person.Value.Value))?.Index;

        private void Differs(string check, string reason, RouteStep step) => findings.Differs(
            check, reason, _document, step.Capacity.ToString(), step.SignedBy is { } by ? chart.NameOf(by) : "", Stored(step.SignedAt), Stored(step.DueAt));

        private static string Stored(DateTimeOffset? at) => at is { } instant ? TehranTime.UnixMicros(instant).ToString(CultureInfo.InvariantCulture) : "";
    }
}
