using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Procurement.Infrastructure.Printing;
using Xunit;

namespace Procurement.Tests.Printing;

public sealed partial class Qr_codes
{
    private const int QuietZone = 4;

    [Theory]
    [InlineData("https://procurement.example.ir/v/01939d3a")]
    [InlineData("رس-۱۲-۱۴۰۵-۰۰۳۴۷")]
    public void They_have_the_three_finder_squares_and_a_quiet_zone(string text)
    {
        var code = QrSvg.Draw(text);
        var black = Modules(code);
        var side = code.Width - (2 * QuietZone);

        Assert.Equal(code.Width, code.Height);
        Assert.Equal(1, side % 4); // 17 + 4 · version
        Assert.True(IsFinder(black, QuietZone, QuietZone));
        Assert.True(IsFinder(black, QuietZone + side - 7, QuietZone));
        Assert.True(IsFinder(black, QuietZone, QuietZone + side - 7));
        Assert.All(Enumerable.Range(0, code.Width), i => Assert.False(black[i, QuietZone - 1] || black[QuietZone - 1, i]));
    }

    [Fact]
    public void A_signed_checkpoint_fits_in_one()
    {
        var note = $"procurement.example.ir/audit\n123456789\n{new string('A', 43)}=\n\n\u2014 procurement.example.ir/audit {new string('B', 104)}\n";

        Assert.InRange(QrSvg.Draw(note).Width, 40, 90);
    }

    [Fact]
    public void Another_text_is_another_code() => Assert.NotEqual(QrSvg.Draw("1").Path, QrSvg.Draw("2").Path);

    [Fact]
    public void The_title_of_the_picture_cannot_break_out_of_it()
    {
        var svg = XElement.Parse(QrSvg.Draw("1").ToSvg("<script>«رسید» & \"۱\""));

        Assert.Equal("<script>«رسید» & \"۱\"", svg.Elements().First().Value);
        Assert.Equal(3, svg.Elements().Count());
    }

    private static bool[,] Modules(SvgCode code)
    {
        var black = new bool[code.Width, code.Height];
        foreach (Match box in Box().Matches(code.Path))
        {
            var (x, y, width) = (Number(box, "x"), Number(box, "y"), Number(box, "width"));
            for (var i = 0; i < width; i++) black[x + i, y] = true;
        }

        return black;
    }

    private static bool IsFinder(bool[,] black, int left, int top)
    {
        for (var x = 0; x < 7; x++)
        {
            for (var y = 0; y < 7; y++)
            {
                var ring = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3));
                if (black[left + x, top + y] != (ring != 2)) return false;
            }
        }

        return true;
    }

    private static int Number(Match box, string group) => int.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1h-\d+z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Box();
}
