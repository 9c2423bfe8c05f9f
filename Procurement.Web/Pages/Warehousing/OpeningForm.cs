using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>A counted line as typed.</summary>
public sealed class OpeningLineTyped
{
    public string? Item { get; set; }

    public string? Bin { get; set; }

    public string? Lot { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public decimal? Quantity { get; set; }

    public long? UnitValue { get; set; }

    public bool IsBlank =>
        string.IsNullOrWhiteSpace(Item) && string.IsNullOrWhiteSpace(Lot) && ExpiresOn is null && Quantity is null && UnitValue is null;

    public OpeningLineForm AsForm => new(Item, Bin, Lot, ExpiresOn, Quantity ?? 0, UnitValue ?? 0);
}

/// <summary>The form of a first count, the same for a new one and for a draft.</summary>
/// <remarks>A view of its own, because both pages show it.</remarks>
public sealed record OpeningFormView(LineGridView Grid, StoreView Store);

/// <summary>What the two pages of a first count share.</summary>
public abstract class OpeningFormPage(IUseCases cases, ITexts texts, ReaderFormat format) : PageModel
{
    private const int BlankLines = 5;

    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    public OpeningFormView View { get; private set; } = null!;

    [Microsoft.AspNetCore.Mvc.BindProperty]
    public DateOnly? CountedOn { get; set; }

    [Microsoft.AspNetCore.Mvc.BindProperty]
    public string? Basis { get; set; }

    [Microsoft.AspNetCore.Mvc.BindProperty]
    public List<OpeningLineTyped> Lines { get; set; } = [];

    /// <summary>Fills the form with the lines of a draft, or with blank ones.</summary>
    protected void Fill(IEnumerable<OpeningLineView> lines)
    {
        Lines = [.. lines.Select(l => new OpeningLineTyped
        {
            Item = l.ItemCode, Bin = l.BinCode, Lot = l.Lot, ExpiresOn = l.ExpiresOn, Quantity = l.Quantity.Units, UnitValue = l.UnitValue.Amount,
        })];
        while (Lines.Count < BlankLines) Lines.Add(new OpeningLineTyped());
    }

    /// <summary>Leaves blank lines out, so that the lines sent and the lines shown again are the same.</summary>
    protected IReadOnlyList<OpeningLineForm> TypedLines()
    {
        if (Lines.RemoveAll(l => l.IsBlank) > 0) ModelState.Clear();
        return [.. Lines.Select(l => l.AsForm)];
    }

    /// <summary>Reads the store and draws the form; the refusals when the reader may not see the store.</summary>
    protected async Task<IReadOnlyList<Refusal>> Draw(StoreId store, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadStore(store), ct);
        if (!read.Succeeded) return read.Refusals;

        var bins = read.Value.Bins.Where(b => b.IsActive).Select(b => (b.Code, b.Name.Length == 0 ? b.Code : $"{b.Code} — {b.Name}")).ToList();
        View = new OpeningFormView(
            new LineGridView(
                nameof(Lines), texts["warehousing.lines"],
                [
                    new LineColumn(nameof(OpeningLineTyped.Item), texts["warehousing.item-code"], LineInput.Code) { Weight = 3 },
                    new LineColumn(nameof(OpeningLineTyped.Bin), texts["warehousing.bin"], LineInput.Choice) { Choices = bins },
                    new LineColumn(nameof(OpeningLineTyped.Lot), texts["warehousing.lot"]) { IsOptional = true },
                    new LineColumn(nameof(OpeningLineTyped.ExpiresOn), texts["warehousing.expires"], LineInput.Date) { IsOptional = true },
                    new LineColumn(nameof(OpeningLineTyped.Quantity), texts["warehousing.quantity"], LineInput.Number),
                    new LineColumn(nameof(OpeningLineTyped.UnitValue), texts["warehousing.unit-value"], LineInput.Rials) { Weight = 3 },
                ],
                [.. Lines.Select(Row)]),
            read.Value);
        return [];
    }

    private LineRow Row(OpeningLineTyped line) => new(
    [
        line.Item, line.Bin, line.Lot, line.ExpiresOn is { } day ? format.Date(day) : null, line.Quantity is { } quantity ? format.Number(quantity) : null,
        line.UnitValue is { } value ? format.Number(value) : null,
    ]);
}
