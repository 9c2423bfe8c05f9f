using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Amounts_in_words
{
    [Theory]
    [InlineData(0, "صفر")]
    [InlineData(7, "هفت")]
    [InlineData(10, "ده")]
    [InlineData(19, "نوزده")]
    [InlineData(21, "بیست و یک")]
    [InlineData(100, "یکصد")]
    [InlineData(115, "یکصد و پانزده")]
    [InlineData(1_000, "یک هزار")]
    [InlineData(1_001, "یک هزار و یک")]
    [InlineData(1_386_000_000, "یک میلیارد و سیصد و هشتاد و شش میلیون")]
    [InlineData(1_500_000_000_000, "یک هزار و پانصد میلیارد")]
    [InlineData(2_000_000_000_000_000, "دو میلیون میلیارد")]
    [InlineData(-40, "منفی چهل")]
    public void A_number_is_written_in_Persian_as_an_accountant_would(long number, string words) =>
        Assert.Equal(words, AmountInWords.Persian(number));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(13, "thirteen")]
    [InlineData(20, "twenty")]
    [InlineData(42, "forty-two")]
    [InlineData(100, "one hundred")]
    [InlineData(1_000_001, "one million one")]
    [InlineData(1_386_000_000, "one billion three hundred eighty-six million")]
    [InlineData(-5, "minus five")]
    [InlineData(long.MinValue, "minus nine quintillion two hundred twenty-three quadrillion three hundred seventy-two trillion thirty-six billion eight hundred fifty-four million seven hundred seventy-five thousand eight hundred eight")]
    public void A_number_is_written_in_English(long number, string words) => Assert.Equal(words, AmountInWords.English(number));

    [Fact]
    public void An_amount_carries_its_unit()
    {
        Assert.Equal("یک میلیارد و سیصد و هشتاد و شش میلیون ریال", AmountInWords.Persian(Rials.FromStored(1_386_000_000)));
        Assert.Equal("one rial", AmountInWords.English(Rials.FromStored(1)));
        Assert.Equal("two rials", AmountInWords.English(Rials.FromStored(2)));
    }

    [Fact]
    public void Persian_words_lead_back_to_the_one_number_they_mean() =>
        Prop.ForAll(Any.LongUpTo(long.MaxValue).ToArbitrary(), n => Read(AmountInWords.Persian(n)) == (ulong)n).QuickCheckThrowOnFailure();

    /// <summary>Reads Persian number words the way a person does: the largest unit said last multiplies all before it.</summary>
    private static ulong Read(string words)
    {
        foreach (var (name, scale) in new[] { ("میلیارد", 1_000_000_000UL), ("میلیون", 1_000_000UL), ("هزار", 1_000UL) })
        {
            var at = words.LastIndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;

            var rest = words[(at + name.Length)..].Trim();
            return (Read(words[..at].Trim()) * scale) + (rest.Length == 0 ? 0 : Read(rest[2..]));
        }

        return words.Split(" و ").Aggregate(0UL, (sum, word) => sum + Small[word]);
    }

    private static readonly Dictionary<string, ulong> Small = new(StringComparer.Ordinal)
    {
        ["صفر"] = 0, ["یک"] = 1, ["دو"] = 2, ["سه"] = 3, ["چهار"] = 4, ["پنج"] = 5, ["شش"] = 6, ["هفت"] = 7, ["هشت"] = 8, ["نه"] = 9,
        ["ده"] = 10, ["یازده"] = 11, ["دوازده"] = 12, ["سیزده"] = 13, ["چهارده"] = 14, ["پانزده"] = 15, ["شانزده"] = 16,
        ["هفده"] = 17, ["هجده"] = 18, ["نوزده"] = 19, ["بیست"] = 20, ["سی"] = 30, ["چهل"] = 40, ["پنجاه"] = 50, ["شصت"] = 60,
        ["هفتاد"] = 70, ["هشتاد"] = 80, ["نود"] = 90, ["یکصد"] = 100, ["دویست"] = 200, ["سیصد"] = 300, ["چهارصد"] = 400,
        ["پانصد"] = 500, ["ششصد"] = 600, ["هفتصد"] = 700, ["هشتصد"] = 800, ["نهصد"] = 900,
    };
}
