using Microsoft.EntityFrameworkCore;
using Procurement.Application;
using Procurement.Application.Identity;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Web.Demo;

/// <summary>Fills an empty database with the sample body and its history; a database with people in it is left as it is.</summary>
public static class DemoData
{
    public const string Switch = "--demo";

    private static readonly TimeSpan History = TimeSpan.FromDays(730);

    private static readonly TimeSpan Preparation = TimeSpan.FromDays(7);

    /// <returns>False when there were people already.</returns>
    public static Task<bool> Fill(IConfiguration configuration, TimeProvider now, CancellationToken ct = default) =>
        Fill(configuration, now, History, ct);

    /// <summary>The sample body with a history of this length; its last days, which fill the inboxes, are the same.</summary>
    public static Task<bool> Fill(IConfiguration configuration, TimeProvider now, TimeSpan history, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Fill(configuration, now.GetUtcNow(), history, DemoStory.Tell, ct);
    }

    /// <summary>The sample body with stores, goods and credit, without its history: everything is still to be done.</summary>
    public static Task<bool> SetTheScene(IConfiguration configuration, TimeProvider now, CancellationToken ct = default) =>
        Fill(configuration, now.GetUtcNow(), Preparation, DemoStory.SetTheScene, ct);

    /// <summary>Tells the application whether it shows itself; in the demo nobody is asked for a second factor unless the settings say so.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, bool isOn)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new DemoMode(isOn));
        builder.Services.AddScoped<DemoDoor>();
        const string secondFactor = $"{SecurityOptions.Section}:{nameof(SecurityOptions.SecondFactorRequiredFor)}";
        if (isOn && builder.Configuration[secondFactor] is null) builder.Configuration[secondFactor] = "none";
    }

    private static async Task<bool> Fill(
        IConfiguration configuration, DateTimeOffset end, TimeSpan before, Func<DemoStage, DateTimeOffset, CancellationToken, Task> tell, CancellationToken ct)
    {
        var clock = new DemoClock(end - before);
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.AddDataProtection();
        await using var provider = services.BuildServiceProvider();
        await provider.SetUpDatabase(ct);
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
            if (await db.Set<Person>().AnyAsync(ct)) return false;
        }

        await tell(new DemoStage(provider, clock), end, ct);
        return true;
    }
}
