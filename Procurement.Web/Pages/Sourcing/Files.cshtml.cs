using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.Sourcing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Sourcing files by state, class and buyer.</summary>
[Authorize]
public sealed class FilesModel(IUseCases cases, ITexts texts, ICurrentActor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SourcingFileState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public DealClass? Class { get; set; }

    /// <summary>Only the reader's own files.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<SourcingFileRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public FilterChipsView Chips => new(texts["sourcing.state"],
    [
        new FilterChip(texts["sourcing.every-state"], null, Here(null, null), State is null),
        .. Enum.GetValues<SourcingFileState>().Select(s => new FilterChip(texts.Of(s), null, Here(s, null), State == s)),
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListSourcingFiles(State, Class, Mine ? actor.Person : null, After is { } last ? SourcingFileId.From(last) : null), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        Rows = page.Value.Rows;
        Paging = new PagingView(After is null ? null : Here(State, null), page.Value.Next is { } next ? Here(State, next.Value) : null, Rows.Count);
        return Page();
    }

    private string Here(SourcingFileState? state, Guid? after) => Url.Page("/Sourcing/Files", new { State = state, Class, Mine = Mine ? "true" : null, After = after })!;
}
