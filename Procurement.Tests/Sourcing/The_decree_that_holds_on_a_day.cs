using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Sourcing;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

public sealed class The_decree_that_holds_on_a_day(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Is_the_one_notified_last_before_that_day_not_the_one_of_the_year(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings(samples: false);
        await using var scope = app.Scope();
        var table = await scope.ServiceProvider.GetRequiredService<Decrees>().Table(CancellationToken.None);

        Assert.Equal(1395, On(table, "1396/01/20").Year);
        Assert.Equal(1396, On(table, "1396/02/06").Year);
        Assert.Equal(SmallBoundary.LessThan, On(table, "1394/12/01").Boundary);
        Assert.Equal("sourcing.decree-without-notification-date(1398)", table.InForceOn(SettingsDesk.Day("1398/05/01")).Refusal.ToString());
    }

    [Theory]
    [InlineData("1397/06/01", 1397)]
    [InlineData("1398/01/20", 1397)]
    public void Last_years_decree_holds_until_the_next_is_notified(string day, int year) =>
        Assert.Equal(year, On(Table((1397, "1397/02/22")), day).Year);

    [Fact]
    public void A_decree_older_than_last_year_is_never_used()
    {
        var refused = Table((1397, "1397/02/22")).InForceOn(SettingsDesk.Day("1399/01/05"));

        Assert.Equal("sourcing.decree-not-loaded(1398, 1399)", refused.Refusal.ToString());
    }

    [Fact]
    public void A_dated_entry_replaces_the_shipped_one_without_a_day() =>
        Assert.Equal(1398, On(Table((1397, "1397/02/22"), (1398, null), (1398, "1398/03/01")), "1398/04/01").Year);

    [Theory]
    [InlineData(SmallBoundary.UpTo, 200, DealClass.Small)]
    [InlineData(SmallBoundary.LessThan, 200, DealClass.Medium)]
    [InlineData(SmallBoundary.LessThan, 199, DealClass.Small)]
    [InlineData(SmallBoundary.UpTo, 201, DealClass.Medium)]
    [InlineData(SmallBoundary.UpTo, 2_000, DealClass.Medium)]
    [InlineData(SmallBoundary.UpTo, 2_001, DealClass.Large)]
    public void The_operator_of_the_decree_decides_at_the_ceiling(SmallBoundary boundary, long amount, DealClass expected) =>
        Assert.Equal(expected, Decree(1395, boundary).ClassOf(Rials.FromStored(amount)));

    [Fact]
    public void A_medium_limit_that_is_not_ten_times_the_ceiling_is_refused()
    {
        var read = SourcingSettings.ThresholdDecree.Read(new Dictionary<string, string?>
        {
            ["year"] = "۱۴۰۰", ["small_ceiling"] = "650000000", ["medium_limit"] = "6650000000", ["boundary"] = "up-to", ["applies_to"] = "tender", ["evidence"] = "KIA-00",
        });

        Assert.Equal("sourcing.medium-is-ten-times-small", read.Refusal.Code);
    }

    private static ThresholdDecree On(DecreeTable table, string day) => table.InForceOn(SettingsDesk.Day(day)).Value.Decree;

    private static DecreeTable Table(params (int Year, string? From)[] decrees) =>
        new([.. decrees.Select(d => new DatedDecree(Decree(d.Year, SmallBoundary.UpTo), d.From is null ? null : SettingsDesk.Day(d.From), SettingId.New()))]);

    private static ThresholdDecree Decree(int year, SmallBoundary boundary) =>
        new(year, Rials.FromStored(200), Rials.FromStored(2_000), boundary, true, "", "");
}
