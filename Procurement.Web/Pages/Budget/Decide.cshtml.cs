using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Budget;
using Procurement.Application.Budget.DecideAllotment;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Budget;

/// <summary>The second person decides a change of credit that another entered.</summary>
[Authorize]
public sealed class DecideModel(IUseCases cases, IVisitor visitor, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AllotmentRow Allotment { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public Task<IActionResult> OnPostApprove(CancellationToken ct) => Decide(true, ct);

    public Task<IActionResult> OnPostReject(CancellationToken ct) => Decide(false, ct);

    private async Task<IActionResult> Decide(bool approve, CancellationToken ct)
    {
        if (await Show(ct) is { } elsewhere) return elsewhere;
        var decided = await cases.Send(new DecideAllotment(new AllotmentId(Id), approve, Reason), ct);
        if (!decided.Succeeded) return this.Refuse(decided.Refusals);

        this.Confirm(new ConfirmationView(texts[approve ? "budget.change-approved" : "budget.change-rejected"]));
        return Redirect($"/budget/lines/{Allotment.LineId.Value}");
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (!visitor.May(BudgetPermissions.Approve)) return Forbid();
        var all = await cases.Ask(new ListAllotments(WaitingOnly: true), ct);
        if (!all.Succeeded) return this.Refuse(all.Refusals);
        if (all.Value.FirstOrDefault(a => a.Id.Value == Id) is not { } waiting) return this.Refuse([Refusal.NotFound("budget.allotment-not-found")]);

        Allotment = waiting;
        return null;
    }
}
