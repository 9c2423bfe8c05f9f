using System.Globalization;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Inspection.Reports.ListReports;

/// <summary>The board of reconciliation reports, each with the last runs the asker may see.</summary>
[Requires(ReconciliationPermissions.Read)]
public sealed record ListReports : IQuery<Result<IReadOnlyList<ReportOnBoard>>>;

public sealed record ReportOnBoard(string Code, ReportFilters Filters, IReadOnlyList<ReportRunHead> Runs);

internal sealed class ListReportsHandler(
    IEnumerable<IReconciliation> reports, IReportRuns runs, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListReports, Result<IReadOnlyList<ReportOnBoard>>>
{
    private const int RunsShown = 5;

    public async Task<Result<IReadOnlyList<ReportOnBoard>>> Handle(ListReports query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var seesAll = chart.ScopeOf(actor.Person, clock.Today).All;
        var board = new List<ReportOnBoard>();
        foreach (var report in reports.OrderBy(report => int.Parse(report.Code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)))
            board.Add(new ReportOnBoard(report.Code, report.Filters, await runs.Latest(report.Code, seesAll ? null : actor.Person, RunsShown, cancellationToken)));
        return board;
    }
}
