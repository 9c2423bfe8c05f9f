using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Requests of the reader's units, newest first, with the way to start one.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, DocumentLists lists, DocumentRegistry registry, KindViews views, ITexts texts) : PageModel
{
    private const string First = "goods-request";

    /// <summary>Absent from the address it is the need itself, and that is no fault of the reader's.</summary>
    [BindProperty(SupportsGet = true, Name = nameof(Kind))]
    public string? Asked { get; set; }

    public string Kind => Asked ?? First;

    [BindProperty(SupportsGet = true)]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The kinds of requests, the need itself first.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>What can be started here, the main one first.</summary>
    public IReadOnlyList<(string Label, string Href, bool IsMain)> Starts { get; private set; } = [];

    public DocumentListView List { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        Kinds = [.. registry.Kinds.Where(k => k.Capability == "Requests").Select(k => k.Kind.Code).OrderBy(k => k == First ? 0 : 1)];
        if (!Kinds.Contains(Kind)) return NotFound();
        // Purchases have a list of their own, with what buyers look for.
        if (Kind == PurchaseRequest.Kind.Code) return RedirectToPage("Purchases", new { State, Text });
        Starts = [.. Kinds.Select(k => (Kind: k, Href: Url.Page(views.PageOf(k, "New")))).Where(s => s.Href is not null)
            .Select(s => (texts[$"{s.Kind}.new"], s.Href!, s.Kind == Kind))];

        var asked = new BrowseDocuments(Kind, State, Text, After is { } last ? new DocumentId(last) : null);
        var page = await cases.Ask(asked, ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        List = lists.Of(asked, page.Value, Empty(), "/Requests/Index", Url);
        return Page();
    }

    private EmptyView Empty() => new(texts["lists.empty", texts.KindName(Kind)], texts.Find($"{Kind}.empty-guide") ?? texts["lists.empty-guide"])
    {
        ActionLabel = Starts.Where(s => s.IsMain).Select(s => s.Label).FirstOrDefault(),
        ActionHref = Starts.Where(s => s.IsMain).Select(s => s.Href).FirstOrDefault(),
    };
}
