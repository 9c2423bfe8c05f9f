using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Jalali_dates
{
    private static readonly Arbitrary<DateOnly> Days = Gen
        .Choose(new DateOnly(1921, 3, 21).DayNumber, new DateOnly(2122, 3, 20).DayNumber) // 1300/1/1 to the end of 1500
        .Select(DateOnly.FromDayNumber)
        .ToArbitrary();

    [Theory]
    [InlineData("1404/01/01", "2025-03-21")]
    [InlineData("1405/01/01", "2026-03-21")]
    [InlineData("1403/12/30", "2025-03-20")]
    [InlineData("1405/08/30", "2026-11-21")]
    [InlineData("1357/11/22", "1979-02-11")]
    public void A_known_day_is_converted_both_ways(string jalali, string gregorian)
    {
        var day = DateOnly.ParseExact(gregorian, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(jalali, JalaliDate.From(day).ToString());
        Assert.True(JalaliDate.TryParse(jalali, out var read));
        Assert.Equal(day, read.ToDateOnly());
    }

    [Fact]
    public void Every_day_from_1300_to_1500_survives_the_way_there_and_back()
    {
        var calendar = new PersianCalendar();
        Prop.ForAll(Days, day =>
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            var jalali = JalaliDate.From(day);
            return (jalali.Year, jalali.Month, jalali.Day) == (calendar.GetYear(midnight), calendar.GetMonth(midnight), calendar.GetDayOfMonth(midnight))
                && jalali.ToDateOnly() == day
                && JalaliDate.TryParse(PersianText.ToPersianDigits(jalali.ToString()), out var read) && read == jalali;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Later_days_are_greater() =>
        Prop.ForAll(Days, Days, (a, b) => a.CompareTo(b) == JalaliDate.From(a).CompareTo(JalaliDate.From(b))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_leap_years_are_those_of_the_official_calendar()
    {
        var leap = Enumerable.Range(1390, 35).Where(JalaliDate.IsLeapYear);

        Assert.Equal([1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424], leap);
    }

    [Theory]
    [InlineData("۱۴۰۵/۸/۳۰")]
    [InlineData("١٤٠٥/٠٨/٣٠")]
    [InlineData("1405-08-30")]
    [InlineData("1405.8.30")]
    [InlineData("  \u200F۱۴۰۵/۰۸/۳۰\u200E ")]
    public void A_day_is_read_in_any_digits_and_with_any_usual_separator(string typed)
    {
        Assert.True(JalaliDate.TryParse(typed, out var date));
        Assert.Equal(new JalaliDate(1405, 8, 30), date);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("05/08/30")]
    [InlineData("1405/13/01")]
    [InlineData("1405/00/10")]
    [InlineData("1405/08/31")]
    [InlineData("1407/12/30")]
    [InlineData("1405/08-30")]
    [InlineData("1405/8")]
    [InlineData("1405/8/30/1")]
    [InlineData("1405 8 30")]
    [InlineData("14050830")]
    [InlineData("2026/11/21")]
    [InlineData("30/08/1405")]
    [InlineData("۱۴۰۵/مهر/۱")]
    public void What_is_no_day_or_could_be_read_two_ways_is_refused(string? typed) => Assert.False(JalaliDate.TryParse(typed, out _));

    [Fact]
    public void A_day_that_does_not_exist_cannot_be_made() => Assert.Throws<ArgumentOutOfRangeException>(() => new JalaliDate(1404, 12, 30));
}

public sealed class Financial_years
{
    [Theory]
    [InlineData(1403, "2024-03-20", "2025-03-20")]
    [InlineData(1404, "2025-03-21", "2026-03-20")]
    [InlineData(1408, "2029-03-20", "2030-03-20")]
    public void A_year_runs_from_Farvardin_to_the_last_of_Esfand(int year, string first, string last)
    {
        Assert.Equal(first, new FiscalYear(year).FirstDay.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(last, new FiscalYear(year).LastDay.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Years_follow_each_other_without_gap_or_overlap()
    {
        for (var year = new FiscalYear(1300); year.Year < 1500; year = year.Next)
        {
            Assert.Equal(year.LastDay.AddDays(1), year.Next.FirstDay);
            Assert.Equal(year, FiscalYear.Of(year.LastDay));
            Assert.Equal(year, FiscalYear.Of(year.FirstDay));
            Assert.False(year.Contains(year.Next.FirstDay));
        }
    }
}
