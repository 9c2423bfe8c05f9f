using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Takes the receiver's word on what arrived; what he does not confirm is disputed. A refused form comes back here with what he typed.</summary>
[Authorize]
public sealed class GatePassConfirmModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public List<TypedTake> Lines { get; set; } = [];

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Show(ct) ?? Unreadable;
        var counted = Lines.Select(l => new CountedForm(l.Line, l.Quantity)).ToList();
        var confirmed = await Cases.Send(
            new ConfirmDelivery(new DocumentId(Id), SeenVersion, counted, [.. Lines.SelectMany(l => l.Pieces)], Remark, Proof), ct);
        if (confirmed.Succeeded)
        {
            var disputed = await Read(Id, ct) is { Body: GatePassView { IsDisputed: true } };
            return Signed(new DocumentId(Id), disputed ? "gate-pass.disputed-now" : "gate-pass.confirmed-now");
        }

        if (await Show(ct) is { } unseen) return unseen;

        // The pass numbers all its lines, the form only those of which something went out.
        var shown = ((GatePassView)Contribution.Body).Lines.Where(l => !l.Left.IsZero).Select(l => l.Order).ToList();
        return Refused(confirmed.Refusals.Select(r => OnForm(r, shown)));
    }

    private static Refusal OnForm(Refusal refusal, List<int> shown)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            if (refusal.Field == FormattableString.Invariant($"Lines[{shown[i] - 1}].Quantity")) return refusal.At(FormattableString.Invariant($"Lines[{i}].Quantity"));
        }

        return refusal;
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: GatePassView } view) return NotFound();
        if (view.Acts.Contribute != Capacity.Receiver) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(view);
        Number = Texts.Number(view.Sheet.Number, view.Sheet.NumberFa);
        return null;
    }
}
