using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.Inspection.Reports.RunReport;
using Procurement.Domain.Inspection;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Inspection;

public sealed class Numbers_and_signatures_in_order(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task What_the_pipeline_wrote_is_in_order(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);

        var report = await app.Report("R8");

        Assert.Empty(report.Result.Rows);
        Assert.Equal([1, 1, 1, 0, 1], report.Result.Checks.Select(check => check.Compared));
    }

    [EngineFact]
    public async Task A_number_without_a_document_is_named(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);
        var lost = await GoodsRequests.Submitted(app);
        await GoodsRequests.Submitted(app);
        await app.Tamper("sign_off_sheet", $"UPDATE sign_off_sheet SET number_serial = 0 WHERE id = {lost}");

        var row = Assert.Single((await app.Report("R8")).Result.Rows);

        Assert.Equal(("number-without-document", "RQ-12-1405-00002"), (row.Reason, row.Cells[0]));
    }

    [EngineFact]
    public async Task An_effect_that_stands_before_a_signature_in_the_log_is_named_whatever_the_clock_says(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);
        var (effect, signature) = await app.Look(async db =>
        {
            var leaves = await Task.FromResult(db.Set<Infrastructure.AuditTrail.AuditLeafRow>().OrderBy(leaf => leaf.Idx).ToList());
            return (leaves.FindIndex(leaf => Says(leaf, "took-effect")), leaves.FindLastIndex(leaf => Says(leaf, "signed")));
        });
        await app.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = -1 WHERE idx = {(long)effect}");
        await app.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = {(long)effect} WHERE idx = {(long)signature}");
        await app.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = {(long)signature} WHERE idx = -1");

        var row = Assert.Single((await app.Report("R8")).Result.Rows);

        Assert.Equal(("effect-before-signature", "Keeper"), (row.Reason, row.Cells[0]));
    }

    [EngineFact]
    public async Task An_after_signature_past_its_day_is_named(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);
        await app.Tamper("route_step", $"UPDATE route_step SET timing = {StepTiming.After}, due_at = signed_at - 1 WHERE capacity = {Domain.Organisation.Capacity.Keeper}");

        var row = Assert.Single((await app.Report("R8")).Result.Rows);

        Assert.Equal(("signed-past-its-day", "Keeper"), (row.Reason, row.Cells[0]));
    }

    [EngineFact]
    public async Task A_reader_compares_only_what_his_units_have(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);

        var foreign = await app.As(app.Body.InspectorOne, new RunReport(ReportRunId.New(), "R8", new(new(2026, 3, 21), new(2027, 3, 20), Domain.Organisation.OrgUnitId.New())));
        var centre = await app.Report("R8", app.Body.Centre.Id);

        Assert.Equal("reconciliation.no-such-unit", foreign.Refusal.Code);
        Assert.Equal(0, centre.Head.Compared);
    }

    [EngineFact]
    public async Task A_run_is_shown_to_nobody_but_its_runner(DatabaseEngine engine)
    {
        await using var app = await Answered(engine);
        var run = await app.Report("R8");

        var other = await app.As(app.Body.InspectorTwo, new ReadReportRun(run.Head.Id));
        var staff = await app.As(app.Body.Requester, new ReadReportRun(run.Head.Id));

        Assert.Equal("reconciliation.no-such-run", other.Refusal.Code);
        Assert.Equal("shared.not-permitted", staff.Refusal.Code);
    }

    private async Task<TestApp> Answered(DatabaseEngine engine)
    {
        var app = await TestApp.On(await databases.Fresh(engine));
        await GoodsRequests.Answered(app);
        return app;
    }

    private static bool Says(Infrastructure.AuditTrail.AuditLeafRow leaf, string act) => Domain.AuditTrail.AuditLeaf.Parse(leaf.Bytes).Value.Act == act;
}
