using Procurement.Domain.Shared;

namespace Procurement.Web.Demo;

/// <summary>The clock of the sample history: begins two years back and moves only when the story moves.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    /// <summary>To eight in the morning of a later day.</summary>
    public void ToMorningAfter(int days) => _now = TehranTime.StartOfDay(TehranTime.LocalDate(_now).AddDays(days)).AddHours(8);

    /// <summary>To eight in the morning of that day; a day that has begun already is left as it is.</summary>
    public void ToMorningOf(DateOnly day)
    {
        var morning = TehranTime.StartOfDay(day).AddHours(8);
        if (morning > _now) _now = morning;
    }
}
