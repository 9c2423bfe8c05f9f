using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

/// <summary>The provider features that the product leans on, walked through because the SQLite mix is our own (docs/decisions/0009).</summary>
public sealed class What_the_providers_can_do
{
    [EngineFact]
    public async Task Go_back_to_a_savepoint_inside_a_transaction(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(Sample.Of("kept"));
            await db.SaveChangesAsync();
            await transaction.CreateSavepointAsync("half");
            db.Add(Sample.Of("dropped"));
            await db.SaveChangesAsync();
            await transaction.RollbackToSavepointAsync("half");
            await transaction.CommitAsync();
        }

        Assert.Equal(["kept"], await db.Set<Sample>().Select(s => s.Title).ToListAsync());
    }

    [EngineFact]
    public async Task Find_Persian_text_by_its_beginning_and_by_a_part(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        db.AddRange(Sample.Of("کاغذ تحریر"), Sample.Of("میز تحریر"), Sample.Of("صندلی"));
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Set<Sample>().CountAsync(s => s.Title.StartsWith("کاغذ")));
        Assert.Equal(2, await db.Set<Sample>().CountAsync(s => s.Title.Contains("تحریر")));
    }

    [EngineFact]
    public async Task Compare_and_sort_text_by_its_bytes(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        string[] titles = ["پ", "a", "ي", "Bx", "ك", "bx", "-a", "_"];
        db.AddRange(titles.Select(title => Sample.Of(title)));
        await db.SaveChangesAsync();

        Assert.Equal(titles.Order(StringComparer.Ordinal), await db.Set<Sample>().OrderBy(s => s.Title).Select(s => s.Title).ToListAsync());
        Assert.Equal(["bx"], await db.Set<Sample>().Where(s => s.Title.StartsWith("bx")).Select(s => s.Title).ToListAsync());
    }

    [EngineFact]
    public async Task Group_count_and_join_on_the_server(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        var closed = Sample.Of("closed", "x", "y");
        closed.Status = SampleStatus.Closed;
        db.AddRange(Sample.Of("a", "1"), Sample.Of("b"), closed);
        await db.SaveChangesAsync();

        var counts = await db.Set<Sample>().GroupBy(s => s.Status).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync();
        var lines = await db.Set<Sample>().SelectMany(s => s.Lines, (s, l) => new { s.Title, l.Text }).OrderBy(r => r.Text).ToListAsync();

        Assert.Equal([(SampleStatus.Open, 2), (SampleStatus.Closed, 1)], counts.Select(c => (c.Key, c.Count)));
        Assert.Equal(["a1", "closedx", "closedy"], lines.Select(l => l.Title + l.Text));
    }

    [EngineFact]
    public async Task Upsert_and_return_in_one_statement(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        await sql.Execute($"CREATE TABLE counter (name VARCHAR(20) PRIMARY KEY, last BIGINT NOT NULL)");

        var taken = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            taken.AddRange(await sql.Query(
                $"INSERT INTO counter (name, last) VALUES ({"issue"}, 1) ON CONFLICT (name) DO UPDATE SET last = counter.last + 1 RETURNING last",
                row => row.GetInt64(0)));
        }

        Assert.Equal([1, 2, 3], taken);
    }

    [EngineFact]
    public async Task Sum_whole_rials_without_rounding(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        foreach (var title in new[] { "a", "b" })
        {
            var sample = Sample.Of(title);
            sample.Price = Rials.FromStored(4_503_599_627_370_497);
            db.Add(sample);
        }

        await db.SaveChangesAsync();

        Assert.Equal(9_007_199_254_740_994, (await sql.Query($"SELECT SUM(price) FROM sample", row => row.GetSum(0))).Single());
        Assert.Equal(0, (await sql.Query($"SELECT SUM(price) FROM sample WHERE title = {"none"}", row => row.GetSum(0))).Single());
    }

    [Fact]
    public async Task A_live_SQLite_database_can_be_backed_up()
    {
        await using var database = await SampleModel.Database(DatabaseEngine.Sqlite);
        await using var db = SampleModel.Open(database);
        db.Add(Sample.Of("saved"));
        await db.SaveChangesAsync();
        await db.Database.OpenConnectionAsync();

        await using var backup = new SqliteConnection("Data Source=:memory:");
        await backup.OpenAsync();
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(backup);

        await using var question = backup.CreateCommand();
        question.CommandText = "SELECT title FROM sample";
        Assert.Equal("saved", await question.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_transaction_on_SQLite_takes_the_write_lock_when_it_begins()
    {
        await using var database = await SampleModel.Database(DatabaseEngine.Sqlite);
        await using var writer = SampleModel.Open(database);
        await using var other = SampleModel.Open(database);
        await using var writing = await writer.Database.BeginTransactionAsync();
        await using var connection = new SqliteConnection(database.ConnectionString + ";Default Timeout=1");
        await connection.OpenAsync();

        var fault = Assert.Throws<SqliteException>(() => connection.BeginTransaction());

        Assert.True(DatabaseFaults.MayRunAgain(fault));
        Assert.Equal(0, await other.Set<Sample>().CountAsync());
    }

    [Fact]
    public void No_aggregate_is_deleted_because_another_one_is()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.Empty(Cascades(sqlite).Concat(Cascades(postgreSql)));
    }

    private static IEnumerable<string> Cascades(ProcurementDb db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        .Where(type => typeof(IAggregateRoot).IsAssignableFrom(type.ClrType))
        .SelectMany(type => type.GetForeignKeys())
        .Where(key => key.DeleteBehavior != DeleteBehavior.Restrict)
        .Select(key => $"{key.DeclaringEntityType.ShortName()} → {key.PrincipalEntityType.ShortName()}");
}
