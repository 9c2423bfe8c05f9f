using Procurement.Web.Display;

namespace Procurement.Web.Layout.DocumentPage;

/// <summary>Everything around the content of a document, the same for every kind; the page itself writes only what the paper form holds.</summary>
/// <param name="Kind">The kind's name: «رسید انبار».</param>
/// <param name="Number">The document's number; null while it is a draft.</param>
/// <param name="State">Where it stands, in words.</param>
/// <param name="Summary">One line: what, from whom, where, when.</param>
public sealed record DocumentPageView(string Kind, string? Number, StateView State, string? Summary)
{
    /// <summary>A second word beside the state, such as «با اعتراض».</summary>
    public StateView? Mark { get; init; }

    /// <summary>The page whose menu line stays lit while the document is read; null for a kind without one.</summary>
    public string? MenuPage { get; init; }

    public ChainView? Chain { get; init; }

    public RouteStepsView? Route { get; init; }

    public WhatChangedView? WhatChanged { get; init; }

    public ActionsView? Actions { get; init; }

    public ObjectionsView? Objections { get; init; }

    public TimelineView? Timeline { get; init; }

    public AttachmentsView? Attachments { get; init; }

    /// <summary>The address of the print form; null for a kind or state that has none.</summary>
    public string? PrintHref { get; init; }
}

/// <summary>A page model whose layout is <c>_DocumentPage</c>.</summary>
public interface IDocumentPage
{
    DocumentPageView Document { get; }
}
