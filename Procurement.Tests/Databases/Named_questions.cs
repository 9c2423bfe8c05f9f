using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Named_questions
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [EngineFact]
    public async Task Are_filtered_sorted_with_tie_breakers_and_paged_by_the_database(DatabaseEngine engine)
    {
        await using var database = await Filled(engine);
        await using var db = SampleModel.Open(database);

        var titles = await db.Set<Sample>().WithSpecification(new OpenSamples(startingWith: "b", skip: 1, take: 2)).Select(s => s.Title).ToListAsync();

        Assert.Equal(["b2", "b1"], titles);
    }

    [EngineFact]
    public async Task Leave_out_a_filter_whose_condition_is_false(DatabaseEngine engine)
    {
        await using var database = await Filled(engine);
        await using var db = SampleModel.Open(database);

        Assert.Equal(5, await db.Set<Sample>().WithSpecification(new OpenSamples(startingWith: null, skip: 0, take: 10)).CountAsync());
    }

    [EngineFact]
    public async Task Bring_the_parts_they_include_and_track_only_when_asked(DatabaseEngine engine)
    {
        await using var database = await Filled(engine);
        await using var db = SampleModel.Open(database);

        var sample = await db.Set<Sample>().WithSpecification(new WithNotes("a1")).SingleAsync();

        Assert.Equal("note", Assert.Single(sample.Notes).Text);
        Assert.Equal(EntityState.Unchanged, db.Entry(sample).State);
    }

    [EngineFact]
    public async Task Give_back_rows_shaped_for_one_screen(DatabaseEngine engine)
    {
        await using var database = await Filled(engine);
        await using var db = SampleModel.Open(database);

        Assert.Equal(["a1", "b1", "b2", "b3", "c1"], await db.Set<Sample>().WithSpecification(new Titles()).ToListAsync());
    }

    [Fact]
    public void Drop_the_tie_breakers_of_an_order_that_was_left_out()
    {
        var rows = new[] { "b", "c", "a" }.AsQueryable().WithSpecification(new Unsorted()).ToList();

        Assert.Equal(["b", "c", "a"], rows);
    }

#if !FULL_FEED
    // The package notices when the query runs.
    [Fact]
    public void Include_only_plain_members() => Assert.Throws<ArgumentException>(() => new BadInclude());

    private sealed class BadInclude : Specification<Sample>
    {
        public BadInclude() => Query.Include(s => s.Title.Trim());
    }
#endif

    private static async Task<TestDatabase> Filled(DatabaseEngine engine)
    {
        var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        foreach (var (title, minute) in new[] { ("a1", 0), ("b1", 1), ("b2", 2), ("b3", 2), ("c1", 3) })
        {
            var sample = Sample.Of(title);
            sample.MadeAt = Noon.AddMinutes(minute);
            if (title == "a1") sample.Annotate("note");
            db.Add(sample);
        }

        await db.SaveChangesAsync();
        return database;
    }

    private sealed class OpenSamples : Specification<Sample>
    {
        public OpenSamples(string? startingWith, int skip, int take) =>
            Query.Where(s => s.Status == SampleStatus.Open)
                .Where(s => s.Title.StartsWith(startingWith!), startingWith is not null)
                .OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Title).ThenBy(s => s.Id)
                .Skip(skip).Take(take).TagWith("open samples");
    }

    private sealed class WithNotes : Specification<Sample>
    {
        public WithNotes(string title) => Query.Where(s => s.Title == title).Include(s => s.Notes).AsTracking();
    }

    private sealed class Titles : Specification<Sample, string>
    {
        public Titles() => Query.Where(s => s.Status == SampleStatus.Open).OrderBy(s => s.Title).AsNoTracking().Select(s => s.Title);
    }

    private sealed class Unsorted : Specification<string>
    {
        public Unsorted() => Query.OrderBy(text => text, false).ThenBy(text => text);
    }
}
