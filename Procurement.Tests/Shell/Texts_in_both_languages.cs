using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed partial class Texts_in_both_languages
{
    private const string Prefix = "Procurement.Web.Resources.";

    public static TheoryData<string> Areas()
    {
        const string suffix = ".resources";
        return [.. typeof(ITexts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^suffix.Length])];
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_key_has_a_sentence_in_both(string area)
    {
        var persian = Read(area, Language.Persian);
        var english = Read(area, Language.English);

        Assert.NotEmpty(persian);
        Assert.Equal(persian.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(persian.Concat(english), entry => string.IsNullOrWhiteSpace(entry.Value));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_sentences_use_the_same_facts(string area)
    {
        var english = Read(area, Language.English);

        foreach (var (key, sentence) in Read(area, Language.Persian))
        {
            Assert.True(Places(sentence).SetEquals(Places(english[key])), $"{key}: «{sentence}» and «{english[key]}» name different facts.");
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_key_lives_in_the_file_its_prefix_names(string area) =>
        Assert.All(Read(area, Language.Persian).Keys, key => Assert.StartsWith($"{area}.", key, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Areas))]
    public void Persian_sentences_use_Persian_letters_and_digits(string area)
    {
        foreach (var (key, sentence) in Read(area, Language.Persian))
        {
            Assert.False(ForeignForms().IsMatch(Place().Replace(sentence, "")), $"{key}: «{sentence}»");
        }
    }

    private static Dictionary<string, string> Read(string area, Language language)
    {
        // Persian is the neutral language, so it lives in the main assembly; English in its satellite.
        var culture = language == Language.Persian ? CultureInfo.InvariantCulture : language.Culture;
        var set = new ResourceManager(Prefix + area, typeof(ITexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return set is null ? [] : set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    // Arabic yeh and kaf, Arabic-Indic digits, and Latin digits that are not part of a code.
    [GeneratedRegex(@"[يكةى٠-٩]|(?<![A-Za-z0-9_./-])[0-9]+(?![A-Za-z0-9_])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignForms();
}
