using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Aggregate_versions
{
    [EngineFact]
    public async Task A_new_root_starts_at_one_and_rises_by_one_however_much_changed(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        var sample = Sample.Of("one", "a", "b");
        db.Add(sample);
        await db.SaveChangesAsync();
        Assert.Equal(1, sample.Version);

        sample.Title = "two";
        sample.Lines[0].Text = "c";
        sample.Add("d");
        await db.SaveChangesAsync();

        Assert.Equal(2, sample.Version);
    }

    [EngineFact]
    public async Task A_change_of_a_part_alone_raises_the_root(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        db.Add(Sample.Of("root", "a", "b"));
        await db.SaveChangesAsync();

        Assert.Equal(2, await AfterChange(database, sample => sample.Lines[1].Text = "changed"));
        Assert.Equal(3, await AfterChange(database, sample => sample.Remove(sample.Lines[0])));
        Assert.Equal(4, await AfterChange(database, sample => sample.Annotate("new")));
        Assert.Equal(5, await AfterChange(database, sample => sample.Notes[0].Text = "changed"));
        Assert.Equal(5, await AfterChange(database, _ => { }));
    }

    [EngineFact]
    public async Task Of_two_who_saw_the_same_version_only_the_first_saves(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var setup = SampleModel.Open(database);
        setup.Add(Sample.Of("seen", "line"));
        await setup.SaveChangesAsync();

        await using var first = SampleModel.Open(database);
        await using var second = SampleModel.Open(database);
        var mine = await first.Tracked<Sample>().SingleAsync();
        var theirs = await second.Tracked<Sample>().SingleAsync();
        mine.Title = "mine";
        theirs.Lines[0].Text = "theirs";
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [EngineFact]
    public async Task A_part_may_not_change_while_its_root_is_not_loaded(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var setup = SampleModel.Open(database);
        var sample = Sample.Of("root");
        sample.Annotate("note");
        setup.Add(sample);
        await setup.SaveChangesAsync();

        await using var db = SampleModel.Open(database);
        (await db.Tracked<SampleNote>().SingleAsync()).Text = "changed behind the root";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static async Task<long> AfterChange(TestDatabase database, Action<Sample> change)
    {
        await using (var db = SampleModel.Open(database))
        {
            change(await db.Tracked<Sample>().Include(sample => sample.Notes).SingleAsync());
            await db.SaveChangesAsync();
        }

        await using var again = SampleModel.Open(database);
        return await again.Set<Sample>().Select(sample => sample.Version).SingleAsync();
    }
}
