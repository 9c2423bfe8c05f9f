using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Official_time
{
    [Theory]
    [InlineData("2026-11-21T20:29:59Z", "2026-11-21")]
    [InlineData("2026-11-21T20:30:00Z", "2026-11-22")]
    [InlineData("2022-06-01T19:29:59Z", "2022-06-01")] // summer time, abolished in 1401
    [InlineData("2022-06-01T19:30:00Z", "2022-06-02")]
    public void An_instant_falls_on_the_day_the_wall_clock_in_Tehran_shows(string instant, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            TehranTime.LocalDate(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_starts_at_its_first_instant_even_when_summer_time_began_at_midnight()
    {
        for (var day = new DateOnly(2005, 1, 1); day.Year < 2035; day = day.AddDays(1))
        {
            var start = TehranTime.StartOfDay(day);
            Assert.Equal(day, TehranTime.LocalDate(start));
            Assert.Equal(day.AddDays(-1), TehranTime.LocalDate(start.AddTicks(-1)));
        }
    }

    [Fact]
    public void A_stored_instant_comes_back_the_same() =>
        Prop.ForAll(Any.LongUpTo(250_000_000_000_000_000).ToArbitrary(), micros =>
            TehranTime.UnixMicros(TehranTime.FromUnixMicros(micros)) == micros
            && TehranTime.UnixMicros(TehranTime.FromUnixMicros(micros).AddTicks(9).ToOffset(TimeSpan.FromHours(3.5))) == micros)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_finer_than_a_microsecond_is_cut_towards_the_past() =>
        Assert.Equal(-1, TehranTime.UnixMicros(DateTimeOffset.UnixEpoch.AddTicks(-1)));

    [Fact]
    public void The_current_instant_reads_the_same_after_storing()
    {
        var clock = new StoppedClock(DateTimeOffset.UnixEpoch.AddTicks(17_000_000_000_000_123));

        var now = TehranTime.Now(clock);

        Assert.Equal(now, TehranTime.FromUnixMicros(TehranTime.UnixMicros(now)));
        Assert.Equal(TehranTime.LocalDate(now), TehranTime.Today(clock));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
