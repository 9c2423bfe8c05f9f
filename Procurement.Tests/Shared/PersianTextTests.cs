using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Cleaning_typed_text
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  كتاب   عربي ", "کتاب عربی")]
    [InlineData("می\u200C\u200Cروم", "می\u200Cروم")]
    [InlineData("\u200Cمی\u200Cروم\u200C", "می\u200Cروم")]
    [InlineData("کتاب \u200Cها", "کتاب ها")]
    [InlineData("مـــدیر", "مدیر")]
    [InlineData("\u202Bکاغذ\u202C A4\u200E", "کاغذ A4")]
    [InlineData("کاغذ\u00A0A4\tسفید\nمات", "کاغذ A4 سفید مات")]
    [InlineData("ﻛﺘﺎﺏ", "کتاب")]
    [InlineData("مسي\u0654ول", "مسئول")]
    [InlineData("مُدیر", "مُدیر")]
    [InlineData("۱۲۳ و 123", "۱۲۳ و 123")]
    [InlineData("a\uFEFFb\u00ADc\u0007", "abc")]
    public void Text_is_kept_as_people_meant_to_type_it(string? typed, string kept) => Assert.Equal(kept, PersianText.Clean(typed));

    [Fact]
    public void Several_lines_stay_several_lines() =>
        Assert.Equal("سطر یک\n\nسطر سه", PersianText.CleanLines("\r\n سطر  يك \r\n\u200F\r سطر سه\u2028 \n"));

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Prop.ForAll(Any.Text, text => PersianText.Clean(PersianText.Clean(text)) == PersianText.Clean(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Broken_characters_do_not_stop_the_program() => Assert.Equal("a\uFFFDb", PersianText.Clean("a\uD800b"));
}

public sealed class Sorting_Persian_text
{
    private static readonly string[] InOrder =
    [
        "", "۲", "۲ میلی", "2.5 میلی", "10 میلی", "۱۱", "۱۴۰۵",
        "آب", "آهن", "ابزار", "اداره", "ایران", "بیل", "پاکت", "پرونده", "تیر", "ثبت", "جام", "چکش", "چوب", "حوله", "خودکار",
        "در", "ذره", "رنگ", "زمین", "ژاکت", "سیم", "شن", "صابون", "ضبط", "طناب", "ظرف", "عینک", "غربال", "فرش", "قلم",
        "کار آفرین", "کار گاه", "کارآفرین", "کاغذ ۵", "کاغذ A3", "کاغذ A4", "گچ", "لامپ", "میخ", "نخ", "واشر", "هود", "یخ",
        "cable", "Mouse 2", "Mouse 10",
    ];

    [Fact]
    public void The_order_is_numbers_then_the_Persian_alphabet_then_Latin() =>
        Assert.Equal(InOrder, InOrder.Reverse().OrderBy(PersianText.SortKey, StringComparer.Ordinal));

    [Fact]
    public void Keys_compare_like_places_in_the_alphabet()
    {
        const string alphabet = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
        var words = Gen.Elements(alphabet.ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters)).ToArbitrary();
        Prop.ForAll(words, words, (a, b) =>
        {
            var byAlphabet = a.Select(c => alphabet.IndexOf(c)).Zip(b.Select(c => alphabet.IndexOf(c)))
                .Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0, a.Length.CompareTo(b.Length));
            return Math.Sign(string.CompareOrdinal(PersianText.SortKey(a), PersianText.SortKey(b))) == byAlphabet;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Numbers_in_text_compare_by_value() =>
        Prop.ForAll(Any.LongUpTo(long.MaxValue).ToArbitrary(), Any.LongUpTo(long.MaxValue).ToArbitrary(), (a, b) =>
            Math.Sign(string.CompareOrdinal(PersianText.SortKey($"لوله {a}"), PersianText.SortKey(PersianText.ToPersianDigits($"لوله {b}")))) == a.CompareTo(b))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("می‌رود", "میرود")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("مُدیر", "مدیر")]
    [InlineData("«کاغذ»", "کاغذ")]
    [InlineData("Café", "cafe")]
    [InlineData("مسئول", "مسیول")]
    [InlineData("۰۰۷", "7")]
    public void What_does_not_count_for_the_order_leaves_the_key_alone(string one, string other) =>
        Assert.Equal(PersianText.SortKey(other), PersianText.SortKey(one));

    [Fact]
    public void Keys_are_ASCII_so_that_every_engine_orders_them_alike() =>
        Prop.ForAll(Any.Text, text => PersianText.SortKey(text).All(c => c is >= ' ' and < '\u007F')).QuickCheckThrowOnFailure();
}

public sealed class Numbers_as_people_type_them
{
    [Theory]
    [InlineData("123", 123)]
    [InlineData("۱۲۳", 123)]
    [InlineData("١٢٣", 123)]
    [InlineData("۱٬۳۸۶٬۰۰۰٬۰۰۰", 1_386_000_000)]
    [InlineData(" 1,386 ", 1_386)]
    [InlineData("\u200E\u2212۵", -5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Whole_numbers_are_read_in_all_digits(string typed, long value)
    {
        Assert.True(PersianText.TryParseLong(typed, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12,5")]
    [InlineData("1,2345")]
    [InlineData("1234,567")]
    [InlineData("1.5")]
    [InlineData("12a")]
    [InlineData("1 2")]
    [InlineData("9223372036854775808")]
    [InlineData("१२")]
    public void What_could_mean_another_number_is_not_guessed(string? typed) => Assert.False(PersianText.TryParseLong(typed, out _));

    [Theory]
    [InlineData("۲٫۵", "2.5")]
    [InlineData("٢٫٥", "2.5")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("۱٬۲۳۴٫۰۰۰۰۰۱", "1234.000001")]
    [InlineData("-۰٫۵", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("12", "12")]
    public void Decimals_are_read_in_all_digits(string typed, string value)
    {
        Assert.True(PersianText.TryParseDecimal(typed, out var read));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("5.")]
    [InlineData(".")]
    [InlineData("1.234,5")]
    [InlineData("1e5")]
    [InlineData("0.12345678901234567890123456789")]
    public void A_decimal_that_would_be_rounded_or_guessed_is_refused(string typed) => Assert.False(PersianText.TryParseDecimal(typed, out _));

    [Fact]
    public void Whatever_we_show_we_can_read_back() =>
        Prop.ForAll(Any.LongUpTo(long.MaxValue).ToArbitrary(), n =>
        {
            var shown = PersianText.ToPersianDigits(n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)).Replace(',', '٬');
            return PersianText.TryParseLong(shown, out var read) && read == n && PersianText.ToLatinDigits(shown).Replace("٬", "", StringComparison.Ordinal) == $"{n}";
        }).QuickCheckThrowOnFailure();
}
