using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ReadyGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The keeper's round through the bins, first to expire first, and what goes back to them from the hand-over place.</summary>
[Authorize]
public sealed class IssueVoucherPickModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<TypedPick> Picks { get; set; } = [];

    [BindProperty]
    public List<TypedTake> Lines { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<PickProposal> Rows { get; private set; } = [];

    public ReadyGoodsView Ready { get; private set; } = null!;

    public TakeTable PutBack => new(
        Texts["issue-delivery.put-back"], Texts["issue-delivery.at-the-counter"], Texts["issue-delivery.goes-back"],
        [.. Ready.Lines.Select(l => new TakeRow(l.Line, l.Order, new Goods(l.Name, l.NameEn, l.Code), Display.Names.Named(Texts, l.Unit, l.UnitEn), l.Quantity, l.IsLabelled, l.Pieces))]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var filled = Picks.Select((pick, place) => (pick, place)).Where(p => p.pick.Taken || p.pick.Quantity is > 0).ToList();
        var picked = await Cases.Send(new PickGoods(new DocumentId(Id), [.. filled.Select(p => p.pick.ToForm())]), ct);
        if (!picked.Succeeded) return Refused(picked.Refusals.Select(r => Placed(r, nameof(Picks), [.. filled.Select(p => p.place)])));
        return await GoOn(new DocumentId(Id), "issue-delivery.picked", ct);
    }

    public async Task<IActionResult> OnPostPutBack(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = TypedTake.Filled(Lines);
        var back = await Cases.Send(new PutBackGoods(new DocumentId(Id), lines, Reason), ct);
        if (!back.Succeeded) return Refused(back.Refusals.Select(r => Placed(r, nameof(Lines), places)));
        return await GoOn(new DocumentId(Id), "issue-delivery.back-in-bins", ct);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var proposed = await Cases.Ask(new ProposePicks(new DocumentId(Id), WithOthers: true), ct);
        if (!proposed.Succeeded) return this.Refuse(proposed.Refusals);
        var ready = await Cases.Ask(new ReadyGoods(new DocumentId(Id)), ct);
        if (!ready.Succeeded) return this.Refuse(ready.Refusals);

        (Rows, Ready) = (proposed.Value, ready.Value);

        // Somebody picked meanwhile: what was typed belongs to rows that are no longer there.
        if (Picks.Count > 0 && !Picks.Select(p => p.Key).SequenceEqual(Rows.Select(TypedPick.KeyOf))) ModelState.Clear();
        return null;
    }
}

/// <summary>One bin's row as typed.</summary>
public sealed class TypedPick
{
    public Guid Line { get; set; }

    public Guid Bin { get; set; }

    public Guid? Lot { get; set; }

    public string? Piece { get; set; }

    public decimal? Quantity { get; set; }

    /// <summary>The numbered piece of the row was taken.</summary>
    public bool Taken { get; set; }

    internal (Guid Line, Guid Bin, Guid? Lot, string Piece) Key => (Line, Bin, Lot, Piece ?? "");

    public PickForm ToForm() => new(Line, new PlaceId(Bin), Lot is { } lot ? new LotId(lot) : null, Taken ? 1 : Quantity ?? 0, Piece);

    internal static (Guid Line, Guid Bin, Guid? Lot, string Piece) KeyOf(PickProposal row) => (row.Line, row.Bin.Value, row.Lot?.Value, row.Piece);
}
