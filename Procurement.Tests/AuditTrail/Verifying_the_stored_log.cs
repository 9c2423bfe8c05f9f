using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Tests.Verbs;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Verifying_the_stored_log(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_log_that_grew_between_its_checkpoints_verifies(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);

        var run = await log.Verb("verify-log");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 checkpoints: all verify", run.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_second_run_without_new_leaves_signs_nothing_more(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);

        var before = await log.Checkpoint();
        var after = await log.Checkpoint();

        Assert.Equal(before!.ToString(), after!.ToString());
    }

    [EngineFact]
    public async Task An_edited_leaf_is_named(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()} WHERE idx = 2");

        Refused(await log.Verb("verify-log"), "audit.leaf-altered(2)", sound: 0);
    }

    [EngineFact]
    public async Task An_edited_leaf_with_its_hash_made_to_fit_breaks_the_next_checkpoint(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        var first = await log.App.Look(db => Task.FromResult(Sizes(db)[0]));
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()}, hash = {Domain.AuditTrail.MerkleTree.LeafHash("{}"u8).ToArray()} WHERE idx = {first}");

        var second = await log.App.Look(db => Task.FromResult(Sizes(db)[1]));
        Refused(await log.Verb("verify-log"), $"audit.history-changed({second})", sound: first);
    }

    [EngineFact]
    public async Task A_deleted_leaf_is_named(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        await log.App.Tamper("audit_leaf", $"DELETE FROM audit_leaf WHERE idx = 1");

        Refused(await log.Verb("verify-log"), "audit.leaf-missing(1, 2)", sound: 0);
    }

    [EngineFact]
    public async Task A_cut_off_end_is_named(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        var sizes = await log.App.Look(db => Task.FromResult(Sizes(db)));
        await log.App.Tamper("audit_leaf", $"DELETE FROM audit_leaf WHERE idx >= {sizes[0]}");

        Refused(await log.Verb("verify-log"), $"audit.leaves-cut-off({sizes[1]}, {sizes[0]})", sound: sizes[0]);
    }

    [EngineFact]
    public async Task Two_leaves_that_changed_places_are_found(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = -1 WHERE idx = 0");
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = 0 WHERE idx = 1");
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET idx = 1 WHERE idx = -1");

        var first = await log.App.Look(db => Task.FromResult(Sizes(db)[0]));
        Refused(await log.Verb("verify-log"), $"audit.history-changed({first})", sound: 0);
    }

    [EngineFact]
    public async Task A_log_rewritten_and_signed_anew_is_refuted_by_a_checkpoint_kept_outside(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        var kept = log.NewFile("kept.checkpoint");
        File.Copy(log.Export("latest.checkpoint"), kept);
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()}, hash = {Domain.AuditTrail.MerkleTree.LeafHash("{}"u8).ToArray()} WHERE idx = 0");
        await log.App.Tamper("audit_checkpoint", $"DELETE FROM audit_checkpoint");
        await log.Verb("checkpoint");

        Assert.Equal(0, (await log.Verb("verify-log")).ExitCode);
        Assert.Contains("audit.history-changed", (await log.Verb("verify-log", kept)).Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Nothing_more_is_signed_over_a_log_that_was_changed(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        await log.App.Tamper("audit_checkpoint", $"UPDATE audit_checkpoint SET frontier = {Array.Empty<byte>()}");
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()}, hash = {Domain.AuditTrail.MerkleTree.LeafHash("{}"u8).ToArray()} WHERE idx = 0");

        Assert.Null(await log.Checkpoint());
    }

    [EngineFact]
    public async Task A_damaged_frontier_is_rebuilt_from_the_leaves(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        await log.App.Tamper("audit_checkpoint", $"UPDATE audit_checkpoint SET frontier = {Array.Empty<byte>()}");
        await GoodsRequests.Submitted(log.App);

        Assert.NotNull(await log.Checkpoint());
    }

    [EngineFact]
    public async Task The_checkpoint_of_a_closed_day_is_exported_once_under_its_date(DatabaseEngine engine)
    {
        await using var log = await Grown(engine);
        Assert.False(File.Exists(log.Export("1405-08-10.checkpoint")));

        log.App.Clock.Pass(TimeSpan.FromHours(8));
        await log.Checkpoint();
        var closed = await File.ReadAllTextAsync(log.Export("1405-08-10.checkpoint"));
        await GoodsRequests.Submitted(log.App);
        await log.Checkpoint();

        Assert.Equal(closed, await File.ReadAllTextAsync(log.Export("1405-08-10.checkpoint")));
        Assert.NotEqual(closed, await File.ReadAllTextAsync(log.Export("latest.checkpoint")));
    }

    /// <summary>Two documents, a checkpoint after each.</summary>
    private async Task<ALog> Grown(DatabaseEngine engine)
    {
        var log = await ALog.On(await databases.Fresh(engine));
        await GoodsRequests.Submitted(log.App);
        await log.Checkpoint();
        await GoodsRequests.Submitted(log.App);
        await log.Checkpoint();
        return log;
    }

    private static List<long> Sizes(ProcurementDb db) =>
        [.. db.Set<Infrastructure.AuditTrail.AuditCheckpointRow>().Select(checkpoint => checkpoint.Size).Order()];

    private static void Refused(VerbRun run, string fault, long sound)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"[{fault}]", run.Said, StringComparison.Ordinal);
        Assert.Contains($"The first {sound} leaves are as they were signed", run.Said, StringComparison.Ordinal);
    }
}
