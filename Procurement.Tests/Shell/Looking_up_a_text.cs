using System.Globalization;
using System.Resources;
using Procurement.Domain.Shared;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class Looking_up_a_text : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ResourceTexts _texts = new(throwOnMissing: true);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Fact]
    public void The_sentence_comes_in_the_language_of_the_reader()
    {
        Read(Language.Persian);
        Assert.Equal("کارتابل", _texts["menu.inbox"]);

        Read(Language.English);
        Assert.Equal("Inbox", _texts["menu.inbox"]);
    }

    [Fact]
    public void Facts_are_written_in_the_digits_of_the_reader()
    {
        Read(Language.Persian);
        Assert.Equal("۱٬۲۳۴ روز مانده", _texts["time.days-left", 1234]);

        Read(Language.English);
        Assert.Equal("1,234 days left", _texts["time.days-left", 1234]);
    }

    [Fact]
    public void A_code_inside_a_Persian_sentence_keeps_its_Latin_digits()
    {
        Read(Language.Persian);
        Assert.Equal("به نیابت از W-250 و ۱۲", _texts["inbox.acting-for", "W-250 و 12"]);
    }

    [Fact]
    public void A_missing_key_is_loud_before_release_and_readable_after_it()
    {
        Assert.Throws<MissingManifestResourceException>(() => _texts["menu.no-such-line"]);
        Assert.Throws<MissingManifestResourceException>(() => _texts["no-such-area.title"]);
        Assert.Equal("menu.no-such-line", new ResourceTexts(throwOnMissing: false)["menu.no-such-line"]);
    }

    [Fact]
    public void A_refusal_without_an_article_shows_none()
    {
        Read(Language.English);
        var view = RefusalView.Of(Refusal.Invalid("forms.not-a-date"), _texts);

        Assert.Equal("forms.not-a-date", view.Code);
        Assert.StartsWith("This date cannot be read", view.Sentence, StringComparison.Ordinal);
        Assert.Null(view.Article);
        Assert.Null(view.Next);
    }

    private static void Read(Language language) => CultureInfo.CurrentUICulture = language.Culture;
}
