using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Drafts a pass for goods that wait at the hand-over place.</summary>
[Authorize]
public sealed class GatePassNewModel(IUseCases cases, ITexts texts) : GatePassForm(cases, texts)
{
    /// <summary>The document the goods leave by.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid From { get; set; }

    [BindProperty(SupportsGet = true)]
    public PassBasis Basis { get; set; } = PassBasis.IssueVoucher;

    public override Guid Back => From;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(Basis, new DocumentId(From), ct) is { } unseen) return unseen;
        Destination = Start.Confirmers.Count > 0 ? Start.Receiver : Texts.Named(Start.UnitName, Start.UnitNameEn);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(Basis, new DocumentId(From), ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = TypedTake.Filled(Lines);
        var drafted = await Cases.Send(new DraftGatePass(Basis, new DocumentId(From), Terms, lines), ct);
        return drafted.Succeeded
            ? await GoOn(drafted.Value, "gate-pass.drafted", ct)
            : Refused(drafted.Refusals.Select(r => Placed(r, nameof(Lines), places)));
    }
}
