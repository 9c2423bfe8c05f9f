namespace Procurement.Web.Demo;

/// <summary>The clock of the sample history: begins two years back and moves only when the story moves.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    /// <summary>To the morning of a day, unless that is past already.</summary>
    public void To(DateTimeOffset instant)
    {
        if (instant > _now) _now = instant;
    }
}
