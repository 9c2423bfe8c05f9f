using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Display;

/// <summary>Digits are read in any script and shown in the reader's.</summary>
public static class Digits
{
    public const char PersianGroup = '٬';
    public const char PersianPoint = '٫';

    /// <summary>The same text with its digits in the language's script; a word that holds Latin letters is a code and keeps its Latin digits.</summary>
    public static string For(string text, Language language)
    {
        if (language != Language.Persian) return PersianText.ToLatinDigits(text);
        return text.Any(char.IsAsciiLetter)
            ? string.Join(' ', text.Split(' ').Select(word => word.Any(char.IsAsciiLetter) ? PersianText.ToLatinDigits(word) : PersianText.ToPersianDigits(word)))
            : PersianText.ToPersianDigits(text);
    }
}
