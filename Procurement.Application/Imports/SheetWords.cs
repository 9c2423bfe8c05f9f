using System.Globalization;
using Procurement.Domain.Shared;

namespace Procurement.Application.Imports;

/// <summary>How words in files are compared and read: letters and digits count, everything between them does not.</summary>
internal static class SheetWords
{
    private static readonly HashSet<string> Yes = [.. new[] { "بله", "بلی", "آری", "دارد", "هست", "yes", "y", "true", "1", "x", "✓" }.Select(Key)];
    private static readonly HashSet<string> No = [.. new[] { "خیر", "نه", "ندارد", "نیست", "no", "n", "false", "0", "-" }.Select(Key)];

    /// <summary>One spelling for «کد ملی», «كدملي *» and «کد‌ملی (ده رقم)».</summary>
    public static string Key(string text)
    {
        var aside = text.IndexOf('(', StringComparison.Ordinal);
        var heading = aside > 0 ? text[..aside] : text;
        var key = string.Concat(PersianText.Fold(heading.Replace(PersianText.HalfSpace, ' ')).Where(c => char.IsLetterOrDigit(c) || c == '✓'));
        return key.Length > 0 ? key : heading.Trim();
    }

    /// <summary>A Jalali day, or a Gregorian one as 2026-11-21; null when it is neither.</summary>
    public static DateOnly? Day(string text)
    {
        if (JalaliDate.TryParse(text, out var jalali)) return jalali.ToDateOnly();
        return DateOnly.TryParseExact(PersianText.ToLatinDigits(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900
            ? day
            : null;
    }

    public static bool? YesNo(string text)
    {
        var key = Key(text);
        return Yes.Contains(key) ? true : No.Contains(key) ? false : null;
    }

    /// <summary>The value a word of the column's list stands for, in either language or by the value's own name.</summary>
    public static Enum? Choice(ImportColumn column, string text)
    {
        var key = Key(text);
        return column.Choices.FirstOrDefault(c => Key(c.Fa) == key || Key(c.En) == key || Key(c.Value.ToString()) == key)?.Value;
    }
}
