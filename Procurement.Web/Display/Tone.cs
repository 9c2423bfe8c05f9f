namespace Procurement.Web.Display;

/// <summary>The tone of a word on the page. The word itself always says the same: colour is never alone.</summary>
public enum Tone
{
    Neutral = 1,

    /// <summary>Done, matching, in effect.</summary>
    Good = 2,

    /// <summary>Waiting for somebody, or soon due.</summary>
    Caution = 3,

    /// <summary>Refused, missing, overdue.</summary>
    Bad = 4,

    /// <summary>Worth knowing, nothing to do.</summary>
    Info = 5,
}

/// <summary>A state in words with its tone.</summary>
public sealed record StateView(string Word, Tone Tone);

internal static class ToneStyle
{
    /// <summary>The style sheet's class of a tone.</summary>
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Neutral => "tone-neutral",
        Tone.Good => "tone-good",
        Tone.Caution => "tone-caution",
        Tone.Bad => "tone-bad",
        Tone.Info => "tone-info",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone without a style."),
    };
}
