using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Budget;
using Procurement.Application.Budget.OpenBudgetLine;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Budget;

/// <summary>Opens a line of credit; money comes with an approved change of credit.</summary>
[Authorize]
public sealed class OpenModel(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : PageModel
{
    private const int YearsAround = 2;

    [BindProperty]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Programme { get; set; }

    [BindProperty]
    public string? Chapter { get; set; }

    [BindProperty]
    public CreditKind? CreditKind { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<CreditKind>().Select(k => new SelectListItem(texts.Of(k), k.ToString()))];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } refused) return refused;
        if (UnitId is null) ModelState.AddModelError(nameof(UnitId), texts["forms.required"]);
        if (CreditKind is null) ModelState.AddModelError(nameof(CreditKind), texts["forms.required"]);
        if (!ModelState.IsValid) return Page();

        var opened = await cases.Send(new OpenBudgetLine(new OrgUnitId(UnitId!.Value), Code, Title, Programme, Chapter, CreditKind!.Value, Year!.Value), ct);
        if (!opened.Succeeded)
            return this.Refuse([.. opened.Refusals.Select(r => r.Kind == RefusalKind.NotFound ? r with { Kind = RefusalKind.Invalid } : r)]);

        this.Confirm(new ConfirmationView(texts["budget.line-opened"], Next: texts["budget.line-opened-next"]));
        return Redirect($"/budget/lines/{opened.Value.Value}");
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (!visitor.May(BudgetPermissions.Enter)) return Forbid();
        var scope = await cases.Ask(new UnitsOfBudget(), ct);
        if (!scope.Succeeded) return this.Refuse(scope.Refusals);

        Year ??= scope.Value.Year;
        Units = [.. scope.Value.Units.Select(u => new SelectListItem($"{u.Code} · {texts.Named(u.Name, u.NameEn)}", u.Id.Value.ToString()))];
        Years =
        [
            .. Enumerable.Range(scope.Value.Year - YearsAround, (2 * YearsAround) + 1).Select(y => y.ToString(CultureInfo.InvariantCulture))
                .Select(y => new SelectListItem(format.Digits(y), y)),
        ];
        return null;
    }
}
