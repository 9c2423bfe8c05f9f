using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Files;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Health;

/// <summary>The database answers.</summary>
internal sealed class DatabaseAnswers(ISqlSession sql) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await sql.Query($"SELECT 1", row => row.GetInt32(0), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>The database has the shape this version needs.</summary>
internal sealed class NothingToMigrate(ProcurementDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending} migrations wait; run the verb migrate.");
    }
}

/// <summary>There is room for attachments and, on SQLite, for the database.</summary>
internal sealed class DiskHasRoom(FileVaultOptions vault) : IHealthCheck
{
    private const long Least = 256L * 1024 * 1024;
    private const long Comfortable = 1024L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(Path.GetFullPath(vault.Root)).AvailableFreeSpace;
        return Task.FromResult(free switch
        {
            < Least => HealthCheckResult.Unhealthy($"{free >> 20} MB are free."),
            < Comfortable => HealthCheckResult.Degraded($"{free >> 20} MB are free."),
            _ => HealthCheckResult.Healthy(),
        });
    }
}

/// <summary>The clock of this machine agrees with the database server's, and does not stand before the newest act.</summary>
internal sealed class ClockIsRight(ISqlSession sql, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var newest = (await sql.Query($"SELECT MAX(at) FROM audit_leaf", row => row.GetLongOrNull(0), cancellationToken))[0];
        if (newest is { } at && StoredInstant.FromMicroseconds(at) - time.GetUtcNow() > Tolerance)
            return HealthCheckResult.Unhealthy("The clock stands before the newest act of the log.");
        if (sql.Engine == DatabaseEngine.Sqlite) return HealthCheckResult.Healthy();

        var server = (await sql.Query(
            $"SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint", row => StoredInstant.FromMicroseconds(row.GetInt64(0)), cancellationToken))[0];
        var apart = (server - time.GetUtcNow()).Duration();
        return apart <= Tolerance ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"The clock is {apart.TotalSeconds:0} s apart from the database server's.");
    }
}

/// <summary>Acts do not wait long for a signed checkpoint: who could still rewrite them unseen has little time to.</summary>
internal sealed class CheckpointsKeepUp(ISqlSession sql, AuditTrailOptions options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waiting = await sql.Query(
            $"SELECT at FROM audit_leaf WHERE idx >= (SELECT COALESCE(MAX(size), 0) FROM audit_checkpoint) ORDER BY idx LIMIT 1",
            row => row.GetInstant(0), cancellationToken);
        if (waiting.Count == 0) return HealthCheckResult.Healthy();

        var lag = time.GetUtcNow() - waiting[0];
        return lag <= 3 * options.CheckpointEvery
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"The oldest act without a checkpoint waits for {lag.TotalMinutes:0} minutes.");
    }
}
