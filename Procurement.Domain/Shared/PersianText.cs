using System.Globalization;
using System.Text;

namespace Procurement.Domain.Shared;

/// <summary>Persian text (متن فارسی) as we keep it, search it, sort it and read numbers from it; the same on every database.</summary>
public static partial class PersianText
{
    /// <summary>The zero-width non-joiner (نیم‌فاصله): part of correct spelling, so it is kept, signed and printed.</summary>
    public const char HalfSpace = '\u200C';

    private const char Tatweel = '\u0640';

    /// <summary>One line as people meant to type it; this form is stored, signed and printed.</summary>
    /// <remarks>
    /// Composed (NFC), Arabic ي and ك become Persian ی and ک, letters pasted from a PDF become ordinary letters, runs of spaces
    /// become one, half-spaces stay inside words only. Tatweel and everything invisible (direction marks above all) is dropped:
    /// what is signed must hold nothing the signer cannot see.
    /// </remarks>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;

        var line = new StringBuilder(text.Length);
        var space = false;
        var halfSpace = false;
        foreach (var c in WithoutInvisible(text))
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (c == HalfSpace)
            {
                halfSpace = true;
                continue;
            }

            if (line.Length > 0 && (space || halfSpace)) line.Append(space ? ' ' : HalfSpace);
            space = halfSpace = false;
            line.Append(c switch
            {
                'ي' => 'ی',
                'ك' => 'ک',
                _ => c,
            });
        }

        return line.ToString();
    }

    /// <summary>Several lines, each cleaned as by <see cref="Clean"/>; line breaks stay as one <c>\n</c>, empty lines at both ends go.</summary>
    public static string CleanLines(string? text) =>
        string.IsNullOrEmpty(text)
            ? string.Empty
            : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Clean)).Trim('\n');

    private static string WithoutInvisible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a broken surrogate comes out as U+FFFD, which normalising accepts
        {
            if (rune.Value is Tatweel || IsInvisible(rune)) continue;

            if (IsPresentationForm(rune.Value)) kept.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value != HalfSpace,
        UnicodeCategory.Control => !Rune.IsWhiteSpace(rune),
        _ => IsNoncharacter(rune.Value),
    };

    // Code points that will never be characters; normalising throws on some of them.
    private static bool IsNoncharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    // Letters in the shape they take inside a word; only PDF and very old software write them.
    private static bool IsPresentationForm(int code) => code is (>= 0xFB50 and <= 0xFBB1) or (>= 0xFBD3 and <= 0xFBFF) or (>= 0xFE80 and <= 0xFEFC);
}
