using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Drafts the receipt of accepted goods: how much goes on which shelf, and what a source without purchase demands.</summary>
[Authorize]
public sealed class GoodsReceiptNewModel(IUseCases cases, ITexts texts, MakersSignature signature) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Conformance { get; set; }

    [BindProperty]
    public string? InvoiceNo { get; set; }

    [BindProperty]
    public string? LetterNo { get; set; }

    [BindProperty]
    public DateOnly? LetterDate { get; set; }

    [BindProperty]
    public string? ValuedBy { get; set; }

    [BindProperty]
    public string? OwnerName { get; set; }

    [BindProperty]
    public DateOnly? DueBack { get; set; }

    [BindProperty]
    public List<TypedShelf> Lines { get; set; } = [];

    public EnteringStart Start { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        InvoiceNo = Start.InvoiceNo;
        LetterNo = Start.Deed;
        Lines = [.. Start.Accepted.Select(a => new TypedShelf { ConformanceLine = a.ConformanceLine, AtCut = a.AtCut, Quantity = a.Left.Units, Bin = OnlyPlace() })];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        TypedShelf.CheckPlaces(Lines, Missing);
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var sent = Lines.Select((line, place) => (line, place)).Where(l => l.line.Quantity is > 0).ToList();
        var entered = await Cases.Send(
            new EnterGoods(
                new DocumentId(Conformance), InvoiceNo, new SourceFactsInput(LetterNo, LetterDate, ValuedBy, OwnerName, DueBack), [.. sent.Select(l => l.line.ToForm())]), ct);
        return entered.Succeeded
            ? await signature.GoOn(this, entered.Value, new ConfirmationView(Texts["goods-receipt.drafted"], Next: Texts["goods-receipt.drafted-next"]), ct)
            : Refused([.. entered.Refusals.Select(r => TypedShelf.Placed(r, [.. sent.Select(l => l.place)]))]);
    }

    private Guid? OnlyPlace() => Start.Places.Count == 1 ? Start.Places[0].Id.Value : null;

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartEntering(new DocumentId(Conformance)), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}

/// <summary>Some of an accepted line on a shelf, as typed.</summary>
public sealed class TypedShelf
{
    public Guid ConformanceLine { get; set; }

    public bool AtCut { get; set; }

    public decimal? Quantity { get; set; }

    public Guid? Bin { get; set; }

    public Rials? DeedUnitValue { get; set; }

    public ShelvedLineForm ToForm() => new(ConformanceLine, Quantity ?? 0, new PlaceId(Bin ?? Guid.Empty), AtCut, DeedUnitValue?.Amount);

    /// <summary>A line that is received needs a shelf.</summary>
    internal static void CheckPlaces(List<TypedShelf> lines, Action<string> missing)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Quantity: > 0, Bin: null }) missing(FormattableString.Invariant($"Lines[{i}].Bin"));
        }
    }

    /// <summary>Points a refusal at the row as typed: rows without quantity were left out before the form was sent.</summary>
    internal static Refusal Placed(Refusal refusal, IReadOnlyList<int> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var sent = FormattableString.Invariant($"Lines[{i}]");
            if (refusal.Field?.StartsWith(sent, StringComparison.Ordinal) == true)
                return refusal.At(FormattableString.Invariant($"Lines[{places[i]}]{refusal.Field[sent.Length..]}"));
        }

        return refusal;
    }
}
