using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>What a store's book held at the end of a day.</summary>
[Authorize]
public sealed class OnDayModel(IUseCases cases, ReaderFormat format) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public StoreView Store { get; private set; } = null!;

    public IReadOnlyList<StockOnDayRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var store = await cases.Ask(new ReadStore(StoreId.From(Id)), ct);
        if (!store.Succeeded) return this.Refuse(store.Refusals);
        Store = store.Value;
        if (!ModelState.IsValid) return Page();

        Day ??= format.Today;
        var found = await cases.Ask(new StockOnDay(StoreId.From(Id), Day.Value), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        Rows = found.Value;
        return Page();
    }
}
