using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.CountDelivery;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Counting a delivery: the keeper's count, then what the papers say, and on his own step the second counter's count (6.1.a).</summary>
[Authorize]
public sealed class TemporaryReceiptCountModel(IUseCases cases, ITexts texts, MakersSignature signature) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public List<TypedQuantity> Lines { get; set; } = [];

    public CountFormView Form { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    /// <summary>The keeper's own count.</summary>
    public async Task<IActionResult> OnPostCount(CancellationToken ct)
    {
        if (Typed(blankIsNone: false) is not { } lines) return await Again(ct);
        var counted = await Cases.Send(new CountAsKeeper(new DocumentId(Id), SeenVersion, lines), ct);
        if (!counted.Succeeded) return await Show(ct) ?? Refused(counted.Refusals);
        this.Confirm(new ConfirmationView(Texts["temporary-receipt.counted"], Next: Texts["temporary-receipt.counted-next"]));
        return Redirect($"/receiving/arrivals/{Id}/count");
    }

    /// <summary>What waybill or invoice say; a line they do not name stays blank.</summary>
    public async Task<IActionResult> OnPostPapers(CancellationToken ct)
    {
        if (Typed(blankIsNone: true) is not { } lines) return await Again(ct);
        var read = await Cases.Send(new ReadPapers(new DocumentId(Id), SeenVersion, lines), ct);
        if (!read.Succeeded) return await Show(ct) ?? Refused(read.Refusals);

        // The last he has to write of it: with this he may sign.
        return await signature.GoOn(
            this, new DocumentId(Id), new ConfirmationView(Texts["temporary-receipt.papers-written"], Next: Texts["temporary-receipt.papers-written-next"]), ct);
    }

    /// <summary>The second count, signed when it agrees.</summary>
    public async Task<IActionResult> OnPostSecond(CancellationToken ct)
    {
        if (Typed(blankIsNone: false) is not { } lines) return await Again(ct);
        var counted = await Cases.Send(new CountAsSecond(new DocumentId(Id), SeenVersion, lines, Proof), ct);
        if (!counted.Succeeded) return await Show(ct) ?? Refused(counted.Refusals);
        if (counted.Value.Agrees) return Signed(new DocumentId(Id), "temporary-receipt.counts-agree");

        var differing = string.Join("، ", counted.Value.DifferingLines);
        this.Confirm(new ConfirmationView(Texts["temporary-receipt.counts-differ", differing], Next: Texts["temporary-receipt.counts-differ-next"]));
        return Redirect($"/documents/{Id}");
    }

    private List<LineQuantity>? Typed(bool blankIsNone)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var field = FormattableString.Invariant($"Lines[{i}].Quantity");
            if (!blankIsNone && Lines[i].Quantity is null && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
                Missing(field);
        }

        return ModelState.IsValid ? [.. Lines.Where(l => l.Quantity is not null).Select(l => new LineQuantity(l.LineId, l.Quantity!.Value))] : null;
    }

    private async Task<IActionResult> Again(CancellationToken ct) => await Show(ct) ?? new PageResult { StatusCode = StatusCodes.Status400BadRequest };

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: TemporaryReceiptView } view) return NotFound();
        Number = Texts.Language == Language.Persian ? view.Sheet.NumberFa : view.Sheet.Number;
        if (CountFormView.For(view) is not { } form) return Redirect($"/documents/{Id}");
        Form = form;
        return null;
    }
}

/// <summary>One quantity as typed.</summary>
public sealed class TypedQuantity
{
    public Guid LineId { get; set; }

    public decimal? Quantity { get; set; }
}

/// <summary>Which count is due from this reader, and over which lines.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="SeenVersion">The version on the page.</param>
/// <param name="Handler">What is sent: <c>Count</c>, <c>Papers</c>, <c>Second</c>.</param>
/// <param name="Lines">The lines.</param>
/// <param name="AsksPassword">The count is signed in the same act.</param>
/// <param name="Differs">Lines that differed at the last attempt.</param>
public sealed record CountFormView(
    Guid Id, int SeenVersion, string Handler, IReadOnlyList<TemporaryReceiptLineView> Lines, bool AsksPassword, IReadOnlyList<int> Differs)
{
    public bool IsPapers => Handler == "Papers";

    public static CountFormView? For(DocumentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var receipt = (TemporaryReceiptView)view.Body;
        var handler = view.Acts switch
        {
            { Contribute: not null } => "Second",
            { Edit: true } when !receipt.KeeperCounted => "Count",
            { Edit: true } when !receipt.PapersRead => "Papers",
            _ => null,
        };
        return handler is null
            ? null
            : new CountFormView(
                view.Sheet.Id.Value, view.Sheet.ContentVersion, handler, receipt.Lines, handler == "Second" && !view.Acts.GrantAlive,
                [.. receipt.Lines.Where(l => l.CountsDiffer).Select(l => l.Order)]);
    }
}
