namespace Procurement.Web.Verbs;

/// <summary>One act of the administrator on the machine itself, by the server's own binary: <c>Procurement.Web migrate</c>.</summary>
/// <remarks>
/// Found by scan: a new verb is one class of this assembly with a <see cref="VerbAttribute"/>. Only the verb called is made, in a scope in
/// which the system acts; it reaches the use cases by the same door as a page does.
/// </remarks>
public interface IVerb
{
    Task<VerbOutcome> Run(VerbCall call, CancellationToken ct);
}

/// <summary>How a verb is called.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="purpose">What it does, in one line of help.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VerbAttribute(string name, string purpose) : Attribute
{
    public string Name => name;

    public string Purpose => purpose;

    /// <summary>The arguments as the help shows them, <c>&lt;file&gt;</c>.</summary>
    public string Arguments { get; init; } = "";
}

/// <summary>How a verb ended; the number is the process's exit code.</summary>
public enum VerbOutcome
{
    Done = 0,

    /// <summary>It was refused, or found something wrong.</summary>
    Failed = 1,

    /// <summary>Called with arguments it does not understand; nothing was done.</summary>
    Misused = 2,
}

/// <summary>What a verb was called with, and where it reports to.</summary>
/// <param name="Arguments">What stood behind the verb, without settings.</param>
/// <param name="Settings">The settings, <c>--Section:Key=value</c>; already in force for the verb.</param>
/// <param name="Output">Where it writes.</param>
public sealed record VerbCall(IReadOnlyList<string> Arguments, IReadOnlyList<string> Settings, TextWriter Output)
{
    /// <summary>Switches of the verb itself, <c>--dry-run</c>.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];
}
