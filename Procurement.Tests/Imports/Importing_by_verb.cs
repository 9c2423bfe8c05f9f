using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Tests.Verbs;
using Xunit;

namespace Procurement.Tests.Imports;

public sealed class Importing_by_verb(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_verb_tries_a_file_and_brings_it_in(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);

        var tried = await VerbRun.Of(database, ["import", "suppliers", AFile.Sample("suppliers.csv"), "--dry-run"]);
        var afterTrial = await app.Look(db => db.Set<Supplier>().CountAsync());
        var done = await VerbRun.Of(database, ["import", "suppliers", AFile.Sample("suppliers.csv")]);
        var again = await VerbRun.Of(database, ["import", "suppliers", AFile.Sample("suppliers.csv")]);

        Assert.True(tried.ExitCode == 0, tried.Said);
        Assert.Contains("4 rows, 0 faults, 4 would be entered", tried.Said, StringComparison.Ordinal);
        Assert.Equal((0, 0, 4), (afterTrial, done.ExitCode, await app.Look(db => db.Set<Supplier>().CountAsync())));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("row 2, identifier: ", again.Said, StringComparison.Ordinal);
        Assert.Contains("[catalogue.supplier-already-registered]", again.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_first_count_is_brought_in_as_its_keeper_only(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var app = await TestApp.On(database);
        await TestStock.In(app.Services, app.Body.Province);
        var keeper = await app.Look(db => db.Set<Person>().Where(p => p.Id == app.Body.Keeper).Select(p => p.NationalId).SingleAsync());
        var buyer = await app.Look(db => db.Set<Person>().Where(p => p.Id == app.Body.Buyer).Select(p => p.NationalId).SingleAsync());
        string[] line = ["import", "opening-stock", AFile.Sample("opening-stock.csv")];

        var asNobody = await VerbRun.Of(database, line);
        var asBuyer = await VerbRun.Of(database, [.. line, $"--as={buyer}"]);
        var asKeeper = await VerbRun.Of(database, [.. line, $"--as={keeper}"]);

        Assert.Contains("[imports.needs-a-person]", asNobody.Said, StringComparison.Ordinal);
        Assert.Contains("[shared.not-permitted]", asBuyer.Said, StringComparison.Ordinal);
        Assert.True(asKeeper.ExitCode == 0, asKeeper.Said);
        Assert.Equal((app.Body.Keeper, DocumentState.Draft), await app.Look(async db =>
        {
            var draft = await db.Set<OpeningBalance>().SingleAsync();
            return (draft.SignOff.OwnerId, draft.SignOff.State);
        }));
    }
}
