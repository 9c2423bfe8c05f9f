using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Procurement.Infrastructure.Persistence.Backup;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Wires the database into the container.</summary>
public static class PersistenceServices
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();

        if (options.Provider == DatabaseEngine.Sqlite)
        {
            services.AddSingleton(_ => new SqliteConnections(SqliteConnectionString(options.ConnectionString)));
            services.AddDbContext<SqliteProcurementDb>((scope, db) => db
                .UseSqlite(scope.GetRequiredService<SqliteConnections>().Take(), contextOwnsConnection: true).AddInterceptors(SqliteConnectionSettings.Instance));
            services.AddScoped<ProcurementDb>(scope => scope.GetRequiredService<SqliteProcurementDb>());
        }
        else
        {
            services.AddDbContext<PostgreSqlProcurementDb>(
                db => UseEngine(db, options.Provider, options.ConnectionString), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
            services.AddScoped<ProcurementDb>(scope => scope.GetRequiredService<PostgreSqlProcurementDb>());
        }

        services.AddSingleton(_ => new WriteGate(options.Provider));
        services.AddScoped<ISqlSession, SqlSession>();
        services.AddScoped<DatabaseObjects>();
        services.AddScoped<DatabaseSetup>();
        services.AddScoped<Backups>();
        foreach (var capability in Implementations<IDatabaseObjects>()) services.AddSingleton(typeof(IDatabaseObjects), capability);
        return services;
    }

    /// <summary>Migrates and puts the triggers in place; call once before the application takes requests.</summary>
    public static async Task SetUpDatabase(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Run(ct);
    }

    internal static DbContextOptionsBuilder UseEngine(DbContextOptionsBuilder db, DatabaseEngine engine, string connectionString) =>
        engine == DatabaseEngine.Sqlite
            ? db.UseSqlite(SqliteConnectionString(connectionString)).AddInterceptors(SqliteConnectionSettings.Instance)
            : db.UseNpgsql(PostgreSqlConnectionString(connectionString));

    /// <summary>
    /// Builds of SQLite differ in whether foreign keys are on; without recursive triggers a <c>REPLACE</c> would delete append-only rows
    /// unseen; the wait matches the write gate's.
    /// </summary>
    internal static string SqliteConnectionString(string given) => new SqliteConnectionStringBuilder(given)
    {
        ForeignKeys = true,
        RecursiveTriggers = true,
        DefaultTimeout = 5,
    }.ConnectionString;

    /// <summary>A lock nobody releases and a transaction nobody ends must not stop the others; both time out at the server.</summary>
    internal static string PostgreSqlConnectionString(string given)
    {
        var connection = new NpgsqlConnectionStringBuilder(given);
        connection.Options = $"{connection.Options} -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s".Trim();
        if (connection.MaxAutoPrepare == 0) connection.MaxAutoPrepare = 128;
        connection.AutoPrepareMinUsages = 2;
        return connection.ConnectionString;
    }

    private static IEnumerable<Type> Implementations<T>() => typeof(PersistenceServices).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)));
}
