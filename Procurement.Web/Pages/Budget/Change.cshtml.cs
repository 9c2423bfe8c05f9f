using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Budget;
using Procurement.Application.Budget.Facts;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Budget.ProposeAllotment;
using Procurement.Application.Budget.ReadBudgetLine;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Budget;

/// <summary>Enters a change of the credit of a line with its letter: an allotment, a return, or a transfer from another line.</summary>
[Authorize]
public sealed class ChangeModel(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AllotmentKind? Kind { get; set; }

    /// <summary>The line a transfer takes the credit from.</summary>
    [BindProperty]
    public Guid? FromLineId { get; set; }

    [BindProperty]
    public Rials? Amount { get; set; }

    [BindProperty]
    public string? LetterNumber { get; set; }

    [BindProperty]
    public DateOnly? LetterDate { get; set; }

    [BindProperty]
    public string? LegalBasis { get; set; }

    public BudgetLineCredit Credit { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<AllotmentKind>().Select(k => new SelectListItem(texts[$"budget.kind-{k.ToString().ToLowerInvariant()}"], k.ToString()))];

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } refused) return refused;
        if (Kind is null) Missing(nameof(Kind));
        if (Amount is null) Missing(nameof(Amount));
        if (LetterDate is null) Missing(nameof(LetterDate));
        if (Kind == AllotmentKind.Transfer && FromLineId is null) Missing(nameof(FromLineId));
        if (!ModelState.IsValid) return Page();

        var from = Kind == AllotmentKind.Transfer ? new BudgetLineId(FromLineId!.Value) : (BudgetLineId?)null;
        var entered = await cases.Send(
            new ProposeAllotment(Kind!.Value, new BudgetLineId(Id), from, Amount!.Value.Amount, LetterNumber, LetterDate!.Value, LegalBasis), ct);
        if (!entered.Succeeded)
            return this.Refuse([.. entered.Refusals.Select(r => r.Kind == RefusalKind.NotFound ? r with { Kind = RefusalKind.Invalid } : r)]);

        this.Confirm(new ConfirmationView(texts["budget.change-entered"], Next: texts["budget.change-entered-next"]));
        return Redirect($"/budget/lines/{Id}");
    }

    private void Missing(string field)
    {
        if (ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid) ModelState.AddModelError(field, texts["forms.required"]);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (!visitor.May(BudgetPermissions.Enter)) return Forbid();
        var read = await cases.Ask(new ReadBudgetLine(new BudgetLineId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Credit = read.Value.Credit;
        // Credit moves between lines of one year and one kind only.
        var others = await cases.Ask(new ListBudgetLines(Credit.Year, CreditKind: Credit.CreditKind), ct);
        if (!others.Succeeded) return this.Refuse(others.Refusals);
        Others =
        [
            .. others.Value.Rows.Where(l => l.Id != Credit.Id && l.Free > 0)
                .Select(l => new SelectListItem($"{l.Code} · {l.Title} · {texts["purchase-request.free-credit", format.Number(l.Free)]}", l.Id.Value.ToString())),
        ];
        return null;
    }
}
