using Procurement.Application.AuditTrail;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Inspection.Reports.RunReport;

/// <summary>Runs a reconciliation report and keeps the run with its parameters and result.</summary>
/// <param name="Id">Id of the run, made by the asker.</param>
/// <param name="Report">R1 to R10.</param>
/// <param name="Parameters">What it looks at.</param>
[Requires(ReconciliationPermissions.Read)]
public sealed record RunReport(ReportRunId Id, string Report, ReportParameters Parameters) : ICommand<Result<ReportRunKept>>
{
    Guid? ICommandMark.AuditSubject => Id.Value;
}

/// <summary>A run that was kept; its leaf in the log carries the result's hash.</summary>
public sealed record ReportRunKept(ReportRunId Id, string ResultSha256) : IAuditDetail
{
    Sha256Hash IAuditDetail.DetailHash => Sha256Hash.TryParseHex(ResultSha256, out var hash) ? hash : throw new InvalidOperationException("Not a hash.");
}

internal sealed class RunReportHandler(
    IEnumerable<IReconciliation> reports, IReportRuns runs, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<RunReport, Result<ReportRunKept>>
{
    public async Task<Result<ReportRunKept>> Handle(RunReport command, CancellationToken cancellationToken)
    {
        var parameters = command.Parameters;
        if (reports.FirstOrDefault(report => report.Code == command.Report) is not { } report) return Refusal.NotFound("reconciliation.no-such-report", command.Report);
        if (parameters.From > parameters.To) return Refusal.Invalid("reconciliation.period-reversed").At("To");

        var units = UnitsFor(parameters.Unit, await charts.Get(cancellationToken));
        if (!units.Succeeded) return units.Plain();

        var result = await report.Run(new ReportScope(parameters, units.Value), cancellationToken);
        var (hash, packed) = PackedResult.Of(result);
        runs.Add(ReportRun.Record(command.Id, report.Code, parameters, actor.Person, clock.Now, result.Compared, result.Different, hash, packed));
        return new ReportRunKept(command.Id, hash.ToHex());
    }

    /// <summary>The unit asked for with all below it, as far as the asker may see; without one, all he may see.</summary>
    private Result<UnitScope> UnitsFor(OrgUnitId? unit, OrganisationChart chart)
    {
        var visible = actor.IsSystem ? UnitScope.Everything : chart.ScopeOf(actor.Person, clock.Today);
        if (unit is not { } asked) return visible;

        return visible.Covers(asked)
            ? UnitScope.Of(chart.Subtree(asked).Select(below => below.Id).Where(visible.Covers))
            : Refusal.NotFound("reconciliation.no-such-unit").At("Unit");
    }
}
