using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Domain.Inspection;
using Procurement.Domain.Shared;

namespace Procurement.Web.Demo;

/// <summary>The inspector's reports over the sample history, so that the board shows what they found.</summary>
internal sealed class DemoReports(DemoStage stage, DemoBody body)
{
    private static readonly string[] Reports = ["R1", "R4", "R5", "R8", "R10"];

    public async Task Run(CancellationToken ct)
    {
        var year = FiscalYear.Of(stage.Today);
        foreach (var report in Reports)
            await stage.As(body.Inspectors[0], new RunReport(ReportRunId.New(), report, new ReportParameters(year.FirstDay, stage.Today)), ct);
    }
}
