using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

/// <summary>Connections to SQLite are lent from one unit of work to the next; nothing but their speed may be left on them (docs/decisions/0020).</summary>
public sealed class Keeping_connections_to_SQLite
{
    [Fact]
    public async Task The_next_unit_of_work_gets_the_connection_with_its_settings()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        var first = await Settings(database);
        var second = await Settings(database);

        Assert.Same(first.Connection, second.Connection);
        Assert.Equal((2L, 1L, 1L), first.Values); // FULL, on, on
        Assert.Equal(first.Values, second.Values);
    }

    [Fact]
    public async Task Two_units_of_work_at_once_have_two_connections()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        await using var one = database.Scope();
        await using var other = database.Scope();

        Assert.NotSame(Db(one).Database.GetDbConnection(), Db(other).Database.GetDbConnection());
    }

    [Fact]
    public async Task A_unit_of_work_that_ends_inside_its_transaction_leaves_nothing()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        await Tell(database, "CREATE TABLE note (text TEXT)");
        await using (var scope = database.Scope())
        {
            await Db(scope).Database.BeginTransactionAsync();
            await Sql(scope).Execute($"INSERT INTO note VALUES ({"half"})");
        }

        await Tell(database, "INSERT INTO note VALUES ('whole')");

        await using var after = database.Scope();
        Assert.Null(Db(after).Database.CurrentTransaction);
        Assert.Equal(["whole"], await Sql(after).Query($"SELECT text FROM note", row => row.GetString(0)));
    }

    [Fact]
    public async Task One_statement_is_run_anew_with_other_values_and_read_twice_at_once()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        await Tell(database, "CREATE TABLE note (text TEXT)");
        foreach (var text in new[] { "الف", "ب", "پ" }) await Tell(database, $"INSERT INTO note VALUES ('{text}')");
        await using var scope = database.Scope();
        var connection = Db(scope).Database.GetDbConnection();
        await Db(scope).Database.OpenConnectionAsync();
        await using var outer = connection.CreateCommand();
        await using var inner = connection.CreateCommand();
        (outer.CommandText, inner.CommandText) = ("SELECT text FROM note ORDER BY rowid", "SELECT text FROM note ORDER BY rowid");
        var seen = new List<string>();
        await using (var reader = await outer.ExecuteReaderAsync())
        {
            await reader.ReadAsync();
            await using var again = await inner.ExecuteReaderAsync();
            while (await again.ReadAsync()) seen.Add(again.GetString(0));
            while (await reader.ReadAsync()) seen.Add(reader.GetString(0));
        }

        Assert.Equal(["الف", "ب", "پ", "ب", "پ"], seen);
        foreach (var text in seen)
            Assert.Equal([text], await Sql(scope).Query($"SELECT text FROM note WHERE text = {text}", row => row.GetString(0)));
    }

    [Fact]
    public async Task A_table_that_changed_is_planned_anew()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        await Tell(database, "CREATE TABLE note (text TEXT)");
        await Tell(database, "INSERT INTO note VALUES ('a')");
        Assert.Equal(1, await Columns(database));
        await Tell(database, "ALTER TABLE note ADD COLUMN more TEXT");

        Assert.Equal(2, await Columns(database));
    }

    [Fact]
    public async Task More_statements_than_are_kept_all_run()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        for (var i = 0; i < 1_000; i++)
        {
            await using var scope = database.Scope();
            var rows = await Sql(scope).Query($"SELECT {i} + 0", row => row.GetInt64(0));
            var text = await Sql(scope).Query("SELECT " + i.ToString(System.Globalization.CultureInfo.InvariantCulture), [], row => row.GetInt64(0));
            Assert.Equal([i, i], [.. rows, .. text]);
        }
    }

    [Fact]
    public async Task What_is_committed_after_an_unflushed_note_is_flushed_again()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        await Tell(database, "CREATE TABLE note (text TEXT)");
        await using var scope = database.Scope();

        await Sql(scope).ExecuteUnflushed($"INSERT INTO note VALUES ({"a"})");

        Assert.Equal([2L], await Sql(scope).Query($"PRAGMA synchronous", row => row.GetInt64(0)));
        Assert.Equal(["a"], await Sql(scope).Query($"SELECT text FROM note", row => row.GetString(0)));
    }

    [Fact]
    public async Task A_connection_left_unflushed_by_a_fault_is_not_lent_again()
    {
        await using var database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        System.Data.Common.DbConnection failed;
        await using (var scope = database.Scope())
        {
            failed = Db(scope).Database.GetDbConnection();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Sql(scope).ExecuteUnflushed($"INSERT INTO nowhere VALUES ({1})"));
        }

        var next = await Settings(database);
        Assert.NotSame(failed, next.Connection);
        Assert.Equal(2L, next.Values.Synchronous);
    }

    private static async Task<(System.Data.Common.DbConnection Connection, (long Synchronous, long ForeignKeys, long RecursiveTriggers) Values)> Settings(TestDatabase database)
    {
        await using var scope = database.Scope();
        var values = new List<long>();
        foreach (var name in new[] { "synchronous", "foreign_keys", "recursive_triggers" })
            values.AddRange(await Sql(scope).Query("PRAGMA " + name, [], row => row.GetInt64(0)));
        return (Db(scope).Database.GetDbConnection(), (values[0], values[1], values[2]));
    }

    private static async Task<int> Columns(TestDatabase database)
    {
        await using var scope = database.Scope();
        return (await Sql(scope).Query($"SELECT * FROM note", row => row.FieldCount))[0];
    }

    private static async Task Tell(TestDatabase database, string text)
    {
        await using var scope = database.Scope();
        await Sql(scope).Execute(text, []);
    }

    private static ProcurementDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ProcurementDb>();

    private static ISqlSession Sql(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<ISqlSession>();
}
