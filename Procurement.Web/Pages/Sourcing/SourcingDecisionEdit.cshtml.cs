using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The buyer rewrites his draft.</summary>
[Authorize]
public sealed class SourcingDecisionEditModel(IUseCases cases, ITexts texts) : SourcingDecisionForm(cases, texts)
{
    private const decimal BasisPointsPerPercent = 100m;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the form was filled from; another one is not overwritten.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: SourcingDecisionView decision } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");
        if (await Show(decision.FileId, ct) is { } unseen) return unseen;

        SeenVersion = view.Sheet.ContentVersion;
        Seller = decision.Supplier?.Identifier;
        (InvoiceKind, InvoiceNumber, InvoiceDate) = (decision.InvoiceKind, decision.InvoiceNumber, decision.InvoiceDate);
        (Tax, InvoiceTotal, IsItemised, IsSealed) = (decision.Tax.Amount, decision.InvoiceTotal.Amount, true, true);
        (DeliverBy, Payment, ChoiceReason) = (decision.DeliverBy, decision.Payment, decision.ChoiceReason);
        (AdvancePercent, HasSchedule, HasGuarantee) = (decision.AdvanceBasisPoints / BasisPointsPerPercent, decision.HasSchedule, decision.HasGuarantee);
        Lines = [.. decision.Lines.Select(l => new TypedDecisionLine { Line = l.FileLine, Quantity = l.Quantity.Units, UnitPrice = l.UnitPrice.Amount })];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: SourcingDecisionView decision }) return NotFound();
        if (await Show(decision.FileId, ct) is { } unseen) return unseen;
        if (await Typed(ct) is not { } form) return Invalid();
        var edited = await Cases.Send(new EditDecision(new DocumentId(Id), SeenVersion, form), ct);
        return edited.Succeeded ? Done($"/documents/{Id}", "sourcing.decision-saved") : RefusedHere(edited.Refusals);
    }
}
