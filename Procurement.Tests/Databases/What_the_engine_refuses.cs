using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class What_the_engine_refuses
{
    [EngineFact]
    public async Task A_reference_to_nothing(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        var sample = Sample.Of("orphan");
        sample.Previous = SampleId.New();
        db.Add(sample);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [EngineFact]
    public async Task Deleting_what_something_else_refers_to(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        var first = Sample.Of("first");
        var second = Sample.Of("second");
        second.Previous = first.Id;
        db.AddRange(first, second);
        await db.SaveChangesAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute($"DELETE FROM sample WHERE id = {first.Id.Value}"));
    }

    [EngineFact]
    public async Task Changing_or_deleting_a_row_of_an_append_only_table(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        await new DatabaseObjects(db, sql, [new AppendOnlyNotes()]).Recreate(CancellationToken.None);
        var sample = Sample.Of("kept");
        sample.Annotate("for good");
        db.Add(sample);
        await db.SaveChangesAsync();

        var update = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute($"UPDATE sample_note SET text = 'other'"));
        var delete = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute($"DELETE FROM sample_note"));

        Assert.Contains("sample_note is append-only", update.Message, StringComparison.Ordinal);
        Assert.Contains("sample_note is append-only", delete.Message, StringComparison.Ordinal);
        Assert.Equal(ViolationKind.AppendOnly, DatabaseFaults.ViolationOf(delete, db)?.Kind);
    }

    [Fact]
    public async Task Replacing_a_row_of_an_append_only_table_on_SQLite()
    {
        await using var database = await SampleModel.Database(DatabaseEngine.Sqlite);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        await new DatabaseObjects(db, sql, [new AppendOnlyNotes()]).Recreate(CancellationToken.None);
        var sample = Sample.Of("kept");
        sample.Annotate("for good");
        db.Add(sample);
        await db.SaveChangesAsync();

        var replace = await Assert.ThrowsAnyAsync<DbException>(() => sql.Execute(
            $"INSERT OR REPLACE INTO sample_note (id, sample_id, text) SELECT id, sample_id, 'other' FROM sample_note"));

        Assert.Equal(ViolationKind.AppendOnly, DatabaseFaults.ViolationOf(replace, db)?.Kind);
    }

    [EngineFact]
    public async Task To_start_when_a_trigger_is_missing_and_the_next_start_puts_it_back(DatabaseEngine engine)
    {
        await using var database = await SampleModel.Database(engine);
        await using var db = SampleModel.Open(database);
        await using var sql = new SqlSession(db);
        var objects = new DatabaseObjects(db, sql, [new AppendOnlyNotes()]);
        await objects.Recreate(CancellationToken.None);
        await objects.AssertPresent(CancellationToken.None);

        await sql.Execute(engine == DatabaseEngine.Sqlite ? "DROP TRIGGER sample_note_no_delete" : "DROP TRIGGER sample_note_no_delete ON sample_note", []);

        await Assert.ThrowsAsync<InvalidOperationException>(() => objects.AssertPresent(CancellationToken.None));
        await objects.Recreate(CancellationToken.None);
        await objects.AssertPresent(CancellationToken.None);
    }

    private sealed class AppendOnlyNotes : IDatabaseObjects
    {
        public IEnumerable<string> Sqlite() => DatabaseObjectTexts.AppendOnly("sample_note", DatabaseEngine.Sqlite);

        public IEnumerable<string> PostgreSql() => DatabaseObjectTexts.AppendOnly("sample_note", DatabaseEngine.PostgreSql);
    }
}
