using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Decides otherwise while the decision is a draft.</summary>
[Authorize]
public sealed class DisputeDecisionEditModel(IUseCases cases, ITexts texts) : DisputeDecisionForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public override Guid Back => Id;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ShowDraft(ct) is not { } draft) return NotFound();
        SeenVersion = draft.Version;
        Reason = draft.Written.Reason;
        Lines = [.. Disputed.Select(l => Typed(l, [.. draft.Written.Lines.Where(w => w.PassLine == l.Id)]))];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await ShowDraft(ct) is null) return NotFound();
        if (!ModelState.IsValid) return Unreadable;
        var edited = await Cases.Send(new EditDisputeDecision(new DocumentId(Id), SeenVersion, Reason, Decided()), ct);
        return edited.Succeeded ? await GoOn(new DocumentId(Id), "dispute-decision.saved", ct) : Refused(edited.Refusals.Select(OnForm));
    }

    private static TypedDecision Typed(GatePassLineView line, IReadOnlyList<DisputedLineView> decided)
    {
        decimal? Of(DisputeOutcome outcome) =>
            !line.IsLabelled && decided.FirstOrDefault(d => d.Outcome == outcome) is { } found ? found.Quantity.Units : null;
        return new TypedDecision
        {
            PassLine = line.Id,
            Returned = Of(DisputeOutcome.Returned),
            Lost = Of(DisputeOutcome.Lost),
            Accepted = Of(DisputeOutcome.Accepted),
            Pieces =
            [
                .. line.Pieces.Where(p => p is { HasLeft: true, HasArrived: false })
                    .Select(p => new TypedPieceDecision { Number = p.Number, Outcome = decided.FirstOrDefault(d => d.Pieces.Contains(p.Number))?.Outcome }),
            ],
        };
    }

    private async Task<(DisputeDecisionView Written, int Version)?> ShowDraft(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: DisputeDecisionView written } view || !view.Acts.Edit) return null;
        if (await Read(written.Pass.Id.Value, ct) is not { Body: GatePassView pass }) return null;
        (Pass, PassNumber) = (pass, Texts.Number(written.Pass.Number, written.Pass.NumberFa));
        return (written, view.Sheet.ContentVersion);
    }
}
