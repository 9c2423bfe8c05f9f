using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Setting_up_a_database(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Runs_again_at_every_start_without_harm(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);

        await database.Services.SetUpDatabase();

        await using var scope = database.Scope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task SQLite_flushes_every_commit_keeps_a_write_ahead_log_and_checks_foreign_keys()
    {
        var database = await databases.Open(DatabaseEngine.Sqlite);
        await using var scope = database.Scope();
        var sql = scope.ServiceProvider.GetRequiredService<ISqlSession>();

        Assert.Equal("wal", (await sql.Query($"PRAGMA journal_mode", row => row.GetString(0))).Single());
        Assert.Equal(2, (await sql.Query($"PRAGMA synchronous", row => row.GetInt64(0))).Single());
        Assert.Equal(1, (await sql.Query($"PRAGMA foreign_keys", row => row.GetInt64(0))).Single());
    }

    [Fact]
    public async Task Sqlite_is_the_bundled_engine_when_the_system_library_is_declined_and_never_an_older_one()
    {
        var database = await databases.Open(DatabaseEngine.Sqlite);
        await using var scope = database.Scope();
        var sql = scope.ServiceProvider.GetRequiredService<ISqlSession>();

        var version = Version.Parse((await sql.Query($"SELECT sqlite_version()", row => row.GetString(0))).Single());

        var bundled = new Version(3, 35, 5);
        if (Environment.GetEnvironmentVariable("PROCUREMENT_SQLITE") == "bundled") Assert.Equal(bundled, version);
        else Assert.True(version >= bundled, $"SQLite {version}");
    }

    [PostgreSqlFact]
    public async Task PostgreSQL_gives_up_on_a_lock_after_three_seconds_and_ends_idle_transactions_after_fifteen()
    {
        var database = await databases.Open(DatabaseEngine.PostgreSql);
        await using var scope = database.Scope();
        var sql = scope.ServiceProvider.GetRequiredService<ISqlSession>();

        Assert.Equal("3s", (await sql.Query($"SHOW lock_timeout", row => row.GetString(0))).Single());
        Assert.Equal("15s", (await sql.Query($"SHOW idle_in_transaction_session_timeout", row => row.GetString(0))).Single());
    }
}
