using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Requests.StartPurchaseRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>
/// The form of a purchase request, new or edited: the head of the paper and a grid of lines. A line names a catalogue item by code or name, or
/// says with its kind that the catalogue does not know it.
/// </summary>
public abstract class PurchaseRequestForm(IUseCases cases, ITexts texts) : PageModel
{
    private const int BlankLines = 3;

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? DeliveryPlace { get; set; }

    [BindProperty]
    public Guid? Store { get; set; }

    [BindProperty]
    public DateOnly? NeededBy { get; set; }

    [BindProperty]
    public OriginPreference? Origin { get; set; }

    [BindProperty]
    public string? OriginReason { get; set; }

    [BindProperty]
    public UrgencyReason? Urgency { get; set; }

    [BindProperty]
    public string? UrgencyNote { get; set; }

    [BindProperty]
    public List<TypedNeed> Lines { get; set; } = [];

    public IReadOnlyList<SelectListItem> Stores { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Origins => Choices<OriginPreference>();

    public IReadOnlyList<SelectListItem> Urgencies => Choices<UrgencyReason>();

    public LineGridView Grid => new(nameof(Lines), texts["purchase-request.field.lines"],
    [
        new LineColumn(nameof(TypedNeed.Item), texts["purchase-request.need"]) { Weight = 4, Suggest = "/requests/needs" },
        new LineColumn(nameof(TypedNeed.Kind), texts["purchase-request.kind-if-free"], LineInput.Choice) { IsOptional = true, Choices = Words<ItemKind>() },
        new LineColumn(nameof(TypedNeed.Quantity), texts["purchase-request.field.lines.quantity"], LineInput.Number) { Weight = 1 },
        new LineColumn(nameof(TypedNeed.Unit), texts["purchase-request.unit-if-free"]) { IsOptional = true, Weight = 1 },
        new LineColumn(nameof(TypedNeed.Estimate), texts["purchase-request.field.lines.unit-estimate"], LineInput.Rials),
        new LineColumn(nameof(TypedNeed.Basis), texts["purchase-request.field.lines.basis"], LineInput.Choice) { Choices = Words<EstimateBasis>() },
        new LineColumn(nameof(TypedNeed.BasisNote), texts["purchase-request.field.lines.basis-note"]) { IsOptional = true },
        new LineColumn(nameof(TypedNeed.Specification), texts["purchase-request.specification-as-text"], LineInput.LongText) { IsOptional = true, Weight = 3 },
    ],
    [.. Lines.Select(l => new LineRow([l.Item, l.Kind, l.Quantity, l.Unit, l.Estimate, l.Basis, l.BasisNote, l.Specification], l.Id))]);

    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>A press on the grid's own buttons; false when the form itself was sent.</summary>
    protected bool Pressed()
    {
        if (LineGridPress.In(Request.Form) is not { } press) return false;
        ModelState.Clear();
        press.ApplyTo(Lines, () => new TypedNeed());
        return true;
    }

    /// <summary>Reads what was typed; null when a field cannot be read, and then every fault stands beside its field.</summary>
    protected async Task<PurchaseRequestInput?> Read(CancellationToken ct)
    {
        if (NeededBy is null) Missing(nameof(NeededBy));
        if (Origin is null) Missing(nameof(Origin));

        var typed = Lines.Select((line, at) => (Line: line, At: at)).Where(l => !l.Line.IsBlank).ToList();
        var items = await cases.Ask(new FindItems([.. typed.Select(l => l.Line.IsFree ? null : l.Line.Item)], GoodsOnly: false), ct);
        if (!items.Succeeded)
        {
            foreach (var refusal in items.Refusals) ModelState.AddModelError("", texts[refusal.Code, refusal.Args]);
            return null;
        }

        var lines = typed.Zip(items.Value).Select(l => Read(l.First.Line, l.First.At, l.Second)).ToList();
        return ModelState.IsValid
            ? new PurchaseRequestInput(
                new PurchaseRequestHead(Purpose, DeliveryPlace, Store is { } store ? new StoreId(store) : null, NeededBy!.Value, Origin!.Value, OriginReason, Urgency, UrgencyNote),
                lines, [.. typed.Select(l => l.At)])
            {
                IsLiteral = typed.Zip(items.Value).All(l => l.First.Line.IsFree || l.Second.IsLiteral(l.First.Line.Item)),
            }
            : null;
    }

    /// <summary>The form again, with what was typed and a blank line to go on.</summary>
    protected async Task<IActionResult> Again(CancellationToken ct, PurchaseStart? known = null)
    {
        if (known is null)
        {
            var start = await cases.Ask(new StartPurchaseRequest(), ct);
            if (!start.Succeeded) return this.Refuse(start.Refusals);
            known = start.Value;
        }

        Stores = [.. known.Stores.Select(s => new SelectListItem($"{texts.Named(s.Name, s.NameEn)} · {s.UnitName}", s.Id.Value.ToString()))];
        if (Lines.Count == 0) Lines.AddRange(Enumerable.Range(0, BlankLines).Select(_ => new TypedNeed()));
        return Page();
    }

    /// <summary>A refusal with its fields as this form names them: blank lines were left out before it was sent.</summary>
    protected async Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals, PurchaseRequestInput sent, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (await Again(ct) is not PageResult) return this.Refuse(refusals);

        // What was typed into a field is a fault of the form, not a missing page.
        return this.Refuse([.. refusals.Select(r => r.Field is { } field
            ? (r.Kind is RefusalKind.NotFound ? r with { Kind = RefusalKind.Invalid } : r).At(sent.AsTyped(field))
            : r)]);
    }

    /// <summary>On to the first line that still lacks its specification, or to the document.</summary>
    protected async Task<IActionResult> GoOn(DocumentId id, CancellationToken ct)
    {
        var open = await FirstOpenLine(id, ct);
        this.Confirm(new ConfirmationView(texts["purchase-request.saved"], Next: texts[open is null ? "purchase-request.saved-next" : "purchase-request.saved-specify"]));
        return Redirect(open is null ? $"/documents/{id.Value}" : FormattableString.Invariant($"/requests/purchase-requests/{id.Value}/lines/{open}"));
    }

    /// <summary>The first line that still lacks its specification.</summary>
    protected async Task<int?> FirstOpenLine(DocumentId id, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(id), ct);
        return read is { Succeeded: true, Value.Body: Application.Requests.PurchaseRequestView { FirstOpenLine: { } line } } ? line : null;
    }

    private PurchaseRequestLineForm Read(TypedNeed line, int at, TypedItem meant)
    {
        var field = FormattableString.Invariant($"Lines[{at}]");
        var quantity = PersianText.TryParseDecimal(line.Quantity ?? "", out var number) ? number : (decimal?)null;
        if (quantity is null) Fault(field + ".Quantity", string.IsNullOrWhiteSpace(line.Quantity) ? "forms.required" : "forms.not-a-number");
        var estimate = PersianText.TryParseLong(line.Estimate ?? "", out var rials) ? rials : (long?)null;
        if (estimate is null && !string.IsNullOrWhiteSpace(line.Estimate)) Fault(field + ".Estimate", "forms.not-rials");
        if (!Enum.TryParse<EstimateBasis>(line.Basis, out var basis)) Fault(field + ".Basis", "forms.required");
        var item = line.IsFree ? null : meant.Found;
        if (item is null && !line.IsFree) ModelState.AddModelError(field + ".Item", Meant(line.Item, meant));
        return new PurchaseRequestLineForm(
            item?.Code, line.Item, Enum.TryParse<ItemKind>(line.Kind, out var kind) ? kind : null, quantity ?? 0, line.Unit, estimate ?? 0, basis, line.BasisNote,
            line.Specification, line.Id);
    }

    private string Meant(string? typed, TypedItem meant)
    {
        if (string.IsNullOrWhiteSpace(typed)) return texts["forms.required"];
        return meant.Fitting.Count == 0
            ? texts["purchase-request.no-such-item"]
            : texts["goods-request.which-item", string.Join("، ", meant.Fitting.Select(f => $"{f.Code} ({f.Name})"))];
    }

    private void Missing(string field)
    {
        if (ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid) Fault(field, "forms.required");
    }

    private void Fault(string field, string key) => ModelState.AddModelError(field, texts[key]);

    private List<SelectListItem> Choices<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts.Of(v), v.ToString()))];

    private List<(string Value, string Label)> Words<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => (v.ToString(), texts.Of(v)))];
}

/// <summary>One line as typed.</summary>
public sealed class TypedNeed
{
    /// <summary>The line of the goods request it buys for.</summary>
    public Guid? Id { get; set; }

    public string? Item { get; set; }

    /// <summary>Chosen only for what the catalogue does not know.</summary>
    public string? Kind { get; set; }

    public string? Quantity { get; set; }

    public string? Unit { get; set; }

    public string? Estimate { get; set; }

    public string? Basis { get; set; }

    public string? BasisNote { get; set; }

    public string? Specification { get; set; }

    public bool IsFree => !string.IsNullOrWhiteSpace(Kind);

    public bool IsBlank => new[] { Item, Quantity, Unit, Estimate, BasisNote, Specification }.All(string.IsNullOrWhiteSpace);
}

/// <summary>What the form said once it was readable.</summary>
/// <param name="Head">The head.</param>
/// <param name="Lines">The lines that are not blank.</param>
/// <param name="Places">Where each stood in the grid.</param>
public sealed record PurchaseRequestInput(PurchaseRequestHead Head, IReadOnlyList<PurchaseRequestLineForm> Lines, IReadOnlyList<int> Places)
{
    /// <summary>Every item was typed by its code or its whole name, or in free words of its own.</summary>
    public bool IsLiteral { get; init; }

    /// <summary><c>Lines[1].UnitEstimate</c> of what was sent, as the form names and numbers it.</summary>
    public string AsTyped(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field == nameof(PurchaseRequest.StoreId)) return nameof(PurchaseRequestForm.Store);
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        if (open <= 0 || close < open || !int.TryParse(field[(open + 1)..close], System.Globalization.CultureInfo.InvariantCulture, out var sent) || sent >= Places.Count) return field;

        var cell = field[(close + 1)..] switch
        {
            ".ItemCode" or ".Description" => ".Item",
            ".UnitEstimate" => ".Estimate",
            var same => same,
        };
        return FormattableString.Invariant($"{field[..open]}[{Places[sent]}]{cell}");
    }
}
