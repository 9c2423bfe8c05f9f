using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Procurement.Domain.Shared;

public static partial class PersianText
{
    private const string Alphabet = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";

    // Codes lie between the digits and the Latin letters of ASCII: bytes, UTF-16 and both databases then agree on the order.
    private const char FirstLetterCode = ':';
    private const char FractionMark = '!';
    private const char OtherScriptMark = '{';

    private static readonly FrozenDictionary<char, char> LetterCodes = Alphabet
        .Select((letter, position) => KeyValuePair.Create(letter, (char)(FirstLetterCode + position)))
        .ToFrozenDictionary();

    /// <summary>A key whose plain byte order is the Persian order: spaces, numbers by value, the alphabet from آ to ی, Latin, the rest.</summary>
    /// <remarks>
    /// ASCII only, so that SQLite, PostgreSQL and this program compare it alike. Half-spaces, vowel marks, case and punctuation
    /// do not count; hamza counts as the letter that carries it. Texts with equal keys are ordered by their id.
    /// </remarks>
    public static string SortKey(string? text)
    {
        var key = new StringBuilder();
        var clean = Clean(text);
        var gap = false;
        for (var i = 0; i < clean.Length;)
        {
            if (DigitValue(clean[i]) >= 0)
            {
                CloseGap();
                i = AppendNumber(key, clean, i);
                gap = true; // a number ends at once, or "2 mm" would come after "2.5 mm"
                continue;
            }

            Rune.DecodeFromUtf16(clean.AsSpan(i), out var rune, out var length);
            i += length;
            var code = CodeOf(rune);
            if (code == " ")
            {
                gap = true;
                continue;
            }

            if (code.Length == 0) continue;
            CloseGap();
            key.Append(code);
        }

        return key.ToString();

        void CloseGap()
        {
            if (gap && key.Length > 0) key.Append(' ');
            gap = false;
        }
    }

    private static string CodeOf(Rune rune)
    {
        if (rune.Value == HalfSpace) return string.Empty;
        if (rune.IsBmp && LetterCodes.TryGetValue((char)rune.Value, out var own)) return own.ToString();

        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark) return string.Empty;
        if (!Rune.IsLetterOrDigit(rune)) return " ";

        var letter = char.ToLowerInvariant(PlainLetter(rune.ToString().Normalize(NormalizationForm.FormD)[0]));
        if (LetterCodes.TryGetValue(letter, out var plain)) return plain.ToString();

        return letter is >= 'a' and <= 'z'
            ? letter.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{OtherScriptMark}{Rune.ToLowerInvariant(rune).Value:x6}");
    }

    /// <summary>How many digits, then the digits: longer is larger. A fraction follows its mark and compares digit by digit.</summary>
    private static int AppendNumber(StringBuilder key, string text, int start)
    {
        const int longest = 99;
        var end = EndOfDigits(text, start);
        var first = start;
        while (first < end && DigitValue(text[first]) == 0) first++;

        end = Math.Min(end, first + longest);
        key.Append(CultureInfo.InvariantCulture, $"{end - first:00}").Append(ToLatinDigits(text[first..end]));

        if (end + 1 >= text.Length || text[end] is not ('.' or '٫') || DigitValue(text[end + 1]) < 0) return end;

        var fractionEnd = EndOfDigits(text, end + 1);
        key.Append(FractionMark).Append(ToLatinDigits(text[(end + 1)..fractionEnd]));
        return fractionEnd;
    }

    private static int EndOfDigits(string text, int start)
    {
        while (start < text.Length && DigitValue(text[start]) >= 0) start++;
        return start;
    }
}
