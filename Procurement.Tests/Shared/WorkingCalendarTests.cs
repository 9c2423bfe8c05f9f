using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Working_days
{
    // Nowruz 1405: a Saturday, with holidays until the Tuesday and again on the two days after the second weekend.
    private static readonly WorkingCalendar Nowruz = new(
        [DayOfWeek.Thursday, DayOfWeek.Friday],
        [Day(1, 1), Day(1, 2), Day(1, 3), Day(1, 4), Day(1, 12), Day(1, 13)]);

    [Theory]
    [InlineData(1, 1, 1, 5)]
    [InlineData(1, 5, 1, 8)]
    [InlineData(1, 5, 3, 10)]
    [InlineData(1, 5, 5, 15)]
    [InlineData(1, 15, -2, 10)]
    [InlineData(1, 5, 0, 5)]
    [InlineData(1, 6, 0, 8)]
    public void Weekends_and_holidays_do_not_shorten_a_deadline(int month, int day, int workingDays, int endsOn) =>
        Assert.Equal(Day(1, endsOn), Nowruz.AddWorkingDays(Day(month, day), workingDays));

    [Fact]
    public void A_deadline_of_so_many_days_lies_so_many_days_away() =>
        Prop.ForAll(Gen.Choose(-40, 400).ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (offset, days) =>
        {
            var from = Day(1, 1).AddDays(offset);
            var to = Nowruz.AddWorkingDays(from, days);
            return Nowruz.IsWorkingDay(to) && Nowruz.DaysBetween(from, to) == days;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_backwards_is_negative()
    {
        Assert.Equal(3, Nowruz.DaysBetween(Day(1, 5), Day(1, 10)));
        Assert.Equal(-2, Nowruz.DaysBetween(Day(1, 10), Day(1, 8)));
        Assert.Equal(0, Nowruz.DaysBetween(Day(1, 8), Day(1, 8)));
    }

    [Fact]
    public void The_weekend_is_data()
    {
        var fridayOnly = new WorkingCalendar([DayOfWeek.Friday], []);

        Assert.True(fridayOnly.IsWorkingDay(Day(1, 6)));
        Assert.False(Nowruz.IsWorkingDay(Day(1, 6)));
    }

    [Fact]
    public void A_week_without_working_day_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(Enum.GetValues<DayOfWeek>(), []));

    private static DateOnly Day(int month, int day) => new JalaliDate(1405, month, day).ToDateOnly();
}
