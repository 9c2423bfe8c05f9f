using Microsoft.AspNetCore.Mvc;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;
using DocumentListRow = Procurement.Web.Layout.Lists.DocumentListRow;

namespace Procurement.Web.Pages.Documents;

/// <summary>The list of the documents of a kind, for any capability's page: chips by state, search, paging by key.</summary>
public sealed class DocumentLists(ITexts texts)
{
    private const string Target = "#documents";

    /// <param name="asked">What was asked.</param>
    /// <param name="page">What came.</param>
    /// <param name="empty">Said when the kind has no documents at all for this reader.</param>
    /// <param name="razorPage">The page the list stands on.</param>
    /// <param name="url">Its addresses.</param>
    public DocumentListView Of(BrowseDocuments asked, DocumentListPage page, EmptyView empty, string razorPage, IUrlHelper url)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(url);
        string? Address(DocumentState? state, DocumentId? after) => url.Page(razorPage, new { asked.Kind, State = state, asked.Text, After = after?.Value });

        var total = page.Counts.Sum(c => c.Count);
        var chips = new List<FilterChip> { new(texts["inbox.all"], total, Address(null, null)!, asked.State is null) };
        chips.AddRange(page.Counts.Select(c => new FilterChip(texts.Of(c.State), c.Count, Address(c.State, null)!, asked.State == c.State)));
        var filtered = asked.State is not null || !string.IsNullOrWhiteSpace(asked.Text);
        return new DocumentListView(texts.KindName(asked.Kind), [.. page.Rows.Select(Row)])
        {
            Chips = total > 0 || filtered ? new FilterChipsView(texts["inbox.state"], chips, Target) : null,
            Paging = new PagingView(asked.After is null ? null : Address(asked.State, null), page.Next is { } next ? Address(asked.State, next) : null, page.Rows.Count) { Target = Target },
            Empty = filtered ? new EmptyView(texts["lists.nothing-found"], texts["lists.nothing-found-guide"]) : empty,
            Text = asked.Text ?? "",
            Kept = [("Kind", asked.Kind), .. asked.State is { } state ? new[] { ("State", state.ToString()) } : []],
            HasAmounts = page.Rows.Any(r => r.AmountRials is not null),
        };
    }

    private DocumentListRow Row(Application.SignOff.FindDocuments.DocumentListRow row) => new(
        texts.Number(row.Number, row.NumberFa), $"/documents/{row.DocumentId.Value}", row.Subject,
        texts.Language == Language.English && row.UnitNameEn.Length > 0 ? row.UnitNameEn : row.UnitName, row.Owner, texts.StateOf(row.State), row.OpenedAt)
    {
        Amount = row.AmountRials is { } amount ? Rials.FromStored(amount) : null,
        WaitsFor = row.WaitsFor is { } capacity ? texts.Of(capacity) : null,
    };
}
