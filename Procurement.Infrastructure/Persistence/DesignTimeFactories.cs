using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Gives the migration tool a model to compare; it never opens the database named here.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteProcurementDb>
{
    public SqliteProcurementDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteProcurementDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlProcurementDb>
{
    public PostgreSqlProcurementDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlProcurementDb>().UseNpgsql("Host=localhost").Options);
}
