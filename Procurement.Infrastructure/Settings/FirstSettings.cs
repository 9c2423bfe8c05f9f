using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Settings;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Settings;

/// <summary>Puts the values that ship into the register of a body that starts for the first time; later starts find them there.</summary>
public static class FirstSettings
{
    /// <summary>Call once at start, after the database is set up.</summary>
    public static async Task LoadShippedSettings(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var turn = services.CreateAsyncScope();
        var db = turn.ServiceProvider.GetRequiredService<ProcurementDb>();
        var sql = turn.ServiceProvider.GetRequiredService<ISqlSession>();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            // Two nodes that start at once must not both find the register empty.
            if (db.Engine == DatabaseEngine.PostgreSql) await sql.Query($"SELECT pg_advisory_lock(hashtext('procurement.first-settings'))", _ => true, ct);
            if (!await db.Set<SettingVersion>().AnyAsync(v => v.State == SettingState.Shipped && !v.IsSample, ct)) await Load(services, ct);
            if (db.Engine == DatabaseEngine.PostgreSql) await sql.Query($"SELECT pg_advisory_unlock(hashtext('procurement.first-settings'))", _ => true, CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var loaded = await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(new LoadShippedSettings(), ct);
        if (!loaded.Succeeded) throw new InvalidOperationException($"The shipped settings were refused: {loaded.Refusal}");
        scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FirstSettings))
            .LogInformation("First start: {Count} shipped values were put into the settings register.", loaded.Value);
    }
}
