namespace Procurement.Domain.Shared;

/// <summary>What sort of "no" a refusal is; decides the HTTP status and the tone of the page, never the rule.</summary>
public enum RefusalKind
{
    /// <summary>The input is malformed or incomplete (400).</summary>
    Invalid = 1,

    /// <summary>It does not exist, or lies outside what the asker may see; the two are deliberately not told apart (404).</summary>
    NotFound = 2,

    /// <summary>The asker lacks the permission or the post (403).</summary>
    Forbidden = 3,

    /// <summary>A business rule says no (409).</summary>
    Rule = 4,

    /// <summary>The content changed since the asker saw it (409, the page shows what changed).</summary>
    Stale = 5,

    /// <summary>The system is busy; nothing was done and the same request may be sent again (503).</summary>
    Busy = 6,
}

/// <summary>A "no" with a stable code. The sentence, the article and the next step for people live in resources under the same code.</summary>
/// <param name="Code">Capability, a dot, and the rule in words: <c>requests.line-without-specification</c>.</param>
/// <param name="Kind">What sort of "no" it is.</param>
/// <param name="Args">Facts for the sentence, in the order its resource expects.</param>
public sealed record Refusal(string Code, RefusalKind Kind, params object[] Args)
{
    /// <summary>The input field the refusal is about, as the form names it (<c>Lines[3].Quantity</c>); null when it is about the whole.</summary>
    public string? Field { get; init; }

    public static Refusal Invalid(string code, params object[] args) => new(code, RefusalKind.Invalid, args);

    public static Refusal NotFound(string code, params object[] args) => new(code, RefusalKind.NotFound, args);

    public static Refusal Forbidden(string code, params object[] args) => new(code, RefusalKind.Forbidden, args);

    public static Refusal Rule(string code, params object[] args) => new(code, RefusalKind.Rule, args);

    public static Refusal Stale(string code, params object[] args) => new(code, RefusalKind.Stale, args);

    public static Refusal Busy(string code, params object[] args) => new(code, RefusalKind.Busy, args);

    /// <summary>The same refusal, pointing at one input field.</summary>
    public Refusal At(string field) => this with { Field = field };

    public override string ToString() => Args.Length == 0 ? Code : $"{Code}({string.Join(", ", Args)})";
}
