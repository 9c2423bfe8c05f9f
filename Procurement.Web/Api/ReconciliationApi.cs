using Procurement.Application.Inspection.Reports.ListReports;
using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Inspection;

namespace Procurement.Web.Api;

/// <summary>Reconciliation reports for other programs: the board, a run, and what came out of it.</summary>
internal sealed class ReconciliationApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/reconciliation").WithTags("reconciliation");
        reports.MapGet("", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ListReports(), ct), board => board));
        reports.MapPost("/{report}/runs", async (string report, ReportParameters body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new RunReport(ReportRunId.New(), report, body), ct), kept => kept.Id.Value, "reconciliation/runs"));
        reports.MapGet("/runs/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadReportRun(new ReportRunId(id)), ct), run => run));
    }
}
