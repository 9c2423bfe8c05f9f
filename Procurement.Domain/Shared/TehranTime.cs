namespace Procurement.Domain.Shared;

/// <summary>Instants as we store them and the official Iranian day they fall on (وقت رسمی ایران).</summary>
/// <remarks>
/// An instant is UTC, whole microseconds since 1970. The offset of Tehran comes from the time-zone database: there was summer
/// time until 1401, so a fixed offset would move old evening documents to another day.
/// </remarks>
public static class TehranTime
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    /// <summary>The stored form of an instant; what is finer than a microsecond is cut off.</summary>
    public static long UnixMicros(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        var (micros, finer) = Math.DivRem(ticks, TicksPerMicrosecond);
        return finer < 0 ? micros - 1 : micros; // cut towards the past on both sides of 1970
    }

    /// <summary>The instant of a stored form, in UTC.</summary>
    public static DateTimeOffset FromUnixMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TicksPerMicrosecond));

    /// <summary>The current instant exactly as it will be stored: what is signed now must read the same tomorrow.</summary>
    public static DateTimeOffset Now(TimeProvider clock) => FromUnixMicros(UnixMicros(clock.GetUtcNow()));

    /// <summary>The current official day.</summary>
    public static DateOnly Today(TimeProvider clock) => LocalDate(clock.GetUtcNow());

    /// <summary>The instant as the clock on the wall in Tehran shows it.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The official day an instant falls on; decides the financial year and every deadline.</summary>
    public static DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The first instant of an official day, in UTC.</summary>
    /// <remarks>Summer time used to begin at midnight, so some days began at one o'clock.</remarks>
    public static DateTimeOffset StartOfDay(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The instant at which the wall clock in Tehran shows a day and an hour, in UTC: a closing hour, an opening session.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
