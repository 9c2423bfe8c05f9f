using Procurement.Application.Inspection.Reports;
using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Inspection;

/// <summary>Runs a report as an inspector does and reads back what was kept.</summary>
internal static class ReportsOfTests
{
    public static async Task<ReportRunView> Report(this TestApp app, string code, OrgUnitId? unit = null, PersonId? by = null)
    {
        var year = FiscalYear.Of(TehranTime.Today(app.Clock));
        var reader = by ?? app.Body.InspectorOne;
        var run = await app.As(reader, new RunReport(ReportRunId.New(), code, new ReportParameters(year.FirstDay, year.LastDay, unit)));
        Assert.True(run.Succeeded, run.Succeeded ? "" : run.Refusal.ToString());
        return (await app.As(reader, new ReadReportRun(run.Value.Id))).Value;
    }

    public static IEnumerable<string?> Reasons(this ReportRunView view) => view.Result.Rows.Select(row => row.Reason);
}
