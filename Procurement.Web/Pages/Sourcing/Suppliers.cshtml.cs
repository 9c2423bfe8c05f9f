using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Suppliers that fit what is being typed, for the suggestions under a supplier field; the field works without them.</summary>
[Authorize]
public sealed class SuppliersModel(IUseCases cases, ITexts texts) : PageModel
{
    private const int Shown = 8;

    public async Task<IActionResult> OnGet(string? q, CancellationToken ct)
    {
        var page = await cases.Ask(new ListSuppliers(q), ct);
        return new JsonResult(page.Succeeded
            ? page.Value.Rows.Take(Shown).Select(s => new { value = s.Identifier, label = texts.Named(s.Name, s.NameEn), hint = s.Phone })
            : []);
    }
}
