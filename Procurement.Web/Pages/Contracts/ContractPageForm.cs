using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Pages.Sourcing;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Contracts;

/// <summary>The clauses of a contract as a form, new or edited; prices and quantities are the award's and are only shown.</summary>
public abstract class ContractPageForm(IUseCases cases, ITexts texts) : SourcingForm(cases, texts)
{
    private const int BlankInstalments = 3;

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? GuaranteeClause { get; set; }

    [BindProperty]
    public decimal? DailyPenaltyPercent { get; set; }

    [BindProperty]
    public List<TypedInstalment> Schedule { get; set; } = [];

    /// <summary>What was awarded.</summary>
    public AwardedTerms Award { get; protected set; } = null!;

    public LineGridView Grid => new(nameof(Schedule), Texts["contracts.field.schedule"],
    [
        new LineColumn(nameof(TypedInstalment.Line), Texts["contracts.field.schedule.line"], LineInput.Choice)
        {
            Weight = 4, Choices = [.. Award.Lines.Select(l => (l.Order.ToString(System.Globalization.CultureInfo.InvariantCulture), l.Description))],
        },
        new LineColumn(nameof(TypedInstalment.Quantity), Texts["contracts.field.schedule.quantity"], LineInput.Number) { Weight = 1 },
        new LineColumn(nameof(TypedInstalment.DueOn), Texts["contracts.field.schedule.due-on"], LineInput.Date) { Weight = 2 },
    ],
    [.. Schedule.Select(i => new LineRow([i.Line, i.Quantity, i.DueOn]))]);

    /// <summary>A press on the grid's own buttons: the form again, nothing saved.</summary>
    protected bool Pressed()
    {
        if (LineGridPress.In(Request.Form) is not { } press) return false;
        ModelState.Clear();
        press.ApplyTo(Schedule, () => new TypedInstalment());
        return true;
    }

    /// <summary>What was typed, with where each instalment stood in the grid; null with the faults marked.</summary>
    protected (ContractForm Form, IReadOnlyList<int> Places)? Typed()
    {
        if (StartsOn is null) Missing(nameof(StartsOn));
        if (EndsOn is null) Missing(nameof(EndsOn));
        var instalments = new List<InstalmentForm>();
        var places = new List<int>();
        foreach (var (typed, at) in Schedule.Select((s, i) => (s, i)).Where(s => !s.s.IsBlank))
        {
            var field = FormattableString.Invariant($"Schedule[{at}]");
            var line = PersianText.TryParseLong(typed.Line ?? "", out var order) ? (int)order : 0;
            if (line == 0) Missing(field + ".Line");
            if (!PersianText.TryParseDecimal(typed.Quantity ?? "", out var quantity)) ModelState.AddModelError(field + ".Quantity", Texts["forms.not-a-number"]);
            if (!JalaliDate.TryParse(typed.DueOn ?? "", out var day)) ModelState.AddModelError(field + ".DueOn", Texts["forms.not-a-date"]);
            else instalments.Add(new InstalmentForm(line, quantity, day.ToDateOnly()));
            places.Add(at);
        }

        return ModelState.IsValid ? (new ContractForm(Subject, StartsOn!.Value, EndsOn!.Value, GuaranteeClause, DailyPenaltyPercent ?? 0, instalments), places) : null;
    }

    /// <summary>A refusal with its fields as this form numbers its instalments: blank ones were left out before it was sent.</summary>
    protected IActionResult RefusedHere(IReadOnlyList<Refusal> refusals, IReadOnlyList<int> places) =>
        Refused([.. refusals.Select(r => r.Field is { } field ? r.At(AsTyped(field, places)) : r)]);

    protected void AddBlanks()
    {
        if (Award.HasSchedule && Schedule.Count == 0) Schedule.AddRange(Enumerable.Range(0, BlankInstalments).Select(_ => new TypedInstalment()));
    }

    private static string AsTyped(string field, IReadOnlyList<int> places)
    {
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        return open > 0 && close > open && int.TryParse(field[(open + 1)..close], System.Globalization.CultureInfo.InvariantCulture, out var sent) && sent < places.Count
            ? FormattableString.Invariant($"{field[..open]}[{places[sent]}]{field[(close + 1)..]}")
            : field;
    }
}

/// <summary>What an award fixes for its contract.</summary>
public sealed record AwardedTerms(
    string SupplierName, long AdvanceBasisPoints, bool HasSchedule, bool HasGuarantee, DateOnly DeliverBy, Rials Price, Rials Tax, Rials Amount, IReadOnlyList<AwardedTermLine> Lines);

public sealed record AwardedTermLine(int Order, string Description, Quantity Quantity, string UnitName, Rials UnitPrice, Rials Price);

/// <summary>One delivery as typed.</summary>
public sealed class TypedInstalment
{
    /// <summary>The line's place on the contract.</summary>
    public string? Line { get; set; }

    public string? Quantity { get; set; }

    public string? DueOn { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Line) && string.IsNullOrWhiteSpace(Quantity) && string.IsNullOrWhiteSpace(DueOn);
}
