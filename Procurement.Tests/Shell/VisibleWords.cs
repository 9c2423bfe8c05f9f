using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Procurement.Web.Resources;

namespace Procurement.Tests.Shell;

/// <summary>Finds on a page what no reader should meet: ids of programs, names of texts, digits and letters of the other language.</summary>
internal static partial class VisibleWords
{
    /// <summary>Left out everywhere: what is not shown, and what is a code, an address or a key by nature.</summary>
    private const string NoProse = "script, style, template, noscript, svg, code, kbd, pre, .code-text, .visually-hidden, .language-switch, [dir=ltr], input, textarea";

    /// <summary>Texts of people: their names, their subjects and their reasons are as they typed them.</summary>
    private const string TypedByPeople = "bdi, q, blockquote, [dir=auto]";

    public static IEnumerable<string> Faults(IDocument page, Language language) =>
        from text in page.Body!.Descendants<IText>()
        let words = Spaces().Replace(text.Data, " ").Trim()
        where words.Length > 0 && text.ParentElement is { } parent && parent.Closest(NoProse) is null
        from fault in Of(words, text.ParentElement!, language)
        select $"{fault}: «{(words.Length > 90 ? words[..90] : words)}»";

    private static IEnumerable<string> Of(string words, IElement parent, Language language)
    {
        if (Id().IsMatch(words)) yield return "id";
        if (TextKey().IsMatch(words)) yield return "name of a text";
        if (language == Language.Persian)
        {
            if (words.Split(' ').Any(word => word.Any(char.IsAsciiDigit) && !word.Any(char.IsAsciiLetter))) yield return "Latin digit";
            if (EnglishNumber().IsMatch(words)) yield return "number of a document as programs write it";
            if (parent.Closest(TypedByPeople) is null && LatinSentence().IsMatch(words)) yield return "English";
        }
        else if (parent.Closest($"{TypedByPeople}, [lang=fa]") is null)
        {
            if (words.Any(letter => letter is (>= '۰' and <= '۹') or (>= '٠' and <= '٩'))) yield return "Persian digit";
            else if (words.Any(letter => letter is >= '\u0600' and <= '\u06FF' && letter is not ('،' or '؛' or '٪'))) yield return "Persian";
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    /// <summary>What is shown of a text nobody wrote: <c>requests.title</c>.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextKey();

    [GeneratedRegex(@"\b[A-Z]{2,3}-[A-Z0-9]+-[0-9]{4}-[0-9]{5}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishNumber();

    /// <summary>Three English words in a row are a sentence, not a name.</summary>
    [GeneratedRegex(@"\b[A-Za-z]+ [A-Za-z]+ [A-Za-z]+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinSentence();
}
