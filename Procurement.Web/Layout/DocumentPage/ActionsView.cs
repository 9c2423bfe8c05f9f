namespace Procurement.Web.Layout.DocumentPage;

/// <summary>What this reader may do with the document now: at most one main action, the others beside it.</summary>
/// <param name="Actions">In the order of importance; at most one is <see cref="DocumentAction.IsMain"/>.</param>
/// <param name="SeenVersion">The version on the page; a signature of another version is refused.</param>
public sealed record ActionsView(IReadOnlyList<DocumentAction> Actions, long SeenVersion)
{
    /// <summary>The SHA-256 of the content the signature will bind, in hexadecimal; null for unsigned kinds.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The page the forms are sent to; null for the page they stand on.</summary>
    public string? Address { get; init; }

    /// <summary>Said instead of actions: who holds the document now, and since when.</summary>
    public string? WaitingFor { get; init; }
}

/// <summary>One thing the reader may do; a form of its own that posts to a page handler.</summary>
/// <param name="Label">The verb in first person: «امضا می‌کنم».</param>
/// <param name="Handler">The page handler that does it.</param>
public sealed record DocumentAction(string Label, string Handler)
{
    public bool IsMain { get; init; }

    /// <summary>Ends or refuses something: written in the colour of refusal.</summary>
    public bool IsGrave { get; init; }

    /// <summary>Asked before the act, such as the reason of a return.</summary>
    public IReadOnlyList<ActionField> Fields { get; init; } = [];

    /// <summary>The current password (or another proof of presence) is asked with the act.</summary>
    public bool AsksPassword { get; init; }

    /// <summary>One sentence on what follows from it.</summary>
    public string? Consequence { get; init; }

    /// <summary>The anchor other pages and the keyboard jump to: <c>sign</c>, <c>return</c>.</summary>
    public string? Anchor { get; init; }

    /// <summary>Leads to a page of its own instead of posting.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the reader must open it first, because something is asked.</summary>
    public bool Asks => Fields.Count > 0 || AsksPassword;
}

/// <summary>One thing asked with an act.</summary>
/// <param name="Name">The field's name, as refusals point at it: <c>Reason</c>.</param>
/// <param name="Label">What is asked.</param>
public sealed record ActionField(string Name, string Label)
{
    /// <summary>One line instead of several.</summary>
    public bool IsShort { get; init; }

    public bool IsOptional { get; init; }

    public int MaxLength { get; init; } = 2000;

    /// <summary>The reason of a return, refusal or cancellation.</summary>
    public static ActionField Reason(string label) => new("Reason", label);
}
