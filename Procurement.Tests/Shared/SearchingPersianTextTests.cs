using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Searching_Persian_text
{
    public static TheoryData<string, string> MustFind => Cases(SearchCorpus.MustFind);

    public static TheoryData<string, string> MustNotFind => Cases(SearchCorpus.MustNotFind);

    [Theory]
    [MemberData(nameof(MustFind))]
    public void Every_way_of_writing_a_word_finds_it(string query, string text) =>
        Assert.True(PersianText.Finds(query, PersianText.Fold(text)), $"[{string.Join('|', PersianText.SearchWords(query))}] in [{PersianText.Fold(text)}]");

    [Theory]
    [MemberData(nameof(MustNotFind))]
    public void Another_word_is_not_found(string query, string text) =>
        Assert.False(PersianText.Finds(query, PersianText.Fold(text)), $"[{string.Join('|', PersianText.SearchWords(query))}] in [{PersianText.Fold(text)}]");

    [Theory]
    [InlineData("کتاب\u200Cهای درسی", "کتاب های درسی کتابهای")]
    [InlineData("آئین\u200Cنامهٔ مؤسسه، مادّهٔ ۱۲", "ایین نامه موسسه, ماده 12 ایین\u0646امه")]
    [InlineData("", "")]
    public void The_stored_form_is_known_to_the_letter(string text, string folded) => Assert.Equal(folded, PersianText.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll(Any.Text, text => PersianText.Fold(PersianText.Fold(text)) == PersianText.Fold(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_is_found_by_itself() =>
        Prop.ForAll(Any.Text, text => PersianText.Finds(text, PersianText.Fold(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_corpus_says_nothing_twice()
    {
        var all = SearchCorpus.MustFind.Concat(SearchCorpus.MustNotFind).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.True(all.Count >= 200);
    }

    private static TheoryData<string, string> Cases((string Query, string Text)[] pairs)
    {
        var cases = new TheoryData<string, string>();
        foreach (var (query, text) in pairs) cases.Add(query, text);
        return cases;
    }
}
