using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Settings.ProposeSetting;
using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.SignOff.Objections;
using Procurement.Domain.Settings;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Settings;

public sealed class The_first_start(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task An_ordinary_start_finds_the_shipped_values_in_the_register_without_samples(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));

        var settings = (await site.As(site.Body.Requester, new ListSettings())).Value;

        Assert.Equal("5", settings.Single(s => s.Key == "objection_answer_days").Now!.Values["days"]);
        Assert.Null(settings.Single(s => s.Key == "imprest_limits").Now);
        Assert.DoesNotContain(settings.SelectMany(s => s.Versions), v => v.IsSample);
    }

    [EngineFact]
    public async Task A_second_start_adds_nothing(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var before = (await site.As(site.Body.Requester, new ListSettings())).Value.Sum(s => s.Versions.Count);

        await site.Services.LoadShippedSettings();

        Assert.Equal(before, (await site.As(site.Body.Requester, new ListSettings())).Value.Sum(s => s.Versions.Count));
    }

    [PostgreSqlFact]
    public async Task Two_nodes_that_start_together_load_once()
    {
        await using var app = await TestApp.On(await databases.Fresh(DatabaseEngine.PostgreSql));

        await Task.WhenAll(Task.Run(() => app.Services.LoadShippedSettings()), Task.Run(() => app.Services.LoadShippedSettings()));

        var versions = (await app.As(app.Body.Requester, new ListSettings())).Value.Single(s => s.Key == "label_percent").Versions;
        Assert.Equal(SettingState.Shipped, Assert.Single(versions).State);
    }

    [EngineFact]
    public async Task The_days_to_answer_an_objection_are_those_in_force(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var proposed = await site.As(site.Body.Administrator, new ProposeSetting(
            "objection_answer_days", new Dictionary<string, string?> { ["days"] = "۱" }, SettingsDesk.Day("1405/01/01"), "بخشنامه نمونه"));
        Assert.True((await site.As(site.Body.Official, new DecideSetting(proposed.Value, true, null))).Succeeded);
        var id = await site.Submitted(site.Body.Requester);

        var objected = await site.As(site.Body.Controller, new RaiseObjection(id, "بی‌اعتبار", "ماده ۹۱", null));

        Assert.True(objected.Succeeded, objected.Succeeded ? "" : objected.Refusal.ToString());
        var objection = Assert.Single((await site.Sheet(id)).Objections);
        Assert.True(objection.AnswerDueAt <= site.Clock.GetUtcNow().AddDays(4), objection.AnswerDueAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }
}
