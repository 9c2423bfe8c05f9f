using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Orders under their own numbers.</summary>
[Authorize]
public sealed class OrdersModel(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool? Imprest { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<OrderRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public FilterChipsView Chips => new(texts["sourcing.payment"],
    [
        new FilterChip(texts["sourcing.every-order"], null, Here(null, null), Imprest is null),
        new FilterChip(texts["sourcing.by-voucher"], null, Here(false, null), Imprest is false),
        new FilterChip(texts["sourcing.by-imprest"], null, Here(true, null), Imprest is true),
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListOrders(Imprest, After is { } last ? new DocumentId(last) : null), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        Rows = page.Value.Rows;
        Paging = new PagingView(After is null ? null : Here(Imprest, null), page.Value.Next is { } next ? Here(Imprest, next.Value) : null, Rows.Count);
        return Page();
    }

    private string Here(bool? imprest, Guid? after) => Url.Page("/Sourcing/Orders", new { Imprest = imprest switch { true => "true", false => "false", null => null }, After = after })!;
}
