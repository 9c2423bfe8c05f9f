using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.CertifyCredit;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Takes the controller's تأمین اعتبار, which stands inside the document's page; a refused one comes back here with what he typed.</summary>
[Authorize]
public sealed class PurchaseRequestCreditModel(IUseCases cases, ITexts texts) : PurchaseRequestPart(cases, texts)
{
    /// <summary>The budget line of every line that names none of its own.</summary>
    [BindProperty]
    public Guid? AllFrom { get; set; }

    [BindProperty]
    public List<TypedCredit> Credits { get; set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } elsewhere) return elsewhere;
        var unnamed = Credits.Select((c, at) => (c, at)).Where(c => (c.c.BudgetLine ?? AllFrom) is null).Select(c => c.at).ToList();
        foreach (var at in unnamed) ModelState.AddModelError(FormattableString.Invariant($"Credits[{at}].BudgetLine"), Texts["forms.required"]);
        for (var at = 0; at < Credits.Count; at++)
        {
            var field = FormattableString.Invariant($"Credits[{at}].Amount");
            if (Credits[at].Amount is null && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
                ModelState.AddModelError(field, Texts["forms.required"]);
        }

        if (!ModelState.IsValid) return BadForm();

        var certified = await Cases.Send(
            new CertifyCredit(
                new DocumentId(Id), SeenVersion, [.. Credits.Select(c => new LineCredit(c.LineId, new BudgetLineId((c.BudgetLine ?? AllFrom)!.Value), c.Amount!.Value.Amount))], Proof), ct);
        return await After(certified, "purchase-request.credit-certified", ct);
    }

    private PageResult BadForm()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}

/// <summary>What the controller typed for one line.</summary>
public sealed class TypedCredit
{
    public Guid LineId { get; set; }

    public Guid? BudgetLine { get; set; }

    public Rials? Amount { get; set; }
}
