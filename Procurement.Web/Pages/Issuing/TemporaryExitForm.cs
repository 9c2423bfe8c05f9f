using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Issuing.StartTemporaryExit;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>One line of a temporary exit as typed; numbered pieces say their item themselves.</summary>
public sealed class TypedExitLine
{
    private static readonly char[] Separators = ['\n', '\r', ',', '،', ';', '؛', '\t', ' '];

    public string? Item { get; set; }

    public string? Bin { get; set; }

    public string? Lot { get; set; }

    public decimal? Quantity { get; set; }

    public string? Pieces { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Item) && Quantity is null && string.IsNullOrWhiteSpace(Pieces);

    public ExitLineForm ToForm() => new(
        Item, Bin, Lot, Quantity, [.. (Pieces ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
}

/// <summary>The form of a temporary exit, new or edited.</summary>
public abstract class TemporaryExitForm(IUseCases cases, ITexts texts, ReaderFormat format) : IssuingForm(cases, texts)
{
    private const int BlankLines = 3;

    [BindProperty]
    public ExitPurpose Purpose { get; set; } = ExitPurpose.Repair;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? Receiver { get; set; }

    [BindProperty]
    public string? OutsideReceiver { get; set; }

    [BindProperty]
    public DateOnly? ReturnDue { get; set; }

    [BindProperty]
    public List<TypedExitLine> Lines { get; set; } = [];

    /// <summary>The stores the reader keeps.</summary>
    public IReadOnlyList<ExitStore> Stores { get; private set; } = [];

    /// <summary>The store of the exit; null while one is to be chosen.</summary>
    public ExitStore? At { get; private set; }

    public IEnumerable<SelectListItem> Purposes => Enum.GetValues<ExitPurpose>().Select(p => new SelectListItem(Texts.Of(p), p.ToString()));

    public IEnumerable<SelectListItem> Receivers => (At?.Receivers ?? []).Select(p => new SelectListItem(p.Name, p.Id.Value.ToString()));

    public LineGridView Grid => new(
        nameof(Lines), Texts["temporary-exit.field.lines"],
        [
            new LineColumn(nameof(TypedExitLine.Item), Texts["issuing.code"], LineInput.Code) { Weight = 3, IsOptional = true },
            new LineColumn(nameof(TypedExitLine.Bin), Texts["temporary-exit.field.lines.bin"], LineInput.Choice)
            {
                IsOptional = true, Choices = [.. (At?.Bins ?? []).Select(b => (b.Code, b.Name.Length == 0 ? b.Code : $"{b.Code} — {b.Name}"))],
            },
            new LineColumn(nameof(TypedExitLine.Lot), Texts["temporary-exit.field.lines.lot"]) { IsOptional = true },
            new LineColumn(nameof(TypedExitLine.Quantity), Texts["temporary-exit.field.lines.quantity"], LineInput.Number) { IsOptional = true },
            new LineColumn(nameof(TypedExitLine.Pieces), Texts["temporary-exit.field.lines.pieces"], LineInput.Code) { IsOptional = true, Weight = 3 },
        ],
        [.. Lines.Select(l => new LineRow([l.Item, l.Bin, l.Lot, l.Quantity is { } quantity ? format.Number(quantity) : null, l.Pieces]))]);

    protected ExitTermsForm Terms => new(Purpose, Reason, Receiver is { } person ? new PersonId(person) : null, OutsideReceiver, ReturnDue);

    /// <summary>Reads what the form offers; a store the reader does not keep is not found.</summary>
    protected async Task<IActionResult?> Show(Guid? store, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartTemporaryExit(), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Stores = start.Value;
        At = store is { } chosen ? Stores.FirstOrDefault(s => s.Id == new StoreId(chosen)) : Stores.Count == 1 ? Stores[0] : null;
        return At is null && store is not null ? NotFound() : null;
    }

    /// <summary>Blank lines to type in.</summary>
    protected void Pad()
    {
        while (Lines.Count < BlankLines) Lines.Add(new TypedExitLine());
    }

    /// <summary>A press on the grid's own buttons: the form again with a line more or less.</summary>
    protected bool Pressed()
    {
        if (LineGridPress.In(Request.Form) is not { } press) return false;
        ModelState.Clear();
        press.ApplyTo(Lines, () => new TypedExitLine());
        return true;
    }

    /// <summary>Leaves blank lines out, so that the lines sent and the lines shown again are the same.</summary>
    protected IReadOnlyList<ExitLineForm> TypedLines()
    {
        if (Lines.RemoveAll(l => l.IsBlank) > 0) ModelState.Clear();
        return [.. Lines.Select(l => l.ToForm())];
    }

    protected void Fill(TemporaryExitView written)
    {
        ArgumentNullException.ThrowIfNull(written);
        (Purpose, Reason, ReturnDue) = (written.Purpose, written.Reason, written.ReturnDue);
        (Receiver, OutsideReceiver) = (written.ReceiverId?.Value, written.IsOutside ? written.Receiver : null);
        Lines =
        [
            .. written.Lines.Select(l => new TypedExitLine
            {
                Item = l.Code, Bin = l.BinCode, Lot = l.LotCode, Quantity = l.Quantity.Units, Pieces = string.Join(' ', l.Pieces.Select(p => p.Number)),
            }),
        ];
    }
}
