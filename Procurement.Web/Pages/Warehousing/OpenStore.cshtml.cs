using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>Opens a store of a unit.</summary>
[Authorize]
public sealed class OpenStoreModel(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty]
    public StoreForm Store { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await Show(ct) is { } refused) return refused;

        var opened = await cases.Send(
            new OpenStore(OrgUnitId.From(Store.Unit ?? default), Store.Code, Store.Name, Store.NameEn, Store.HasGuard, Store.FirstBin), ct);
        if (!opened.Succeeded) return this.Refuse([.. opened.Refusals.Select(InForm)]);

        this.Confirm(new ConfirmationView(texts["warehousing.store-opened"]));
        return RedirectToPage("Store", new { id = opened.Value.Value });
    }

    /// <summary>A unit that was not picked is a fault of the form here, not a missing page.</summary>
    private static Refusal InForm(Refusal refusal) => refusal.Field is { } field ? (refusal with { Kind = RefusalKind.Invalid }).At($"{nameof(Store)}.{field}") : refusal;

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var units = await cases.Ask(new UnitsForStore(), ct);
        if (!units.Succeeded) return this.Refuse(units.Refusals);

        Units = [.. units.Value.Select(u => new SelectListItem($"{texts.Named(u.Name, u.NameEn)} ({u.Code})", u.Id.Value.ToString()))];
        return null;
    }
}
