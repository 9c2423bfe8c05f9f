using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Web.Api;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>The kardex of one item in one accounting entity, in quantity and rials.</summary>
[Authorize]
public sealed class KardexModel(IUseCases cases) : PageModel
{
    /// <summary>Any unit of the entity.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Item { get; set; }

    /// <summary>Where the page before ended: day, sequence, quantity and rials, with dots between.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public KardexPage Card { get; private set; } = null!;

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await cases.Ask(new Kardex(OrgUnitId.From(Unit), ItemId.From(Item), WarehousingCursors.ReadKardex(After)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Card = read.Value;
        Paging = new PagingView(After is null ? null : Address(null), Card.Next is { } next ? Address(next) : null, Card.Rows.Count);
        return Page();
    }

    private string? Address(KardexCursor? after) => Url.Page("/Warehousing/Kardex", new
    {
        unit = Unit,
        item = Item,
        After = WarehousingCursors.Of(after),
    });
}
