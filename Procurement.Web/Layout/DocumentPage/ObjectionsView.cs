using Procurement.Web.Display;

namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The written objections to a document, oldest first, each as far as it has come.</summary>
public sealed record ObjectionsView(IReadOnlyList<ObjectionView> Objections);

/// <summary>One objection.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="By">Who objected, with his post.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Article">The article relied on.</param>
public sealed record ObjectionView(StateView State, string By, DateTimeOffset At, string Reason, string Article)
{
    /// <summary>The lines it is about; null for the whole document.</summary>
    public string? Lines { get; init; }

    /// <summary>The day the unit's answer is due; null once answered.</summary>
    public DateOnly? AnswerDue { get; init; }

    public string? AnsweredBy { get; init; }

    public string? Answer { get; init; }

    /// <summary>Who took responsibility in writing.</summary>
    public string? Responsible { get; init; }

    public string? LegalBasis { get; init; }
}
