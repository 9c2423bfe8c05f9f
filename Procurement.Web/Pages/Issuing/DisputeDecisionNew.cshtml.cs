using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The head of general affairs drafts his decision over what a receiver disputed.</summary>
[Authorize]
public sealed class DisputeDecisionNewModel(IUseCases cases, ITexts texts) : DisputeDecisionForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid From { get; set; }

    public override Guid Back => From;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Lines =
        [
            .. Disputed.Select(l => new TypedDecision
            {
                PassLine = l.Id, Pieces = [.. l.Pieces.Where(p => p is { HasLeft: true, HasArrived: false }).Select(p => new TypedPieceDecision { Number = p.Number })],
            }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var drafted = await Cases.Send(new DecideDispute(new DocumentId(From), Reason, Decided()), ct);
        return drafted.Succeeded ? await GoOn(drafted.Value, "dispute-decision.drafted", ct) : Refused(drafted.Refusals.Select(OnForm));
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(From, ct) is not { Body: GatePassView pass } view) return NotFound();
        (Pass, PassNumber) = (pass, Texts.Number(view.Sheet.Number, view.Sheet.NumberFa));
        return pass.IsDisputed ? null : Redirect($"/documents/{From}");
    }
}
