using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Settings;

internal static class SettingsDesk
{
    /// <summary>What first start does; with samples, as the demonstration does.</summary>
    public static async Task<TestApp> WithSettings(this TestApp app, bool samples = true)
    {
        await using var scope = app.Scope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var loaded = await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(new LoadShippedSettings(samples));
        Assert.True(loaded.Succeeded, loaded.Succeeded ? "" : loaded.Refusal.ToString());
        return app;
    }

    public static DateOnly Day(string jalali) => JalaliDate.TryParse(jalali, out var date) ? date.ToDateOnly() : throw new ArgumentException(jalali, nameof(jalali));
}
