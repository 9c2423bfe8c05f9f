using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.Settings.ProposeSetting;
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

    /// <summary>Loads a decree through its two people.</summary>
    public static async Task Threshold(this TestApp app, int year, long ceiling, string from)
    {
        var values = new Dictionary<string, string?>
        {
            ["year"] = year.ToString(CultureInfo.InvariantCulture), ["small_ceiling"] = ceiling.ToString(CultureInfo.InvariantCulture),
            ["medium_limit"] = (ceiling * 10).ToString(CultureInfo.InvariantCulture), ["boundary"] = "up-to", ["applies_to"] = "tender-and-auction", ["evidence"] = "نامه",
        };
        var proposed = await app.As(app.Body.Controller, new ProposeSetting("threshold_decree", values, Day(from), "تصویب‌نامه"));
        Assert.True(proposed.Succeeded, proposed.Succeeded ? "" : proposed.Refusal.ToString());
        Assert.True((await app.As(app.Body.Official, new DecideSetting(proposed.Value, true, null))).Succeeded);
    }

    public static DateOnly Day(string jalali) => JalaliDate.TryParse(jalali, out var date) ? date.ToDateOnly() : throw new ArgumentException(jalali, nameof(jalali));
}
