using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Contracts;
using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Sourcing;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Contracts;

/// <summary>The head of procurement drafts the contract of an award with terms.</summary>
[Authorize]
public sealed class ContractNewModel(IUseCases cases, ITexts texts, IVisitor visitor, ReaderFormat format) : ContractPageForm(cases, texts)
{
    [BindProperty(SupportsGet = true, Name = "decision")]
    public Guid DecisionId { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!visitor.May(ContractsPermissions.Draft)) return StatusCode(StatusCodes.Status403Forbidden);
        if (await Read(DecisionId, ct) is not { Body: SourcingDecisionView decision } view) return NotFound();
        if (view.Sheet.State != DocumentState.InEffect || decision.IsOrder) return Redirect($"/documents/{DecisionId}");

        Take(decision);
        Subject = view.Sheet.Subject;
        (StartsOn, EndsOn) = (format.Today, decision.DeliverBy < format.Today ? format.Today : decision.DeliverBy);
        AddBlanks();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(DecisionId, ct) is not { Body: SourcingDecisionView decision }) return NotFound();
        Take(decision);
        if (Pressed()) return Page();
        if (Typed() is not { } typed) return Invalid();
        var drafted = await Cases.Send(new DraftContract(new DocumentId(DecisionId), typed.Form), ct);
        return drafted.Succeeded ? Done($"/documents/{drafted.Value.Value}", "contracts.drafted", "contracts.drafted-next") : RefusedHere(drafted.Refusals, typed.Places);
    }

    private void Take(SourcingDecisionView decision) => Award = new AwardedTerms(
        decision.Supplier is { } s ? Texts.Named(s.Name, s.NameEn) : "", decision.AdvanceBasisPoints, decision.HasSchedule, decision.HasGuarantee, decision.DeliverBy, decision.Price,
        decision.Tax, decision.Amount, [.. decision.Lines.Select(l => new AwardedTermLine(l.Order, l.Description, l.Quantity, l.UnitName, l.UnitPrice, l.Price))]);
}

/// <summary>From an award with terms: its contract, as long as none is on its way.</summary>
internal sealed class AwardToContract(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => SourcingDecision.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Sheet.State != DocumentState.InEffect || view.Body is not SourcingDecisionView { IsOrder: false } || !visitor.May(ContractsPermissions.Draft)) yield break;
        var contracted = view.Sheet.Chain.Any(c => c.Kind == Domain.Contracts.Contract.Kind.Code && c.State is DocumentState.InRoute or DocumentState.InEffect or DocumentState.Closed);
        if (!contracted)
            yield return new DocumentAction(texts["contracts.new"], "") { IsMain = true, Anchor = "contract", Href = url.Page("/Contracts/ContractNew", new { decision = view.Sheet.Id.Value }) };
    }
}
