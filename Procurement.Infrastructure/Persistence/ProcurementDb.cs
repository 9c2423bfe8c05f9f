using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence.Conventions;

namespace Procurement.Infrastructure.Persistence;

/// <summary>The unit of work over either database. Each capability adds its own configurations; none is named here.</summary>
/// <remarks>Queries do not track. A store that loads an aggregate to change it asks for <see cref="Tracked{T}"/>.</remarks>
public abstract class ProcurementDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>PostgreSQL cuts longer names; the same limit on both keeps index names, and so refusals, the same.</summary>
    private const int LongestName = 63;

    public abstract DatabaseEngine Engine { get; }

    /// <summary>The aggregates of a type, tracked so that their changes are saved.</summary>
    public IQueryable<T> Tracked<T>() where T : class => Set<T>().AsTracking();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(RootVersions.Instance);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredValues.Configure(configurationBuilder, Engine);
        configurationBuilder.Conventions.Add(_ => new AggregateConvention());
        configurationBuilder.Conventions.Add(_ => new RestrictedDeletes());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Model.SetMaxIdentifierLength(LongestName);
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
    }
}

/// <summary>The unit of work on SQLite.</summary>
public sealed class SqliteProcurementDb(DbContextOptions<SqliteProcurementDb> options) : ProcurementDb(options)
{
    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;
}

/// <summary>The unit of work on PostgreSQL.</summary>
public sealed class PostgreSqlProcurementDb(DbContextOptions<PostgreSqlProcurementDb> options) : ProcurementDb(options)
{
    public override DatabaseEngine Engine => DatabaseEngine.PostgreSql;
}
