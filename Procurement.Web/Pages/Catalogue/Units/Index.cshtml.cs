using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.Units;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Units;

/// <summary>The list of units of measure, with the form that adds one.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public bool Divisible { get; set; }

    public IReadOnlyList<UnitCard> Units { get; private set; } = [];

    public bool MayEdit => visitor.May(CataloguePermissions.EditGroups);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Load(ct) ?? Page();

    public Task<IActionResult> OnPost(CancellationToken ct) => Do(new DefineUnit(Code, Name, NameEn, Divisible), ct);

    public Task<IActionResult> OnPostRetire(string? retired, CancellationToken ct) => Do(new RetireUnit(retired), ct);

    private async Task<IActionResult> Do(ICommand<Result> command, CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        var done = await cases.Send(command, ct);
        if (!done.Succeeded) return this.Refuse(done.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage();
    }

    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        var units = await cases.Ask(new ListUnits(), ct);
        if (!units.Succeeded) return this.Refuse(units.Refusals);
        Units = units.Value;
        return null;
    }
}
