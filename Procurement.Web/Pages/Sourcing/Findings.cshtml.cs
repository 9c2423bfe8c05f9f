using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.Findings;
using Procurement.Domain.Sourcing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Findings about split deals, those that wait for a decision first.</summary>
[Authorize]
public sealed class FindingsModel(IUseCases cases, ITexts texts) : PageModel
{
    /// <summary>Decided ones instead of those that wait.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<FindingView> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public FilterChipsView Chips => new(texts["sourcing.verdict"],
    [
        new FilterChip(texts["sourcing.undecided"], null, Here(false, null), !Decided),
        new FilterChip(texts["sourcing.decided"], null, Here(true, null), Decided),
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListFindings(!Decided, After is { } last ? SplittingFindingId.From(last) : null), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        Rows = page.Value.Rows;
        Paging = new PagingView(After is null ? null : Here(Decided, null), page.Value.Next is { } next ? Here(Decided, next.Value) : null, Rows.Count);
        return Page();
    }

    private string Here(bool decided, Guid? after) => Url.Page("/Sourcing/Findings", new { Decided = decided ? "true" : null, After = after })!;
}
