using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Budget;
using Procurement.Application.Budget.CloseBudgetLine;
using Procurement.Application.Budget.ReadBudgetLine;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Budget;

/// <summary>One line of credit: where its rials stand, every movement with the document behind it, and who changed the credit itself.</summary>
[Authorize]
public sealed class LineModel(IUseCases cases, IVisitor visitor, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public BudgetLineCard Card { get; private set; } = null!;

    public PagingView Paging { get; private set; } = null!;

    public bool MayEnter => visitor.May(BudgetPermissions.Enter);

    public bool MayApprove => visitor.May(BudgetPermissions.Approve);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPostClose(CancellationToken ct)
    {
        var closed = await cases.Send(new CloseBudgetLine(new BudgetLineId(Id)), ct);
        if (!closed.Succeeded) return await Show(ct) ?? this.Refuse(closed.Refusals);

        this.Confirm(new ConfirmationView(texts["budget.line-was-closed"]));
        return Redirect($"/budget/lines/{Id}");
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadBudgetLine(new BudgetLineId(Id), Before), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);

        Card = read.Value;
        Paging = new PagingView(
            Before is null ? null : $"/budget/lines/{Id}", Card.Next is { } next ? $"/budget/lines/{Id}?Before={next.ToString(CultureInfo.InvariantCulture)}" : null, Card.Entries.Count);
        return null;
    }
}
