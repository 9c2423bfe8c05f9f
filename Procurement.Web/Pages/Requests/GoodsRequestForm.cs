using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>The form of a goods request, new or edited: store, purpose, day, and a grid of lines in which an item is typed by code or name.</summary>
public abstract class GoodsRequestForm(IUseCases cases, ITexts texts) : PageModel
{
    private const int BlankLines = 3;

    [BindProperty]
    public Guid? Store { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public DateOnly? NeededBy { get; set; }

    [BindProperty]
    public List<TypedLine> Lines { get; set; } = [];

    public IReadOnlyList<SelectListItem> Stores { get; private set; } = [];

    public LineGridView Grid => new(nameof(Lines), texts["goods-request.field.lines"],
    [
        new LineColumn(nameof(TypedLine.Item), texts["goods-request.item-typed"]) { Weight = 4, Suggest = "/requests/items" },
        new LineColumn(nameof(TypedLine.Quantity), texts["goods-request.field.lines.quantity"], LineInput.Number) { Weight = 1 },
        new LineColumn(nameof(TypedLine.Remark), texts["goods-request.field.lines.remark"]) { IsOptional = true, Weight = 3 },
    ],
    [.. Lines.Select(l => new LineRow([l.Item, l.Quantity, l.Remark]))]);

    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>A press on the grid's own buttons; null when the form itself was sent.</summary>
    protected bool Pressed()
    {
        if (LineGridPress.In(Request.Form) is not { } press) return false;
        ModelState.Clear();
        press.ApplyTo(Lines, () => new TypedLine());
        return true;
    }

    /// <summary>Reads what was typed; every fault stands beside its field.</summary>
    protected async Task<GoodsRequestInput?> Read(CancellationToken ct)
    {
        if (Store is null) Fault(nameof(Store), texts["forms.required"]);
        if (NeededBy is null && !ModelState.TryGetValue(nameof(NeededBy), out _)) Fault(nameof(NeededBy), texts["forms.required"]);
        else if (NeededBy is null && ModelState[nameof(NeededBy)]!.Errors.Count == 0) Fault(nameof(NeededBy), texts["forms.required"]);

        var typed = Lines.Select((line, at) => (line, at)).Where(l => !l.line.IsBlank).ToList();
        var items = await cases.Ask(new FindItems([.. typed.Select(l => l.line.Item)]), ct);
        if (!items.Succeeded)
        {
            foreach (var refusal in items.Refusals) Fault("", texts[refusal.Code, refusal.Args]);
            return null;
        }

        var lines = new List<GoodsRequestLineForm>();
        var places = new List<int>();
        foreach (var ((line, at), meant) in typed.Zip(items.Value))
        {
            var quantity = PersianText.TryParseDecimal(line.Quantity ?? "", out var number) ? number : (decimal?)null;
            if (quantity is null) Fault($"Lines[{at}].Quantity", texts[string.IsNullOrWhiteSpace(line.Quantity) ? "forms.required" : "forms.not-a-number"]);
            if (meant.Found is not { } item) Fault($"Lines[{at}].Item", Meant(line.Item, meant));
            else if (quantity is { } some)
            {
                lines.Add(new GoodsRequestLineForm(item.Id, some, line.Remark));
                places.Add(at);
            }
        }

        return ModelState.IsValid
            ? new GoodsRequestInput(new StoreId(Store!.Value), NeededBy!.Value, lines, places) { IsLiteral = typed.Zip(items.Value).All(l => l.Second.IsLiteral(l.First.line.Item)) }
            : null;
    }

    /// <summary>The form again, with what was typed and enough blank lines to go on.</summary>
    protected async Task<IActionResult> Again(CancellationToken ct)
    {
        var stores = await cases.Ask(new StoresToAsk(), ct);
        if (!stores.Succeeded) return this.Refuse(stores.Refusals);

        Stores = [.. stores.Value.Select(s => new SelectListItem(
            $"{(texts.Language == Language.English && s.NameEn.Length > 0 ? s.NameEn : s.Name)} · {s.UnitName}", s.Id.Value.ToString()))];
        if (Stores.Count == 1) Store ??= stores.Value[0].Id.Value;
        if (Lines.Count == 0) Lines.AddRange(Enumerable.Range(0, BlankLines).Select(_ => new TypedLine()));
        return Page();
    }

    /// <summary>A refusal with its fields as this form numbers its lines: blank ones were left out before it was sent.</summary>
    protected async Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals, GoodsRequestInput sent, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (await Again(ct) is not PageResult) return this.Refuse(refusals);
        return this.Refuse([.. refusals.Select(r => r.Field is { } field ? r.At(sent.AsTyped(field)) : r)]);
    }

    private string Meant(string? typed, TypedItem meant)
    {
        if (string.IsNullOrWhiteSpace(typed)) return texts["forms.required"];
        return meant.Fitting.Count == 0
            ? texts["goods-request.no-such-item"]
            : texts["goods-request.which-item", string.Join("، ", meant.Fitting.Select(f => $"{f.Code} ({f.Name})"))];
    }

    private void Fault(string field, string sentence) => ModelState.AddModelError(field, sentence);
}

/// <summary>One line as typed.</summary>
public sealed class TypedLine
{
    public string? Item { get; set; }

    public string? Quantity { get; set; }

    public string? Remark { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Item) && string.IsNullOrWhiteSpace(Quantity) && string.IsNullOrWhiteSpace(Remark);
}

/// <summary>What the form said once it was readable.</summary>
/// <param name="Store">The store asked.</param>
/// <param name="NeededBy">The day.</param>
/// <param name="Lines">The lines that are not blank.</param>
/// <param name="Places">Where each stood in the grid.</param>
public sealed record GoodsRequestInput(StoreId Store, DateOnly NeededBy, IReadOnlyList<GoodsRequestLineForm> Lines, IReadOnlyList<int> Places)
{
    /// <summary>Every item was typed by its code or its whole name, so that what was typed is what was meant.</summary>
    public bool IsLiteral { get; init; }

    /// <summary><c>Lines[1].Item</c> of what was sent, as the grid numbers it.</summary>
    public string AsTyped(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        return open > 0 && close > open && int.TryParse(field[(open + 1)..close], System.Globalization.CultureInfo.InvariantCulture, out var sent) && sent < Places.Count
            ? FormattableString.Invariant($"{field[..open]}[{Places[sent]}]{field[(close + 1)..]}")
            : field;
    }
}
