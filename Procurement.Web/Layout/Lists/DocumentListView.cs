using Procurement.Domain.Shared;
using Procurement.Web.Display;

namespace Procurement.Web.Layout.Lists;

/// <summary>A list of documents of one kind: chips by state, a search box, rows, paging.</summary>
/// <param name="Caption">What the list holds, for those who hear it.</param>
/// <param name="Rows">The rows of this page.</param>
public sealed record DocumentListView(string Caption, IReadOnlyList<DocumentListRow> Rows)
{
    public FilterChipsView? Chips { get; init; }

    public PagingView? Paging { get; init; }

    public EmptyView? Empty { get; init; }

    /// <summary>What is searched for in the list; null for a list without a search box.</summary>
    public string? Text { get; init; }

    /// <summary>Filters the search box must keep: name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; init; } = [];

    /// <summary>Leaves the column of amounts out, for kinds without any.</summary>
    public bool HasAmounts { get; init; } = true;
}

/// <summary>One document of a list.</summary>
public sealed record DocumentListRow(string Number, string Href, string Subject, string Unit, string Owner, StateView State, DateTimeOffset OpenedAt)
{
    public Rials? Amount { get; init; }

    /// <summary>Whose signature it waits for; null when for nobody's.</summary>
    public string? WaitsFor { get; init; }
}
