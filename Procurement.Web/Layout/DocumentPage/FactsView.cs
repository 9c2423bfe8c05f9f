using Microsoft.AspNetCore.Html;

namespace Procurement.Web.Layout.DocumentPage;

/// <summary>Labels and values in a grid, like the head of a paper form.</summary>
public sealed record FactsView(IReadOnlyList<Fact> Facts)
{
    public FactsView(params Fact[] facts) : this((IReadOnlyList<Fact>)facts) { }
}

/// <summary>One fact of the head.</summary>
/// <param name="Label">The form's label.</param>
/// <param name="Value">The value as text; shown isolated, so that user text of any direction keeps its place.</param>
/// <param name="Href">Where the value leads, when it is a document, an item or a person.</param>
public sealed record Fact(string Label, string? Value, string? Href = null)
{
    /// <summary>A code, account number or address: always left to right.</summary>
    public bool IsCode { get; init; }

    /// <summary>Markup made by a tag helper, used instead of <see cref="Value"/>.</summary>
    public IHtmlContent? Markup { get; init; }

    /// <summary>Takes the whole row, for long text.</summary>
    public bool IsWide { get; init; }
}
