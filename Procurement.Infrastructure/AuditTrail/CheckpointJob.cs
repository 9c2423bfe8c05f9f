using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Procurement.Application.AuditTrail.Checkpoints;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>Takes a checkpoint on a timer and exports it; after the day's close also under the day's name.</summary>
public sealed class CheckpointJob(
    IServiceScopeFactory scopes, CheckpointExports exports, AuditTrailOptions options, TimeProvider time, ILogger<CheckpointJob> log) : BackgroundService
{
    /// <summary>One run of the job.</summary>
    /// <returns>The checkpoint that covers the log now; null while the log is empty or cannot be signed.</returns>
    public async Task<SignedCheckpoint?> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var covered = await scope.ServiceProvider.GetRequiredService<CheckpointKeeper>().CoverLog(ct);
        if (!covered.Succeeded)
        {
            log.LogCritical("No checkpoint was signed, because the stored log is not what was signed before: {Refusal}", covered.Refusal);
            return null;
        }

        if (covered.Value is { } checkpoint) Export(checkpoint);
        return covered.Value;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CheckpointEvery, time);
        do
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; health shows the growing lag, and the next run covers what this one could not.
                log.LogError(fault, "The checkpoint could not be taken.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Export(SignedCheckpoint checkpoint)
    {
        exports.Latest(checkpoint);
        var now = TehranTime.ToLocal(time.GetUtcNow());
        if (TimeOnly.FromTimeSpan(now.TimeOfDay) >= options.DayClosesAt) exports.Day(DateOnly.FromDateTime(now.DateTime), checkpoint);
    }
}
