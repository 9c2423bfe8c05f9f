using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>An amount written out in words (مبلغ به حروف), as vouchers and contracts must carry beside the figures.</summary>
public static class AmountInWords
{
    private static readonly string[] PersianUnits =
    [
        "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده",
        "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده",
    ];

    private static readonly string[] PersianTens = ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];

    private static readonly string[] PersianHundreds =
        ["", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];

    private static readonly string[] EnglishUnits =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] EnglishScales = ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];

    /// <summary>The amount in Persian words with its unit: «یک میلیارد و سیصد و هشتاد و شش میلیون ریال».</summary>
    public static string Persian(Rials amount) => $"{Persian(amount.Amount)} ریال";

    /// <summary>A whole number in Persian words, without a unit.</summary>
    /// <remarks>
    /// Above a thousand milliards we say «هزار میلیارد»: «تریلیون» means two different numbers in Iran, and an amount in words
    /// is there to settle doubt. One hundred and one thousand begin with «یک», so that nothing can be written before them.
    /// </remarks>
    public static string Persian(long number) => number switch
    {
        0 => "صفر",
        < 0 => $"منفی {PersianWords(Magnitude(number))}",
        _ => PersianWords((ulong)number),
    };

    /// <summary>The amount in English words with its unit: "one billion three hundred eighty-six million rials".</summary>
    public static string English(Rials amount) => $"{English(amount.Amount)} {(amount.Amount == 1 ? "rial" : "rials")}";

    /// <summary>A whole number in English words (short scale), without a unit.</summary>
    public static string English(long number) => number switch
    {
        0 => "zero",
        < 0 => $"minus {EnglishWords(Magnitude(number))}",
        _ => EnglishWords((ulong)number),
    };

    // The smallest long has no positive counterpart of its own type.
    private static ulong Magnitude(long negative) => (ulong)-(Int128)negative;

    private static string PersianWords(ulong number)
    {
        const ulong milliard = 1_000_000_000;
        var parts = new List<string>();
        Scaled(milliard, "میلیارد", ulong.MaxValue);
        Scaled(1_000_000, "میلیون", milliard);
        Scaled(1_000, "هزار", 1_000_000);
        if (number % 1_000 is > 0 and var rest) parts.Add(PersianBelowThousand((int)rest));
        return string.Join(" و ", parts);

        void Scaled(ulong scale, string name, ulong below)
        {
            var count = number % below / scale;
            if (count > 0) parts.Add($"{PersianWords(count)} {name}");
        }
    }

    private static string PersianBelowThousand(int number)
    {
        var belowHundred = number % 100;
        string[] parts = belowHundred < PersianUnits.Length
            ? [PersianHundreds[number / 100], PersianUnits[belowHundred]]
            : [PersianHundreds[number / 100], PersianTens[belowHundred / 10], PersianUnits[belowHundred % 10]];
        return string.Join(" و ", parts.Where(part => part.Length > 0));
    }

    private static string EnglishWords(ulong number)
    {
        var groups = number.ToString("N0", CultureInfo.InvariantCulture).Split(',');
        return string.Join(' ', groups
            .Select((group, i) => (Words: EnglishBelowThousand(int.Parse(group, CultureInfo.InvariantCulture)), Scale: EnglishScales[groups.Length - 1 - i]))
            .Where(group => group.Words.Length > 0)
            .Select(group => group.Words + group.Scale));
    }

    private static string EnglishBelowThousand(int number)
    {
        var hundreds = number >= 100 ? $"{EnglishUnits[number / 100]} hundred" : string.Empty;
        var belowHundred = number % 100;
        var rest = belowHundred switch
        {
            < 20 => EnglishUnits[belowHundred],
            _ when belowHundred % 10 == 0 => EnglishTens[belowHundred / 10],
            _ => $"{EnglishTens[belowHundred / 10]}-{EnglishUnits[belowHundred % 10]}",
        };
        return $"{hundreds} {rest}".Trim();
    }
}
