namespace Procurement.Domain.Shared;

/// <summary>The official working days (تقویم کاری): which days of the week are free and which dates are holidays, both kept as data.</summary>
/// <remarks>Whether Thursday is free differs by body and by year, and religious holidays move: nothing of it is written in the code.</remarks>
public sealed class WorkingCalendar
{
    private readonly HashSet<DayOfWeek> _weekend;
    private readonly HashSet<DateOnly> _holidays;

    public WorkingCalendar(IEnumerable<DayOfWeek> weekend, IEnumerable<DateOnly> holidays)
    {
        _weekend = [.. weekend];
        _holidays = [.. holidays];
        if (_weekend.Count == 7) throw new ArgumentException("A week needs a working day.", nameof(weekend));
    }

    public bool IsWorkingDay(DateOnly date) => !_weekend.Contains(date.DayOfWeek) && !_holidays.Contains(date);

    /// <summary>The day itself when it is worked, otherwise the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date)) date = date.AddDays(1);
        return date;
    }

    /// <summary>The last day of a deadline of so many working days; the starting day is not counted.</summary>
    /// <param name="from">The day of the act that starts the deadline, worked or not.</param>
    /// <param name="days">Below zero counts backwards; zero is <see cref="OnOrAfter"/>.</param>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        if (days == 0) return OnOrAfter(from);

        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            from = from.AddDays(step);
            if (IsWorkingDay(from)) left--;
        }

        return from;
    }

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is earlier.</summary>
    public int DaysBetween(DateOnly from, DateOnly to)
    {
        var step = from <= to ? 1 : -1;
        var days = 0;
        while (from != to)
        {
            from = from.AddDays(step);
            if (IsWorkingDay(from)) days += step;
        }

        return days;
    }
}
