using Procurement.Domain.Shared;
using Procurement.Web.Display;

namespace Procurement.Web.Layout.Lists;

/// <summary>What waits for the reader, over all kinds of documents (کارتابل).</summary>
/// <param name="Rows">One row per document.</param>
public sealed record InboxView(IReadOnlyList<InboxRow> Rows)
{
    public FilterChipsView? Chips { get; init; }

    public PagingView? Paging { get; init; }

    /// <summary>Said when nothing waits.</summary>
    public EmptyView? Empty { get; init; }

    /// <summary>The page handler that signs the checked rows; null in a list of mixed kinds or without the right to sign.</summary>
    public string? SignHandler { get; init; }

    /// <summary>The password is asked with a list signature; false while an earlier one is still good for these kinds.</summary>
    public bool AsksPassword { get; init; }

    /// <summary>A document stands open beside the list; its own form is the main one then, and its password field is not this one.</summary>
    public bool IsBesideOne { get; init; }

    /// <summary>What was picked, when the list is shown again after a refusal.</summary>
    public IReadOnlySet<string> Picked { get; init; } = new HashSet<string>();
}

/// <summary>One waiting document.</summary>
/// <param name="Kind">The kind's name: «رسید انبار».</param>
/// <param name="Number">Its number.</param>
/// <param name="Href">Its page.</param>
/// <param name="Subject">What it is about, in the words of its maker.</param>
/// <param name="From">The post it comes from.</param>
/// <param name="WaitingSince">Since when it waits for the reader.</param>
public sealed record InboxRow(string Kind, string Number, string Href, string Subject, string From, DateTimeOffset WaitingSince)
{
    /// <summary>A second line: what the system already knows about it.</summary>
    public string? Note { get; init; }

    public Rials? Amount { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>The post that comes after the reader; null when he is the last.</summary>
    public string? Next { get; init; }

    /// <summary>Whom the reader acts for in this row; null when it is his own.</summary>
    public string? ActingFor { get; init; }

    /// <summary>What the check box sends: document and the version the reader opened. Null until he has opened it: nobody signs unseen.</summary>
    public string? Selection { get; init; }

    /// <summary>The kind's code: only documents of one kind are signed in one list.</summary>
    public string KindCode { get; init; } = "";

    /// <summary>Opens it beside the list; null where there is no room for it, and then its page opens.</summary>
    public string? OpenHref { get; init; }

    /// <summary>It stands open beside the list.</summary>
    public bool IsOpen { get; init; }

    /// <summary>A word of warning beside the number, such as «با اعتراض».</summary>
    public StateView? Mark { get; init; }
}
