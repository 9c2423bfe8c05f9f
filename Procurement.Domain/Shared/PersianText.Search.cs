using System.Globalization;
using System.Text;

namespace Procurement.Domain.Shared;

public static partial class PersianText
{
    /// <summary>The stored form people search in: one spelling for every way of writing the same word.</summary>
    /// <remarks>
    /// Hamza, madda and vowel marks go, look-alike letters become one, digits become Latin, Latin becomes lower case and loses
    /// its accents. A half-space splits a word in two and the joined spelling is added at the end, so «کتاب‌های» is found by
    /// «کتاب های» and by «کتابهای». Folding what is already folded changes nothing. Search it with <see cref="SearchWords"/>.
    /// </remarks>
    public static string Fold(string? text)
    {
        var words = new List<string>();
        var joined = new List<string>();
        foreach (var word in Clean(text).Split(' '))
        {
            var parts = FoldedParts(word);
            words.AddRange(parts);
            if (parts.Length > 1) joined.Add(string.Concat(parts));
        }

        return string.Join(' ', words.Concat(joined.Distinct(StringComparer.Ordinal))).Normalize(NormalizationForm.FormC);
    }

    /// <summary>The words of a search, folded like the stored text; a text is found when its folded form contains every one of them.</summary>
    /// <returns>No word at all when nothing searchable was typed: then nothing is filtered.</returns>
    public static IReadOnlyList<string> SearchWords(string? query) =>
        [.. Clean(query).Split(' ')
            .SelectMany(FoldedParts)
            .Select(word => TrimPunctuation(word).Normalize(NormalizationForm.FormC))
            .Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a search finds a folded text; the rule every database search follows.</summary>
    public static bool Finds(string query, string folded) =>
        SearchWords(query).All(word => folded.Contains(word, StringComparison.Ordinal));

    private static string[] FoldedParts(string word) =>
        [.. word.Split(HalfSpace).Select(FoldedPart).Where(part => part.Length > 0)];

    private static string FoldedPart(string part)
    {
        var folded = new StringBuilder(part.Length);
        foreach (var c in part.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (c is 'ء' or '٬') continue; // «اشیاء» is also written «اشیا»; grouping is not part of a number

            folded.Append(DigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : char.ToLowerInvariant(PlainLetter(c)));
        }

        return folded.ToString();
    }

    /// <summary>One letter for all that look or sound like it once its marks are gone.</summary>
    private static char PlainLetter(char c) => c switch
    {
        'ي' or 'ى' or 'ے' => 'ی',
        'ك' or 'ڪ' => 'ک',
        'ة' or 'ە' or 'ہ' or 'ھ' or 'ۃ' => 'ه',
        'ٱ' => 'ا',
        '٫' => '.',
        '٪' => '%',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        _ => c,
    };

    // Punctuation inside a word belongs to it (GR-12-1405-00347, 1/2); around it, it belongs to the sentence.
    private static string TrimPunctuation(string word)
    {
        var start = 0;
        var end = word.Length;
        while (start < end && char.IsPunctuation(word[start])) start++;
        while (end > start && char.IsPunctuation(word[end - 1])) end--;
        return word[start..end];
    }
}
