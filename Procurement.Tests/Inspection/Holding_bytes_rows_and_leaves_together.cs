using Procurement.Application.Inspection.Reports;
using Procurement.Application.Inspection.Reports.ReadReportRun;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.AuditTrail;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Inspection;

public sealed class Holding_bytes_rows_and_leaves_together(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task What_the_pipeline_wrote_is_equal_also_after_a_return_and_a_second_round(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        var app = log.App;
        var returned = await GoodsRequests.Submitted(app);
        await app.As(app.Body.Manager, new ReturnDocument(returned, await GoodsRequests.VersionOf(app, returned), "مقدار را روشن کنید"));
        await app.As(app.Body.Requester, new SubmitDocument(returned, await GoodsRequests.VersionOf(app, returned), null));

        var report = await app.Report("R10");

        Assert.Empty(report.Result.Rows);
        Assert.All(report.Result.Checks, check => Assert.True(check.Compared > 0, check.Name));
        Assert.NotEqual(id, returned);
    }

    [EngineFact]
    public async Task An_edited_line_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("goods_request_line", $"UPDATE goods_request_line SET quantity = quantity + 1");

        Named(await log.App.Report("R10"), id, "rows-altered");
    }

    [EngineFact]
    public async Task A_signature_made_somebody_elses_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("signature", $"UPDATE signature SET person_id = {log.App.Body.Official} WHERE person_id = {log.App.Body.Manager}");

        Named(await log.App.Report("R10"), id, "signature-not-in-log", "signature-removed", "step-without-its-signature");
    }

    [EngineFact]
    public async Task A_signature_over_other_bytes_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("signature", $"UPDATE signature SET content_sha256 = {new string('a', 64)} WHERE person_id = {log.App.Body.Manager}");

        Named(await log.App.Report("R10"), id, "signature-of-other-bytes", "signature-not-in-log", "signature-removed");
    }

    [EngineFact]
    public async Task A_deleted_signature_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("signature", $"DELETE FROM signature WHERE person_id = {log.App.Body.Manager}");

        Named(await log.App.Report("R10"), id, "signature-removed", "step-without-its-signature");
    }

    [EngineFact]
    public async Task An_edited_version_is_named_even_with_its_hash_made_to_fit(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        var other = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{}"u8));
        await log.App.Tamper("document_version", $"UPDATE document_version SET bytes = {"{}"u8.ToArray()}, sha256 = {other} WHERE document_id = {id}");

        var reasons = (await log.App.Report("R10")).Reasons().ToHashSet();

        Assert.Superset(new HashSet<string?> { "version-missing", "rows-altered", "signature-of-other-bytes", "leaf-of-other-bytes" }, reasons);
    }

    [EngineFact]
    public async Task A_deleted_version_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("document_version", $"DELETE FROM document_version WHERE document_id = {id}");

        Assert.Contains("version-missing", (await log.App.Report("R10")).Reasons());
    }

    [EngineFact]
    public async Task An_act_taken_off_the_timeline_or_rewritten_is_named(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("document_act", $"DELETE FROM document_act WHERE code = {ActCode.Drafted}");
        await log.App.Tamper("document_act", $"UPDATE document_act SET person_id = {log.App.Body.Stranger} WHERE code = {ActCode.Submitted}");

        Named(await log.App.Report("R10"), id, "act-not-in-log", "act-removed", "act-removed");
    }

    [EngineFact]
    public async Task An_edited_leaf_is_named_by_its_document_and_by_the_log(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()} WHERE idx = 0");

        var report = await log.App.Report("R10");

        Assert.Equal(["act-not-in-log", "leaf-altered", "log-does-not-verify"], report.Reasons().Order());
        Assert.All(report.Result.Rows.Where(row => row.Check == "acts"), row => Assert.Equal(id, row.Document!.Id));
        Assert.Contains(report.Result.Rows, row => row.Check == "log" && row.Cells[2] == "audit.leaf-altered(0)");
    }

    [EngineFact]
    public async Task A_leaf_hidden_from_its_document_is_missed_there(DatabaseEngine engine)
    {
        var (log, id) = await Signed(engine);
        await using var _ = log;
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET document_id = {DocumentId.New()} WHERE idx = 0");

        Named(await log.App.Report("R10"), id, "act-not-in-log");
    }

    [EngineFact]
    public async Task The_run_is_kept_with_its_parameters_and_the_log_carries_the_hash_of_its_result(DatabaseEngine engine)
    {
        var (log, _) = await Signed(engine);
        await using var __ = log;

        var run = (await log.App.Report("R10", log.App.Body.Province.Id)).Head;

        Assert.Equal((log.App.Body.Province.Id, log.App.Body.InspectorOne, 0L), (run.Parameters.Unit, run.RunBy, run.Different));
        var leaf = await log.LastLeaf();
        Assert.Equal((run.Id.Value, run.ResultSha256), (leaf.DocumentId, leaf.DetailHash?.ToHex()));
    }

    private async Task<(ALog Log, DocumentId Id)> Signed(DatabaseEngine engine)
    {
        var log = await ALog.On(await databases.Fresh(engine));
        var id = await GoodsRequests.SignedByManager(log.App);
        await log.Checkpoint();
        return (log, id);
    }

    private static void Named(ReportRunView report, DocumentId id, params string[] reasons)
    {
        Assert.Equal(reasons.Order(), report.Reasons().Order());
        Assert.All(report.Result.Rows, row => Assert.Equal(id, row.Document!.Id));
    }
}
