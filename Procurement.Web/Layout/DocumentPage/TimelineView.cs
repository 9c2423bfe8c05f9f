namespace Procurement.Web.Layout.DocumentPage;

/// <summary>What happened to a document, newest first.</summary>
/// <param name="Events">The events shown.</param>
/// <param name="OlderHref">Where the earlier ones are; null when these are all.</param>
public sealed record TimelineView(IReadOnlyList<TimelineEvent> Events, string? OlderHref = null);

/// <summary>One event of the timeline.</summary>
/// <param name="At">When it was committed.</param>
/// <param name="Sentence">Who did what: «امین اموال ۱۱ برچسب زد و امضا کرد».</param>
/// <param name="Reason">The reason given with a return, refusal or objection.</param>
/// <param name="Leaf">The number of its leaf in the audit log.</param>
public sealed record TimelineEvent(DateTimeOffset At, string Sentence, string? Reason = null, long? Leaf = null);
