using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Infrastructure.Printing;
using Xunit;

namespace Procurement.Tests.Printing;

public sealed class Code_128_bars
{
    private static readonly Arbitrary<string> AnyLabel = (
        from length in Gen.Choose(1, Code128Svg.MaxLength)
        from letters in Gen.Frequency(
            (3, Gen.Choose('0', '9').Select(letter => (char)letter)),
            (1, Gen.Choose(' ', '~').Select(letter => (char)letter))).ArrayOf(length)
        select new string(letters)).ToArbitrary();

    [Fact]
    public void The_table_is_exactly_the_set_of_patterns_the_standard_allows()
    {
        // Three bars and three spaces of 1 to 4 modules, 11 in all, bars even: the symbols, and the stop pattern read from either end.
        var allowed = Widths(6).Where(p => p.Sum() == 11 && (p[0] + p[2] + p[4]) % 2 == 0).Select(p => string.Concat(p)).ToHashSet();

        var symbols = Code128Svg.Patterns[..^1];
        Assert.Equal(106, symbols.Distinct().Count());
        Assert.True(allowed.SetEquals([.. symbols, "233111", "211133"]));
        Assert.Equal("2331112", Code128Svg.Patterns[^1]);
    }

    [Theory]
    [InlineData("PJJ123C", new[] { 104, 48, 42, 42, 17, 18, 19, 35, 55, 106 })]
    [InlineData("Wikipedia", new[] { 104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106 })]
    [InlineData("1234", new[] { 105, 12, 34, 82, 106 })]
    [InlineData("42", new[] { 105, 42, 44, 106 })]
    [InlineData("A1", new[] { 104, 33, 17, 68, 106 })]
    [InlineData("098x1234567y23", new[] { 104, 16, 25, 24, 88, 17, 99, 23, 45, 67, 100, 89, 18, 19, 101, 106 })]
    public void Known_texts_have_their_known_symbols(string text, int[] symbols) =>
        Assert.Equal(symbols, Code128Svg.Symbols(text).Value);

    [Fact]
    public void A_number_takes_one_symbol_for_two_digits() =>
        Assert.Equal(3 + 10, Code128Svg.Symbols("01234567890123456789").Value.Count);

    [Fact]
    public void Whatever_is_drawn_reads_back_as_the_same_text() =>
        Prop.ForAll(AnyLabel, label => Read(Code128Svg.Draw(label).Value) == label).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("۱۴۰۵")]
    [InlineData("a\tb")]
    public void What_the_code_cannot_carry_is_refused(string text) =>
        Assert.Equal("printing.not-for-code-128", Code128Svg.Draw(text).Refusal.Code);

    /// <summary>A reader by the standard: modules to widths, widths to symbols, check symbol, code sets, text.</summary>
    private static string Read(SvgCode code)
    {
        var modules = new char[code.Width];
        Array.Fill(modules, ' ');
        foreach (var box in code.Path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = box.Split([' ', 'h', 'v', 'z', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            Array.Fill(modules, '#', numbers[0], numbers[2]);
        }

        Assert.Equal(new string(' ', 10), new string(modules[..10]));
        Assert.Equal(new string(' ', 10), new string(modules[^10..]));

        var drawn = new string(modules).Trim();
        var symbols = new List<int>();
        while (drawn.Length > 13)
        {
            symbols.Add(Array.IndexOf(Code128Svg.Patterns, Runs(drawn[..11])));
            drawn = drawn[11..];
        }

        Assert.Equal("2331112", Runs(drawn));
        Assert.Equal(symbols[^1], symbols.SkipLast(1).Select((symbol, i) => symbol * Math.Max(i, 1)).Sum() % 103);

        var (text, pairs) = ("", symbols[0] == 105);
        foreach (var symbol in symbols.Skip(1).SkipLast(1))
        {
            if (pairs && symbol == 100) pairs = false;
            else if (!pairs && symbol == 99) pairs = true;
            else text += pairs ? symbol.ToString("00", CultureInfo.InvariantCulture) : ((char)(symbol + 32)).ToString();
        }

        return text;
    }

    private static string Runs(string modules)
    {
        var widths = "";
        for (var (i, begin) = (1, 0); i <= modules.Length; i++)
        {
            if (i < modules.Length && modules[i] == modules[begin]) continue;
            widths += (i - begin).ToString(CultureInfo.InvariantCulture);
            begin = i;
        }

        return widths;
    }

    private static IEnumerable<int[]> Widths(int count) =>
        count == 0 ? [[]] : Widths(count - 1).SelectMany(rest => Enumerable.Range(1, 4).Select(width => (int[])[.. rest, width]));
}
