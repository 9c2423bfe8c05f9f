using Microsoft.EntityFrameworkCore;
using Procurement.Application;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Web.Demo;

/// <summary>Fills an empty database with the sample body and its history; a database with people in it is left as it is.</summary>
public static class DemoData
{
    public const string Switch = "--demo";

    private static readonly TimeSpan History = TimeSpan.FromDays(730);

    /// <returns>False when there were people already.</returns>
    public static async Task<bool> Fill(IConfiguration configuration, TimeProvider now, CancellationToken ct = default)
    {
        var end = now.GetUtcNow();
        var clock = new DemoClock(end - History);
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

        await DemoStory.Tell(new DemoStage(provider, clock), end, ct);
        return true;
    }
}
