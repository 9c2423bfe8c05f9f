using Procurement.Infrastructure.Persistence;
using Procurement.Tests.AuditTrail;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Verbs;

public sealed class Backing_up_and_restoring(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_backup_taken_while_people_write_comes_back_whole_elsewhere(DatabaseEngine engine)
    {
        await using var log = await ALog.On(await databases.Fresh(engine));
        await GoodsRequests.Submitted(log.App);
        await log.Checkpoint();
        var archive = log.NewFile("backup.zip");

        using var enough = new CancellationTokenSource();
        var writing = Task.Run(() => KeepWriting(log.App, enough.Token));
        var saved = await log.Verb("backup", archive);
        await enough.CancelAsync();
        await writing;
        await using var elsewhere = await TestDatabase.Empty(engine);
        var restored = await log.VerbOver(elsewhere, "restore", archive);

        Assert.True(saved.ExitCode == 0, saved.Said);
        Assert.True(restored.ExitCode == 0, restored.Said);
        Assert.Contains("1 checkpoints: all verify", restored.Said, StringComparison.Ordinal);
        Assert.Contains("number series: agrees", restored.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_backup_never_replaces_a_database_in_use(DatabaseEngine engine)
    {
        await using var log = await ALog.On(await databases.Fresh(engine));
        await GoodsRequests.Submitted(log.App);
        await log.Verb("backup", log.NewFile("backup.zip"));

        var restored = await log.Verb("restore", log.NewFile("backup.zip"));

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("into an empty one only", restored.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_restored_log_that_was_tampered_with_in_the_backup_is_not_believed(DatabaseEngine engine)
    {
        await using var log = await ALog.On(await databases.Fresh(engine));
        await GoodsRequests.Submitted(log.App);
        await log.Checkpoint();
        await log.App.Tamper("audit_leaf", $"UPDATE audit_leaf SET bytes = {"{}"u8.ToArray()} WHERE idx = 1");
        await log.Verb("backup", log.NewFile("backup.zip"));

        await using var elsewhere = await TestDatabase.Empty(engine);
        var restored = await log.VerbOver(elsewhere, "restore", log.NewFile("backup.zip"));

        Assert.Equal(1, restored.ExitCode);
        Assert.Contains("[audit.leaf-altered(1)]", restored.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_said_to_be_none()
    {
        await using var log = await ALog.On(await databases.Fresh(DatabaseEngine.Sqlite));
        await File.WriteAllTextAsync(log.NewFile("note.txt"), "not an archive");
        await using var elsewhere = await TestDatabase.Empty(DatabaseEngine.Sqlite);

        var restored = await log.VerbOver(elsewhere, "restore", log.NewFile("note.txt"));

        Assert.Contains("is not a backup of this system", restored.Said, StringComparison.Ordinal);
    }

    private static async Task KeepWriting(TestApp app, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested) await GoodsRequests.Submitted(app);
    }
}
