using System.Globalization;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>One attribute with the value that is asked for (ویژگی خواسته‌شده), complete in itself so that it prints without the template.</summary>
public sealed class SpecifiedAttribute
{
    /// <summary>How yes and no rest in the records.</summary>
    public const string Yes = "yes";

    public const string No = "no";

    private static readonly string[] YesWords = ["yes", "true", "1", "on", "بله", "بلی", "دارد"];
    private static readonly string[] NoWords = ["no", "false", "0", "خیر", "نه", "ندارد"];

    private SpecifiedAttribute()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The template attribute's key.</summary>
    public int Key { get; private set; }

    /// <summary>Place on the form, from 1.</summary>
    public int Place { get; private set; }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public AttributeKind Kind { get; private set; }

    public AttributeCheck Check { get; private set; }

    public string Unit { get; private set; } = "";

    /// <summary>Least number accepted; equal to <see cref="Max"/> when an exact one is asked for.</summary>
    public decimal? Min { get; private set; }

    /// <summary>Greatest number accepted.</summary>
    public decimal? Max { get; private set; }

    /// <summary>Choice, words, <c>yes</c> or <c>no</c>, or standard; empty for a number.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Reads a typed yes or no; null for anything else.</summary>
    public static bool? ReadYesNo(string? typed)
    {
        var word = PersianText.Fold(typed);
        if (YesWords.Contains(word, StringComparer.Ordinal)) return true;
        return NoWords.Contains(word, StringComparer.Ordinal) ? false : null;
    }

    /// <summary>Reads an answer; null when an optional attribute is left open.</summary>
    internal static Result<SpecifiedAttribute?> Read(TemplateAttribute asked, AttributeAnswer answer)
    {
        if (IsOpen(answer))
            return asked.IsMandatory ? Refusal.Rule("catalogue.specification-incomplete", asked.Name) : Result<SpecifiedAttribute?>.Of(null);

        var stated = new SpecifiedAttribute
        {
            Key = asked.Key,
            Place = asked.Place,
            Name = asked.Name,
            NameEn = asked.NameEn,
            Kind = asked.Kind,
            Check = asked.Check,
            Unit = asked.Unit,
        };
        var read = asked.Kind == AttributeKind.Number ? stated.ReadRange(asked, answer) : stated.ReadValue(asked, PersianText.CleanLines(answer.Value));
        return read.Succeeded ? stated : read;
    }

    /// <summary>A number in millionths, so that 80 and 80.0 sign alike.</summary>
    internal static long? Canonical(decimal? number) => number is { } given ? decimal.ToInt64(given * 1_000_000m) : null;

    internal SpecifiedAttribute Copy() => new()
    {
        Key = Key,
        Place = Place,
        Name = Name,
        NameEn = NameEn,
        Kind = Kind,
        Check = Check,
        Unit = Unit,
        Min = Min,
        Max = Max,
        Value = Value,
    };

    internal AttributeVerdict Judge(string? measured)
    {
        var found = PersianText.CleanLines(measured);
        return new AttributeVerdict(this, found, found.Length == 0 ? AttributeOutcome.NotMeasured : OutcomeOf(found));
    }

    private static bool IsOpen(AttributeAnswer answer) =>
        PersianText.Clean(answer.Value).Length == 0 && PersianText.Clean(answer.Min).Length == 0 && PersianText.Clean(answer.Max).Length == 0;

    private static Refusal Mistyped(TemplateAttribute asked, string? typed) =>
        Refusal.Invalid("catalogue.specification-mistyped", asked.Name, typed ?? string.Empty);

    private AttributeOutcome OutcomeOf(string found) => Kind switch
    {
        AttributeKind.Number => PersianText.TryParseDecimal(found, out var number)
            ? Verdict((Min is null || number >= Min) && (Max is null || number <= Max))
            : AttributeOutcome.NeedsJudgement,
        AttributeKind.YesNo => ReadYesNo(found) is { } has ? Verdict(has == (Value == Yes)) : AttributeOutcome.NeedsJudgement,
        AttributeKind.Choice => Verdict(SameWords(found)),
        AttributeKind.Text or AttributeKind.Standard => SameWords(found) ? AttributeOutcome.Conforms : AttributeOutcome.NeedsJudgement,
        _ => throw new InvalidOperationException($"No such kind: {Kind}"),
    };

    private static AttributeOutcome Verdict(bool conforms) => conforms ? AttributeOutcome.Conforms : AttributeOutcome.Differs;

    private bool SameWords(string found) => string.Equals(PersianText.Fold(found), PersianText.Fold(Value), StringComparison.Ordinal);

    private Result ReadRange(TemplateAttribute asked, AttributeAnswer answer)
    {
        var exact = ReadNumber(asked, answer.Value);
        var least = ReadNumber(asked, answer.Min);
        var most = ReadNumber(asked, answer.Max);
        var read = Result.FirstRefused(exact.Plain(), least.Plain(), most.Plain());
        if (!read.Succeeded) return read;
        if (exact.Value is not null && (least.Value ?? most.Value) is not null) return Refusal.Invalid("catalogue.specification-exact-or-range", asked.Name);

        Min = exact.Value ?? least.Value;
        Max = exact.Value ?? most.Value;
        if (Min > Max) return Refusal.Invalid("catalogue.range-upside-down", asked.Name);
        return IsWithin(asked, Min) && IsWithin(asked, Max)
            ? Result.Ok
            : Refusal.Rule("catalogue.specification-outside-template", asked.Name, Bound(asked.Min), Bound(asked.Max), asked.Unit);
    }

    private Result ReadValue(TemplateAttribute asked, string typed)
    {
        if (typed.Length > TemplateAttribute.MaxTextLength) return Refusal.Invalid("catalogue.name-too-long", TemplateAttribute.MaxTextLength);
        var value = asked.Kind switch
        {
            AttributeKind.Choice => asked.ChoiceLike(typed),
            AttributeKind.YesNo => ReadYesNo(typed) switch { true => Yes, false => No, null => null },
            AttributeKind.Text or AttributeKind.Standard => typed.Length == 0 ? null : typed,
            AttributeKind.Number => throw new InvalidOperationException("A number is read as a range."),
            _ => throw new InvalidOperationException($"No such kind: {asked.Kind}"),
        };
        if (value is null) return Mistyped(asked, typed);

        Value = value;
        return Result.Ok;
    }

    private static Result<decimal?> ReadNumber(TemplateAttribute asked, string? typed)
    {
        if (PersianText.Clean(typed).Length == 0) return Result<decimal?>.Of(null);
        return PersianText.TryParseDecimal(typed, out var number) && TemplateAttribute.IsMeasurable(number)
            ? Result<decimal?>.Of(number)
            : Mistyped(asked, typed);
    }

    private static bool IsWithin(TemplateAttribute asked, decimal? number) =>
        number is null || ((asked.Min is null || number >= asked.Min) && (asked.Max is null || number <= asked.Max));

    private static string Bound(decimal? number) => number is { } given ? given.ToString("0.######", CultureInfo.InvariantCulture) : "…";
}
