using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>Recomputes a store's book from its moves (R1).</summary>
[Authorize]
public sealed class CheckModel(IUseCases cases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StoreView Store { get; private set; } = null!;

    public StockCheck Outcome { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var store = await cases.Ask(new ReadStore(StoreId.From(Id)), ct);
        if (!store.Succeeded) return this.Refuse(store.Refusals);
        var recomputed = await cases.Ask(new CheckStock(StoreId.From(Id)), ct);
        if (!recomputed.Succeeded) return this.Refuse(recomputed.Refusals);

        (Store, Outcome) = (store.Value, recomputed.Value);
        return Page();
    }
}
