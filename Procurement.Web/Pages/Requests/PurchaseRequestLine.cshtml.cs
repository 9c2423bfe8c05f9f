using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.SpecifyLine;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>The complete technical specification of one line: the item's template attribute by attribute, or free rows (control 6.2.a).</summary>
[Authorize]
public sealed class PurchaseRequestLineModel(IUseCases cases, ITexts texts, ReaderFormat format) : PageModel
{
    private const int BlankRows = 4;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Order { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public List<TypedAttribute> Answers { get; set; } = [];

    [BindProperty]
    public List<TypedRow> Rows { get; set; } = [];

    [BindProperty]
    public string? Brand { get; set; }

    [BindProperty]
    public string? BrandReason { get; set; }

    public LineToSpecify Line { get; private set; } = null!;

    public LineGridView Grid => new(nameof(Rows), texts["purchase-request.free-specification"],
    [
        new LineColumn(nameof(TypedRow.Name), texts["purchase-request.attribute"]) { Weight = 2 },
        new LineColumn(nameof(TypedRow.Value), texts["purchase-request.asked-value"]) { Weight = 4 },
    ],
    [.. Rows.Select(r => new LineRow([r.Name, r.Value]))]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } elsewhere) return elsewhere;

        SeenVersion = Line.Version;
        Answers = [.. Line.Asked.Select(a => new TypedAttribute { Key = a.Key, Value = a.Value, Min = Number(a.Min), Max = Number(a.Max) })];
        Rows = [.. Line.Rows.Select(r => new TypedRow { Name = r.Name, Value = r.Value })];
        if (Line.IsFree && Rows.Count == 0) Rows.AddRange(Enumerable.Range(0, BlankRows).Select(_ => new TypedRow()));
        (Brand, BrandReason) = (Line.Brand, Line.BrandReason);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (LineGridPress.In(Request.Form) is { } press)
        {
            ModelState.Clear();
            press.ApplyTo(Rows, () => new TypedRow());
            return await Show(ct) ?? Page();
        }

        var stated = await cases.Send(
            new SpecifyLine(
                new DocumentId(Id), SeenVersion, Order, [.. Answers.Select(a => new AttributeAnswer(a.Key, a.Value, a.Min, a.Max))],
                [.. Rows.Select(r => new SpecificationRow(r.Name, r.Value))], Brand, BrandReason), ct);
        if (await Show(ct) is { } elsewhere) return elsewhere;
        if (!stated.Succeeded) return this.Refuse([.. stated.Refusals.Select(Placed)]);

        this.Confirm(new ConfirmationView(texts["purchase-request.specified", Order], Next: texts[Line.NextOpen is null ? "purchase-request.saved-next" : "purchase-request.saved-specify"]));
        return Redirect(Line.NextOpen is { } next ? FormattableString.Invariant($"/requests/purchase-requests/{Id}/lines/{next}") : $"/documents/{Id}");
    }

    /// <summary>Points <c>Specification[key]</c> at the field in which the attribute is answered.</summary>
    private Refusal Placed(Refusal refusal)
    {
        const string prefix = "Specification[";
        if (refusal.Field is not { } field || !field.StartsWith(prefix, StringComparison.Ordinal)) return refusal;
        var at = Answers.FindIndex(a => string.Equals(field, FormattableString.Invariant($"{prefix}{a.Key}]"), StringComparison.Ordinal));
        if (at < 0) return refusal with { Field = null };
        var isNumber = Line.Asked.FirstOrDefault(a => a.Key == Answers[at].Key)?.Kind == AttributeKind.Number;
        return refusal.At(FormattableString.Invariant($"Answers[{at}].{(isNumber ? "Min" : "Value")}"));
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadLine(new DocumentId(Id), Order), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        // Whoever may not edit is better served by the document's own page, which says why.
        if (!read.Value.MayEdit) return Redirect($"/documents/{Id}");

        Line = read.Value;
        return null;
    }

    private string? Number(decimal? number) => number is { } given ? format.Number(given) : null;
}

/// <summary>What was typed for one attribute.</summary>
public sealed class TypedAttribute
{
    public int Key { get; set; }

    public string? Value { get; set; }

    public string? Min { get; set; }

    public string? Max { get; set; }
}

/// <summary>One row of a free specification as typed.</summary>
public sealed class TypedRow
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
