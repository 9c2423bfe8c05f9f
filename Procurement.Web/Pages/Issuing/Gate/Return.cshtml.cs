using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.TakeBackGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing.Gate;

/// <summary>Goods of a temporary exit are back at the gate: their labels are read into one field, everything else is counted.</summary>
[Authorize]
public sealed class ReturnModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    private static readonly char[] Separators = ['\n', '\r', ',', '،', ';', '؛', '\t', ' '];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<TypedTake> Lines { get; set; } = [];

    /// <summary>Labels as a scanner types them, one a line.</summary>
    [BindProperty]
    public string? Scanned { get; set; }

    [BindProperty]
    public string? Condition { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    public DocumentView Document { get; private set; } = null!;

    public GatePassView Pass { get; private set; } = null!;

    /// <summary>What is still away.</summary>
    public TakeTable Table => new(
        Texts["gate-pass.take-back"], Texts["gate-pass.field.lines.away"], Texts["gate-pass.field.lines.back-now"],
        [
            .. Pass.Lines.Where(l => !l.Away.IsZero).Select(l => new TakeRow(
                l.Id, l.Order, new Goods(l.Name, l.NameEn, l.Code), Texts.Named(l.Unit, l.UnitEn), l.Away, l.IsLabelled, [.. l.Pieces.Where(p => p.IsAway).Select(p => p.Number)])),
        ]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        string[] read = [.. Lines.SelectMany(l => l.Pieces), .. (Scanned ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var back = await Cases.Send(
            new TakeBackGoods(new DocumentId(Id), [.. Lines.Select(l => new CountedForm(l.Line, l.Quantity))], read, Condition, Proof), ct);
        if (!back.Succeeded)
        {
            var shown = Pass.Lines.Where(l => !l.Away.IsZero).Select(l => l.Order).ToList();
            return Refused(back.Refusals.Select(r => OnForm(r, shown)));
        }

        await Show(ct);
        this.Confirm(new ConfirmationView(Texts["gate-pass.taken-back"], Next: Texts[Pass.IsAway ? "gate-pass.taken-back-some" : "gate-pass.taken-back-all"]));
        return Redirect($"/issuing/gate/{Id}");
    }

    /// <summary>The pass numbers all its lines, the form only those still away.</summary>
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
        if (await Read(Id, ct) is not { Body: GatePassView pass } view) return NotFound();
        (Document, Pass) = (view, pass);
        return null;
    }
}
