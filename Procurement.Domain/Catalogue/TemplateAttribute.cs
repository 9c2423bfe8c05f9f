using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>One thing a specification must state (ویژگی فنی), and how it is checked when goods arrive.</summary>
public sealed class TemplateAttribute
{
    public const int MaxNameLength = 120;
    public const int MaxUnitLength = 20;
    public const int MaxTextLength = 1000;
    public const int MaxChoices = 50;

    /// <summary>Digits after the point a measured number may have.</summary>
    public const int MaxDecimals = 6;

    /// <summary>Larger numbers are stated in a larger unit.</summary>
    public const decimal Largest = 1_000_000_000m;

    private TemplateAttribute()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Stays with the attribute through every version of the template.</summary>
    public int Key { get; private set; }

    /// <summary>Place on the form, from 1.</summary>
    public int Place { get; private set; }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public AttributeKind Kind { get; private set; }

    public AttributeCheck Check { get; private set; }

    public bool IsMandatory { get; private set; }

    public string Unit { get; private set; } = "";

    public decimal? Min { get; private set; }

    public decimal? Max { get; private set; }

    /// <summary>The list of a choice, one a line; empty for other kinds.</summary>
    public string ChoiceLines { get; private set; } = "";

    /// <summary>The standard expected; empty when the requester names it.</summary>
    public string Standard { get; private set; } = "";

    public IReadOnlyList<string> Choices => ChoiceLines.Length == 0 ? [] : ChoiceLines.Split('\n');

    internal static Result<TemplateAttribute> Define(int key, int place, AttributeDefinition given)
    {
        var attribute = new TemplateAttribute
        {
            Key = key,
            Place = place,
            Name = PersianText.Clean(given.Name),
            NameEn = PersianText.Clean(given.NameEn),
            Kind = given.Kind,
            Check = given.Check,
            IsMandatory = given.Mandatory,
        };
        if (attribute.Name.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At(nameof(Name));
        if (attribute.NameEn.Length > MaxNameLength) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(NameEn));
        if (!Enum.IsDefined(given.Kind)) return Refusal.Invalid("catalogue.attribute-kind-missing").At(nameof(Kind));
        if (!Enum.IsDefined(given.Check)) return Refusal.Invalid("catalogue.attribute-check-missing").At(nameof(Check));

        var filled = given.Kind switch
        {
            AttributeKind.Number => attribute.Bound(given),
            AttributeKind.Choice => attribute.List(given),
            AttributeKind.Standard => attribute.NameStandard(given),
            AttributeKind.Text or AttributeKind.YesNo => Result.Ok,
            _ => throw new ArgumentOutOfRangeException(nameof(given), given.Kind, "No such kind."),
        };
        return filled.Succeeded ? attribute : filled;
    }

    /// <summary>Whether a number can be stored exactly and means something.</summary>
    internal static bool IsMeasurable(decimal number) =>
        Math.Abs(number) <= Largest && decimal.Round(number, MaxDecimals) == number;

    internal string? ChoiceLike(string typed)
    {
        var folded = PersianText.Fold(typed);
        return Choices.FirstOrDefault(c => string.Equals(PersianText.Fold(c), folded, StringComparison.Ordinal));
    }

    private Result Bound(AttributeDefinition given)
    {
        Unit = PersianText.Clean(given.Unit);
        Min = given.Min;
        Max = given.Max;
        if (Unit.Length > MaxUnitLength) return Refusal.Invalid("catalogue.name-too-long", MaxUnitLength).At(nameof(Unit));
        if ((Min is { } least && !IsMeasurable(least)) || (Max is { } most && !IsMeasurable(most)))
            return Refusal.Invalid("catalogue.number-out-of-measure", MaxDecimals).At(nameof(Min));
        return Min > Max ? Refusal.Invalid("catalogue.range-upside-down").At(nameof(Max)) : Result.Ok;
    }

    private Result List(AttributeDefinition given)
    {
        var choices = PersianText.CleanLines(given.Choices).Split('\n').Where(c => c.Length > 0).ToList();
        if (choices.Count is < 2 or > MaxChoices) return Refusal.Invalid("catalogue.choices-missing", MaxChoices).At(nameof(Choices));
        if (choices.Exists(c => c.Length > MaxNameLength)) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(Choices));
        if (choices.DistinctBy(PersianText.Fold, StringComparer.Ordinal).Count() < choices.Count)
            return Refusal.Invalid("catalogue.choice-named-twice").At(nameof(Choices));

        ChoiceLines = string.Join('\n', choices);
        return Result.Ok;
    }

    private Result NameStandard(AttributeDefinition given)
    {
        Standard = PersianText.Clean(given.Standard);
        return Standard.Length > MaxNameLength ? Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(Standard)) : Result.Ok;
    }
}
