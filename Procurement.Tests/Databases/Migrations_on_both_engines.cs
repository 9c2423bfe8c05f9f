using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;
using Xunit;

namespace Procurement.Tests.Databases;

public sealed class Migrations_on_both_engines
{
    [Fact]
    public void Nothing_in_the_model_waits_for_a_migration_on_SQLite()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Run ./eng/migrations.");
    }

    [Fact]
    public void Nothing_in_the_model_waits_for_a_migration_on_PostgreSQL()
    {
        using var db = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges(), "Run ./eng/migrations.");
    }
}
