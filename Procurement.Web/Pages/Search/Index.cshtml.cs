using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Search;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Search;

/// <summary>What the box in the head of every page finds (جستجوی سراسری), kind by kind.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Only this kind of thing; empty for every kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public SearchFound Found { get; private set; } = new([]);

    public bool Asked => !string.IsNullOrWhiteSpace(Text);

    public EmptyView Empty => Asked
        ? new EmptyView(texts["search.nothing-found", Text], texts["search.nothing-found-guide"])
        : new EmptyView(texts["search.ask"], texts["search.ask-guide"]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var one = string.IsNullOrEmpty(Kind) ? null : Kind;
        var found = await cases.Ask(new SearchEverything(Text, one, one is null ? SearchEverything.Enough : SearchEverything.Most), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        Found = found.Value;
        return Page();
    }

    /// <summary>Where a hit leads.</summary>
    public string? AddressOf(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var page = hit.Kind switch
        {
            "document" => "/Documents/Index",
            "item" => "/Catalogue/Item",
            "supplier" => "/Catalogue/Suppliers/Card",
            "store" => "/Warehousing/Store",
            "person" => "/Organisation/Person",
            _ => throw new InvalidOperationException($"No page for what the search found: {hit.Kind}."),
        };
        return Url.Page(page, new { id = hit.UrlKey });
    }

    public string More(string kind) => Url.Page("/Search/Index", new { q = Text, Kind = kind })!;
}
