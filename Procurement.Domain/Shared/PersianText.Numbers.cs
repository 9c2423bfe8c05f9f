using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Procurement.Domain.Shared;

public static partial class PersianText
{
    // A decimal holds 28 digits of any value; more would be rounded without a word.
    private const int ExactDigits = 28;

    /// <summary>Persian ۱۲۳ and Arabic ١٢٣ digits become 123; everything else stays.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? ToLatinDigits(string? text) => WithDigits(text, '0');

    /// <summary>Latin 123 and Arabic ١٢٣ digits become ۱۲۳; everything else stays.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? ToPersianDigits(string? text) => WithDigits(text, '۰');

    /// <summary>Reads a whole number typed in any of the three digit sets, with or without grouping (۱٬۲۳۴ or 1,234).</summary>
    /// <remarks>Grouping must be in threes: 12,5 is not 125.</remarks>
    public static bool TryParseLong(string? text, out long value)
    {
        value = 0;
        return Split(text) is { Fraction: "" } number
            && long.TryParse(number.Sign + number.Whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a decimal number typed in any of the three digit sets; the point may be . or ٫, grouping as in <see cref="TryParseLong"/>.</summary>
    public static bool TryParseDecimal(string? text, out decimal value)
    {
        value = 0;
        return Split(text) is { } number
            && number.Whole.TrimStart('0').Length + number.Fraction.Length <= ExactDigits
            && decimal.TryParse(
                $"{number.Sign}{number.Whole}.{number.Fraction}",
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value);
    }

    /// <summary>The value of a digit of any of the three sets; -1 when it is none.</summary>
    internal static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '۰' and <= '۹' => c - '۰',
        >= '٠' and <= '٩' => c - '٠',
        _ => -1,
    };

    /// <summary>A code as people type it, without the blanks, dashes and direction marks they put between its digits, in Latin digits.</summary>
    internal static string Compact(string? code) =>
        string.Concat(Clean(ToLatinDigits(code)).Where(c => c is not (' ' or '-' or HalfSpace)));

    internal static bool IsLatinDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string? WithDigits(string? text, char zero) =>
        text is null ? null : string.Create(text.Length, (text, zero), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var value = DigitValue(from.text[i]);
                span[i] = value < 0 ? from.text[i] : (char)(from.zero + value);
            }
        });

    private static (string Sign, string Whole, string Fraction)? Split(string? text)
    {
        var plain = Clean(ToLatinDigits(text));
        var sign = plain.Length > 0 && plain[0] is '-' or '\u2212' ? "-" : string.Empty;
        plain = plain[sign.Length..];

        var point = plain.IndexOfAny(['.', '٫']);
        var fraction = point < 0 ? string.Empty : plain[(point + 1)..];
        if (point >= 0 && !IsLatinDigits(fraction)) return null;

        var groups = (point < 0 ? plain : plain[..point]).Split(',', '٬', '،');
        if (groups.Length == 1 && groups[0].Length == 0 && point == 0) return (sign, "0", fraction);
        if (!groups.All(IsLatinDigits)) return null;
        if (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))) return null;

        return (sign, string.Concat(groups), fraction);
    }
}
