using System.Globalization;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Inspection.Reports.ListReports;

/// <summary>The board of reconciliation reports, each with the last runs the asker may see.</summary>
[Requires(ReconciliationPermissions.Read)]
public sealed record ListReports : IQuery<Result<ReportBoard>>;

/// <param name="Reports">The reports, R1 first.</param>
/// <param name="Units">The units the asker may narrow them to.</param>
public sealed record ReportBoard(IReadOnlyList<ReportOnBoard> Reports, IReadOnlyList<UnitOnBoard> Units);

public sealed record UnitOnBoard(OrgUnitId Id, string Name, string NameEn);

public sealed record ReportOnBoard(string Code, ReportFilters Filters, IReadOnlyList<ReportRunHead> Runs);

internal sealed class ListReportsHandler(
    IEnumerable<IReconciliation> reports, IReportRuns runs, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListReports, Result<ReportBoard>>
{
    private const int RunsShown = 5;

    public async Task<Result<ReportBoard>> Handle(ListReports query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        var seesAll = scope.All;
        var board = new List<ReportOnBoard>();
        foreach (var report in reports.OrderBy(report => int.Parse(report.Code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)))
            board.Add(new ReportOnBoard(report.Code, report.Filters, await runs.Latest(report.Code, seesAll ? null : actor.Person, RunsShown, cancellationToken)));
        return new ReportBoard(board, [.. chart.Units.Where(u => scope.Covers(u.Id)).OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => new UnitOnBoard(u.Id, u.Name, u.NameEn))]);
    }
}
