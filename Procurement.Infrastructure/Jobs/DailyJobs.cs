using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Procurement.Application;
using Procurement.Application.Shared.Jobs;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ExpireDocument;
using Procurement.Application.SignOff.MarkOverdue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Jobs;

/// <summary>Runs every daily job once an official day, on the one node that leads.</summary>
public sealed class DailyJobs(IServiceScopeFactory scopes, TimeProvider time, ILogger<DailyJobs> log) : BackgroundService
{
    /// <summary>How soon after midnight, after a start or after a failure the day's jobs are looked at.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    /// <summary>Runs what is still to do today; a job that fails is tried again at the next look.</summary>
    public async Task RunDue(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<JobRuns>();
        await using var lead = await runs.Lead(ct);
        if (lead is null) return;

        var today = TehranTime.Today(time);
        foreach (var job in scope.ServiceProvider.GetServices<IDailyJob>().Select(job => job.Name).Order(StringComparer.Ordinal))
        {
            if (await runs.IsDone(job, today, ct)) continue;

            await runs.Begin(job, today, ct);
            if (await Run(job, today, ct)) await runs.End(job, today, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await RunDue(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "The day's jobs could not be looked at; they are looked at again in {Minutes} minutes.", LookEvery.TotalMinutes);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Each job in a scope of its own, so that nothing it has loaded is seen by the next.</summary>
    private async Task<bool> Run(string name, DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var report = scope.ServiceProvider.GetRequiredService<JobReport>();
        try
        {
            await scope.ServiceProvider.GetServices<IDailyJob>().Single(job => job.Name == name).Run(day, ct);
            log.LogInformation("Daily job {Job} of {Day}: {Done} done, {Refused} refused", name, day, report.Done, report.Refused);
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogError(fault, "Daily job {Job} of {Day} failed and will be run again.", name, day);
            return false;
        }
    }
}

internal sealed class JobServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<JobRuns>();
        services.AddScoped<JobReport>();
        services.AddScoped<IOverdueSignatures, OverdueSignatures>();
        services.AddImplementationsOf(typeof(JobServices).Assembly, typeof(IExpiringDocuments));
        services.AddImplementationsOf(typeof(IDailyJob).Assembly, typeof(IDailyJob));
        services.AddImplementationsOf(typeof(JobServices).Assembly, typeof(IDailyJob));
        services.AddSingleton<DailyJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyJobs>());
    }
}
