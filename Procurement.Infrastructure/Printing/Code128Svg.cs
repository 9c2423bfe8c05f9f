using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Printing;

/// <summary>Code 128 bar codes (ISO/IEC 15417) for store and property labels, in code sets B and C.</summary>
public static class Code128Svg
{
    /// <summary>Longest text: beyond this a label is too wide for a hand-held reader.</summary>
    public const int MaxLength = 80;

    private const int StartB = 104;
    private const int StartC = 105;
    private const int SwitchToB = 100;
    private const int SwitchToC = 99;
    private const int Stop = 106;
    private const int CheckModulus = 103;
    private const int QuietZone = 10;
    private const int BarHeight = 40;

    /// <summary>Widths of bar, space, bar, space, bar, space for the symbol values from 0; the stop symbol has a seventh, a bar.</summary>
    internal static readonly string[] Patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
        "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
        "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
        "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
        "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
        "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
        "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
        "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
        "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>Draws the text as bars; refuses letters outside printable ASCII, which the code cannot carry.</summary>
    public static Result<SvgCode> Draw(string text)
    {
        var symbols = Symbols(text);
        if (!symbols.Succeeded) return symbols.Plain();

        var path = new StringBuilder();
        var x = QuietZone;
        foreach (var pattern in symbols.Value.Select(symbol => Patterns[symbol]))
        {
            for (var i = 0; i < pattern.Length; i++)
            {
                var width = pattern[i] - '0';
                if (i % 2 == 0) SvgCode.AppendBox(path, x, 0, width, BarHeight);
                x += width;
            }
        }

        return new SvgCode(x + QuietZone, BarHeight, path.ToString());
    }

    /// <summary>The symbol values from start to stop, the check symbol included.</summary>
    internal static Result<IReadOnlyList<int>> Symbols(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > MaxLength || text.Any(letter => letter is < ' ' or > '~')) return Refusal.Invalid("printing.not-for-code-128", text);

        var symbols = new List<int>();
        var pairs = DigitsFrom(text, 0) is var leading && (leading >= 4 || (leading == 2 && text.Length == 2));
        symbols.Add(pairs ? StartC : StartB);
        for (var at = 0; at < text.Length;)
        {
            var digits = DigitsFrom(text, at);
            if (pairs && digits >= 2)
            {
                symbols.Add(((text[at] - '0') * 10) + (text[at + 1] - '0'));
                at += 2;
            }
            else if (pairs)
            {
                symbols.Add(SwitchToB);
                pairs = false;
            }
            else if (digits % 2 == 0 && digits >= (at + digits == text.Length ? 4 : 6))
            {
                // Two digits a symbol: worth the way in and, unless the text ends there, the way back.
                symbols.Add(SwitchToC);
                pairs = true;
            }
            else
            {
                symbols.Add(text[at] - ' ');
                at++;
            }
        }

        symbols.Add(CheckSymbol(symbols));
        symbols.Add(Stop);
        return symbols;
    }

    private static int CheckSymbol(List<int> symbols)
    {
        var sum = symbols[0];
        for (var i = 1; i < symbols.Count; i++) sum += i * symbols[i];
        return sum % CheckModulus;
    }

    private static int DigitsFrom(string text, int at) => text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - at;
}
