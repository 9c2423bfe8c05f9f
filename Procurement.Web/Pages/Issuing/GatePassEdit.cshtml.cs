using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.StartGatePass;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Rewrites a pass that has not been issued yet.</summary>
[Authorize]
public sealed class GatePassEditModel(IUseCases cases, ITexts texts) : GatePassForm(cases, texts)
{
    private GatePassView _written = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public override Guid Back => Id;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ShowDraft(ct) is not { } version) return NotFound();
        SeenVersion = version;
        (Destination, Bearer, Vehicle) = (_written.Destination, _written.Bearer, _written.Vehicle);
        RosterGuard = Start.Roster.FirstOrDefault(p => p.Name == _written.RosterGuard)?.Id.Value;
        Confirmer = Start.Confirmers.Count > 0 ? _written.ReceiverId?.Value : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await ShowDraft(ct) is null) return NotFound();
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = TypedTake.Filled(Lines);
        var edited = await Cases.Send(new EditGatePass(new DocumentId(Id), SeenVersion, Terms, lines), ct);
        return edited.Succeeded
            ? await GoOn(new DocumentId(Id), "gate-pass.saved", ct)
            : Refused(edited.Refusals.Select(r => Placed(r, nameof(Lines), places)));
    }

    protected override Quantity? ProposedOf(WaitingGoods line) => Written(line)?.Quantity;

    protected override IReadOnlyList<string> TickedOf(WaitingGoods line) => [.. Written(line)?.Pieces.Select(p => p.Number) ?? []];

    private GatePassLineView? Written(WaitingGoods line) => _written.Lines.FirstOrDefault(l => l.BasisLine == line.Line);

    private async Task<int?> ShowDraft(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: GatePassView written } view || !view.Acts.Edit) return null;
        _written = written;
        return await Show(written.Basis, written.From.Id, ct) is null ? view.Sheet.ContentVersion : null;
    }
}
