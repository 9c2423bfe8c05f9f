using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Warehousing;
using Procurement.Web.Api;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>The stock card of one item in one store, in quantity.</summary>
[Authorize]
public sealed class CardModel(IUseCases cases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Store { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>Where the page before ended: day, sequence and balance, with dots between.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public CardPage Card { get; private set; } = null!;

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await cases.Ask(new StockCard(StoreId.From(Store), ItemId.From(Item), Until, WarehousingCursors.ReadCard(After)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Card = read.Value;
        Paging = new PagingView(After is null ? null : Address(null), Card.Next is { } next ? Address(next) : null, Card.Rows.Count);
        return Page();
    }

    private string? Address(CardCursor? after) => Url.Page("/Warehousing/Card", new
    {
        store = Store,
        item = Item,
        Until = RouteData.Values["Until"] ?? Request.Query["Until"].ToString(),
        After = WarehousingCursors.Of(after),
    });
}
