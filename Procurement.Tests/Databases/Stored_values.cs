using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Stored_values
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, 123, 456, TimeSpan.FromHours(3.5));

    [EngineFact]
    public async Task Every_kind_of_value_comes_back_as_it_went_in(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        var saved = Sample.Of("کاغذ A4", "سطر ۱");
        saved.Status = SampleStatus.Closed;
        saved.Price = Rials.FromStored(long.MaxValue);
        saved.Difference = new SignedRials(-5);
        saved.Amount = Quantity.FromScaled(1_500_000);
        saved.Score = 87.12345678m;
        saved.MadeAt = Noon;
        saved.Due = new DateOnly(2027, 3, 21);
        await using (var db = SampleModel.Open(database))
        {
            db.Add(saved);
            await db.SaveChangesAsync();
        }

        await using var again = SampleModel.Open(database);
        var read = await again.Set<Sample>().SingleAsync(s => s.Id == saved.Id);

        Assert.Equal(
            (saved.Title, saved.Status, saved.Price, saved.Difference, saved.Amount, saved.Score, saved.Due, saved.Previous),
            (read.Title, read.Status, read.Price, read.Difference, read.Amount, read.Score, read.Due, read.Previous));
        Assert.Equal(Noon.ToUniversalTime(), read.MadeAt);
        Assert.Equal("سطر ۱", Assert.Single(read.Lines).Text);
    }

    [EngineFact]
    public async Task Ids_sort_in_the_database_as_their_big_endian_bytes_do(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        var random = new Random(1);
        var ids = Enumerable.Range(0, 200).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }).ToList();
        foreach (var id in ids)
        {
            var sample = Sample.WithId(id);
            sample.Title = id.ToString();
            db.Add(sample);
        }

        await db.SaveChangesAsync();

        var sorted = await db.Set<Sample>().OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();

        Assert.Equal(ids.OrderBy(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)), StringComparer.Ordinal), sorted.Select(id => id.Value));
        Assert.Equal(ids.Order(), sorted.Select(id => id.Value));
    }

    [EngineFact]
    public async Task Questions_about_ids_money_and_instants_are_answered_by_the_database(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        var early = Sample.Of("early");
        early.MadeAt = Noon;
        early.Price = Rials.FromStored(10);
        var late = Sample.Of("late");
        late.MadeAt = Noon.AddMicroseconds(1);
        late.Price = Rials.FromStored(20);
        late.Previous = early.Id;
        db.AddRange(early, late);
        await db.SaveChangesAsync();
        SampleId[] wanted = [early.Id, late.Id];
        SampleId[] none = [];

        Assert.Equal("late", await db.Set<Sample>().Where(s => s.MadeAt > Noon).Select(s => s.Title).SingleAsync());
        Assert.Equal("late", await db.Set<Sample>().Where(s => s.Price > Rials.FromStored(10)).Select(s => s.Title).SingleAsync());
        Assert.Equal("late", await db.Set<Sample>().Where(s => s.Previous == early.Id).Select(s => s.Title).SingleAsync());
        Assert.Equal(2, await db.Set<Sample>().CountAsync(s => wanted.Contains(s.Id)));
        Assert.Equal(0, await db.Set<Sample>().CountAsync(s => none.Contains(s.Id)));
        Assert.Equal(["early", "late"], await db.Set<Sample>().OrderBy(s => s.MadeAt).Select(s => s.Title).ToListAsync());
    }

    [EngineFact]
    public async Task SQL_written_by_hand_sees_the_same_stored_forms(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        var sample = Sample.Of("hand");
        sample.MadeAt = Noon;
        sample.Due = new DateOnly(2027, 3, 21);
        sample.Amount = Quantity.Whole(3);
        db.Add(sample);
        await db.SaveChangesAsync();

        var changed = await sql.Execute(
            $"UPDATE sample SET price = price + {Rials.FromStored(41)}, status = {SampleStatus.Closed} WHERE id = {sample.Id.Value} AND due = {sample.Due} AND made_at = {Noon}");
        var rows = await sql.Query(
            $"SELECT id, price, status, made_at, due, amount, previous, title FROM sample WHERE id = {sample.Id.Value}",
            row => (Id: row.GetId<SampleId>(0), Price: row.GetInt64(1), Status: row.GetInt32(2), MadeAt: row.GetInstant(3), Due: row.GetDate(4),
                Amount: row.GetLongOrNull(5), Previous: row.GetIdOrNull<SampleId>(6), Title: row.GetStringOrNull(7)));

        Assert.Equal(1, changed);
        Assert.Equal((sample.Id, 42, 2, Noon.ToUniversalTime(), sample.Due, 3_000_000, null, "hand"), Assert.Single(rows));
    }

    [EngineFact]
    public async Task SQL_written_by_hand_is_undone_with_the_transaction(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        db.Add(Sample.Of("before"));
        await db.SaveChangesAsync();

        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(1, await sql.Execute($"UPDATE sample SET title = {"after"}"));
        }

        // The second use of a kept command runs outside the transaction it was made in.
        Assert.Equal(0, await sql.Execute($"UPDATE sample SET title = {"x"} WHERE title = {"after"}"));
        Assert.Equal("before", await db.Set<Sample>().Select(s => s.Title).SingleAsync());
        Assert.Equal(1, await sql.Execute($"UPDATE sample SET title = {"after"}"));
    }

    [EngineFact]
    public async Task A_statement_used_again_takes_nothing_where_it_took_a_value(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        db.Add(Sample.Of("reused"));
        await db.SaveChangesAsync();

        var seen = new List<long?>();
        foreach (var amount in new long?[] { 5, null, 7, null, null, 9 })
        {
            await sql.Execute($"UPDATE sample SET amount = {amount}");
            seen.Add((await sql.Query($"SELECT amount FROM sample", row => row.GetLongOrNull(0))).Single());
        }

        Assert.Equal([5, null, 7, null, null, 9], seen);
    }
}
