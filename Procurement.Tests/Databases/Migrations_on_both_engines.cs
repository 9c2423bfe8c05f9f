using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
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

    [Fact]
    public void Every_name_can_be_written_without_quotes_on_both_engines()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        var names = Names(sqlite).ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => name.Any(char.IsUpper));
        Assert.Equal(names, Names(postgreSql));
    }

    private static IEnumerable<string> Names(ProcurementDb db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(table =>
        table.Columns.Select(column => $"{table.Name}.{column.Name}")
            .Concat(table.Indexes.Select(index => index.Name))
            .Concat(table.UniqueConstraints.Select(key => key.Name))
            .Concat(table.ForeignKeyConstraints.Select(key => key.Name)))
        .Order(StringComparer.Ordinal);
}
