using System.Globalization;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Settings;

/// <summary>What a field of a setting takes. Stored numbers: never renumber.</summary>
public enum SettingFieldKind
{
    /// <summary>A whole number, not negative.</summary>
    Number = 1,

    /// <summary>An amount in rials.</summary>
    Rials = 2,

    /// <summary>A percentage with up to two digits after the point.</summary>
    Percent = 3,

    /// <summary>A count of days.</summary>
    Days = 4,

    /// <summary>A Jalali date.</summary>
    Date = 5,

    /// <summary>Words: a decree number, a source.</summary>
    Text = 6,

    /// <summary>One of a list.</summary>
    Choice = 7,

    /// <summary>Several whole numbers in rising order.</summary>
    Numbers = 8,
}

/// <summary>One field of a setting's value.</summary>
/// <param name="Name">Its name in the record and in resources.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="IsOptional">Whether it may stay open.</param>
/// <param name="Choices">The codes of a <see cref="SettingFieldKind.Choice"/>.</param>
public sealed record SettingField(string Name, SettingFieldKind Kind, bool IsOptional = false, IReadOnlyList<string>? Choices = null)
{
    private const int MaxLength = 500;

    /// <summary>Reads what was typed, in any digits, into the one form it is stored in; empty for an optional field left open.</summary>
    internal Result<string> Read(string? typed)
    {
        var text = PersianText.Clean(typed);
        if (text.Length == 0) return IsOptional ? "" : Refusal.Invalid("settings.field-missing").At(Name);
        if (text.Length > MaxLength) return Refusal.Invalid("settings.field-too-long", MaxLength).At(Name);

        return Kind switch
        {
            SettingFieldKind.Number or SettingFieldKind.Rials or SettingFieldKind.Days => Whole(text),
            SettingFieldKind.Percent => Percent(text),
            SettingFieldKind.Date => JalaliDate.TryParse(text, out var date) ? date.ToString() : Refusal.Invalid("settings.not-a-date").At(Name),
            SettingFieldKind.Text => text,
            SettingFieldKind.Choice => Choices?.Contains(text) == true ? text : Refusal.Invalid("settings.not-a-choice").At(Name),
            SettingFieldKind.Numbers => Numbers(text),
            _ => throw new InvalidOperationException($"No such kind: {Kind}"),
        };
    }

    private Result<string> Whole(string text) => PersianText.TryParseLong(text, out var number) && number >= 0
        ? number.ToString(CultureInfo.InvariantCulture)
        : Refusal.Invalid("settings.not-a-number").At(Name);

    private Result<string> Percent(string text) => PersianText.TryParseDecimal(text.TrimEnd('%', '٪'), out var percent) && percent is >= 0 and <= 1000 && decimal.Round(percent, 2) == percent
        ? percent.ToString("0.##", CultureInfo.InvariantCulture)
        : Refusal.Invalid("settings.not-a-percent").At(Name);

    private Result<string> Numbers(string text)
    {
        var numbers = new List<long>();
        foreach (var part in text.Split([',', '،', ';', '؛', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!PersianText.TryParseLong(part, out var number) || number <= 0) return Refusal.Invalid("settings.not-numbers").At(Name);
            numbers.Add(number);
        }

        return numbers.Count > 0
            ? string.Join(',', numbers.Distinct().Order().Select(n => n.ToString(CultureInfo.InvariantCulture)))
            : Refusal.Invalid("settings.not-numbers").At(Name);
    }
}

/// <summary>The stored value of a setting: its fields by name, each in its one stored form.</summary>
public sealed class SettingFields(IReadOnlyDictionary<string, string> values)
{
    private const int BasisPointsPerPercent = 100;

    public IReadOnlyDictionary<string, string> Values => values;

    public string Text(string name) => values.GetValueOrDefault(name, "");

    public long Number(string name) => long.Parse(Text(name), CultureInfo.InvariantCulture);

    public int Days(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public Rials Rials(string name) => Shared.Rials.FromStored(Number(name));

    /// <summary>A percentage in hundredths of a percent.</summary>
    public long BasisPoints(string name) => (long)(decimal.Parse(Text(name), CultureInfo.InvariantCulture) * BasisPointsPerPercent);

    public DateOnly? Date(string name) => JalaliDate.TryParse(Text(name), out var date) ? date.ToDateOnly() : null;

    public IReadOnlyList<int> Numbers(string name) => [.. Text(name).Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
}
