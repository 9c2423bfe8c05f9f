using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Settings;
using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Settings.LoadShippedSettings;
using Procurement.Application.Settings.ProposeSetting;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Settings;

public sealed class The_settings_register(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly DateOnly Today = SettingsDesk.Day("1405/08/10");

    [EngineFact]
    public async Task Refuses_by_name_the_first_use_of_what_nobody_could_verify(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings(samples: false);

        var limits = await Require(app, SourcingSettings.ImprestLimits, Today);

        Assert.Equal("settings.value-missing", limits.Refusal.Code);
        Assert.Equal(new SettingName("imprest_limits"), limits.Refusal.Args[0]);
    }

    [EngineFact]
    public async Task Marks_sample_values_as_samples(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();

        Assert.True((await Require(app, SourcingSettings.ImprestLimits, Today)).Value.IsSample);
        Assert.False((await Require(app, GeneralSettings.LabelPercent, Today)).Value.IsSample);
        Assert.Equal(150, (await Require(app, GeneralSettings.LabelPercent, Today)).Value.Value);
    }

    [EngineFact]
    public async Task Loads_what_ships_only_once(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
        var before = await Views(app);

        await app.WithSettings();

        Assert.Equal(before.Sum(s => s.Versions.Count), (await Views(app)).Sum(s => s.Versions.Count));
    }

    [EngineFact]
    public async Task A_value_holds_only_after_a_second_person_approved_it(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
        var proposed = await app.As(app.Body.Controller, Percent("2", Today));
        Assert.Equal(150, (await Require(app, GeneralSettings.LabelPercent, Today)).Value.Value);

        Assert.Equal("settings.approver-entered-it", (await app.As(app.Body.Controller, new DecideSetting(proposed.Value, true, null))).Refusal.Code);
        Assert.True((await app.As(app.Body.Official, new DecideSetting(proposed.Value, true, null))).Succeeded);

        Assert.Equal(200, (await Require(app, GeneralSettings.LabelPercent, Today)).Value.Value);
        Assert.Equal(150, (await Require(app, GeneralSettings.LabelPercent, Today.AddDays(-1))).Value.Value);
        var view = (await Views(app)).Single(s => s.Key == "label_percent");
        Assert.Equal(Today.AddDays(-1), view.Versions[^1].To);
        Assert.Equal(("ذیحساب نمونه", "مدیرکل نمونه"), (view.Now!.ProposedBy, view.Now.DecidedBy));
    }

    [EngineFact]
    public async Task A_rejected_value_never_holds(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
        var proposed = await app.As(app.Body.Controller, Percent("9", Today));

        Assert.True((await app.As(app.Body.Official, new DecideSetting(proposed.Value, false, "سند ندارد"))).Succeeded);

        Assert.Equal(150, (await Require(app, GeneralSettings.LabelPercent, Today)).Value.Value);
    }

    [EngineFact]
    public async Task Needs_a_legal_basis_and_readable_fields(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();

        Assert.Equal("settings.legal-basis-missing", (await app.As(app.Body.Controller, Percent("2", Today) with { LegalBasis = " " })).Refusal.Code);
        Assert.Equal("settings.not-a-percent", (await app.As(app.Body.Controller, Percent("دو", Today))).Refusal.Code);
        Assert.Equal("settings.not-found", (await app.As(app.Body.Controller, Percent("2", Today) with { Key = "unknown" })).Refusal.Code);
    }

    [EngineFact]
    public async Task A_requester_reads_settings_and_changes_none(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings();

        Assert.NotEmpty((await app.As(app.Body.Requester, new ListSettings())).Value);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Requester, Percent("2", Today))).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Administrator, new LoadShippedSettings(true))).Refusal.Code);
    }

    [EngineFact]
    public async Task An_official_holiday_moves_the_last_day_of_a_deadline(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings(samples: false);
        var tomorrow = Today.AddDays(1);

        Assert.Equal(TehranTime.StartOfDay(tomorrow.AddDays(1)), await DueAfterOneDay(app));
        var proposed = await app.As(app.Body.Controller, Calendar(1405, "worked", $"۱۴۰۵/۰۱/۱۳، {JalaliDate.From(tomorrow)}"));
        Assert.True((await app.As(app.Body.Official, new DecideSetting(proposed.Value, true, null))).Succeeded);
        app.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(TehranTime.StartOfDay(tomorrow.AddDays(2)), await DueAfterOneDay(app));
        Assert.Equal("settings.holiday-of-another-year", (await app.As(app.Body.Controller, Calendar(1405, "worked", "1406/01/01"))).Refusal.Code);
        Assert.Equal("settings.not-a-date", (await app.As(app.Body.Controller, Calendar(1405, "worked", "نوروز"))).Refusal.Code);
    }

    [Fact]
    public void Whether_Thursday_is_worked_is_told_by_the_latest_year_and_the_holidays_of_every_year_count()
    {
        var calendar = FreeDays.Calendar(
            [new FreeDays(1406, true, [SettingsDesk.Day("1406/01/02")]), new FreeDays(1405, false, [SettingsDesk.Day("1405/12/29")])]);

        Assert.False(calendar.IsWorkingDay(SettingsDesk.Day("1406/01/02")));
        Assert.False(calendar.IsWorkingDay(SettingsDesk.Day("1405/12/29")));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 11, 5))); // a Thursday
        Assert.True(FreeDays.Calendar([]).IsWorkingDay(new DateOnly(2026, 11, 5)));
        Assert.False(FreeDays.Calendar([]).IsWorkingDay(new DateOnly(2026, 11, 6)));
    }

    [Fact]
    public void Fields_are_read_in_any_digits_and_kept_in_one_form()
    {
        var read = SourcingSettings.SplitWindows.Read(new Dictionary<string, string?> { ["days"] = "۳۶۵، 30 ،٩٠" });

        Assert.Equal("30,90,365", read.Value.Text("days"));
    }

    private static ProposeSetting Percent(string percent, DateOnly from) =>
        new("label_percent", new Dictionary<string, string?> { ["percent"] = percent }, from, "بخشنامه نمونه");

    private static ProposeSetting Calendar(int year, string thursday, string holidays) => new(
        "working_day_calendar",
        new Dictionary<string, string?> { ["year"] = year.ToString(CultureInfo.InvariantCulture), ["thursday"] = thursday, ["holidays"] = holidays }, SettingsDesk.Day("1405/01/01"), "تقویم رسمی");

    private static async Task<DateTimeOffset> DueAfterOneDay(TestApp app)
    {
        await using var scope = app.Scope();
        return scope.ServiceProvider.GetRequiredService<IBodyClock>().DueAfter(app.Clock.GetUtcNow(), 1);
    }

    private static async Task<Result<InForce<T>>> Require<T>(TestApp app, SettingDefinition<T> definition, DateOnly day)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<ISettings>().Require(definition, day, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<SettingView>> Views(TestApp app) => (await app.As(app.Body.Requester, new ListSettings())).Value;
}
