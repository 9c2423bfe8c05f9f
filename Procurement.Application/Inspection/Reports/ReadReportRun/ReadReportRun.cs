using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Inspection;
using Procurement.Domain.Shared;

namespace Procurement.Application.Inspection.Reports.ReadReportRun;

/// <summary>A run as it came out, for its page and its export.</summary>
[Requires(ReconciliationPermissions.Read)]
public sealed record ReadReportRun(ReportRunId Id) : IQuery<Result<ReportRunView>>;

/// <param name="Head">Who ran it, over what.</param>
/// <param name="RunByName">The name of who ran it.</param>
/// <param name="UnitName">The unit it was narrowed to; empty without one.</param>
/// <param name="Columns">The columns of the rows.</param>
/// <param name="Result">What came out.</param>
public sealed record ReportRunView(ReportRunHead Head, string RunByName, string UnitName, IReadOnlyList<ReportColumn> Columns, ReportResult Result);

internal sealed class ReadReportRunHandler(
    IEnumerable<IReconciliation> reports, IReportRuns runs, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadReportRun, Result<ReportRunView>>
{
    public async Task<Result<ReportRunView>> Handle(ReadReportRun query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var run = await runs.Find(query.Id, cancellationToken);

        // A run shows what its runner could see: only he, and who sees all units, may read it.
        if (run is null || (run.RunBy != actor.Person && !chart.ScopeOf(actor.Person, clock.Today).All)) return Refusal.NotFound("reconciliation.no-such-run");

        var head = new ReportRunHead(run.Id, run.Report, run.Parameters, run.RunBy, run.RunAt, run.Compared, run.Different, run.ResultSha256);
        return new ReportRunView(
            head, chart.NameOf(run.RunBy), run.UnitId is { } unit ? chart.Unit(unit)?.Name ?? "" : "",
            reports.Single(report => report.Code == run.Report).Columns, PackedResult.Read(run.Result));
    }
}
