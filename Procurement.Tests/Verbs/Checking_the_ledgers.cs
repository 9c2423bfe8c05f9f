using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Verbs;

public sealed class Checking_the_ledgers(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task What_the_pipeline_wrote_agrees(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        await GoodsRequests.SignedByManager(app);
        await GoodsRequests.Submitted(app);

        var run = await VerbRun.Of(database, "check-ledger");

        Assert.Equal((0, true), (run.ExitCode, !run.Said.Contains("differences", StringComparison.Ordinal)));
    }

    [EngineFact]
    public async Task A_number_without_its_document_is_named(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        await GoodsRequests.Submitted(app);
        var second = await GoodsRequests.Submitted(app);

        await app.Tamper("sign_off_sheet", $"UPDATE sign_off_sheet SET number_serial = 7 WHERE id = {second}");
        var run = await VerbRun.Of(database, "check-ledger");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("goods-request 12 1405: numbers 1..2 were given, 2 documents have one, from 1 to 7", run.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_signature_missing_from_the_register_of_hands_is_named(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        var id = await GoodsRequests.SignedByManager(app);

        await app.Tamper("file_hand", $"DELETE FROM file_hand WHERE person_id = {app.Body.Manager}");
        var run = await VerbRun.Of(database, "check-ledger");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"file {id.Value}: the signature of {app.Body.Manager.Value} as UnitManager is not in the register", run.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task An_incompatible_second_hand_slipped_in_is_named(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        var id = await GoodsRequests.SignedByManager(app);

        await app.Tamper("file_hand", $"UPDATE file_hand SET person_id = {app.Body.Requester} WHERE person_id = {app.Body.Manager}");
        var run = await VerbRun.Of(database, "check-ledger");

        Assert.Contains($"file {id.Value}: {app.Body.Requester.Value} is both Requester and UnitManager", run.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_stored_version_with_other_bytes_is_named(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        var id = await GoodsRequests.Submitted(app);

        await app.Tamper("document_version", $"UPDATE document_version SET bytes = {"{}"u8.ToArray()} WHERE document_id = {id}");
        var run = await VerbRun.Of(database, "check-ledger");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"document {id.Value}: the bytes of version", run.Said, StringComparison.Ordinal);
    }
}
