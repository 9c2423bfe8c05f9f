using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class A_form_whose_session_is_over(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Is_shown_again_with_what_was_typed_after_login_and_sent_by_one_button()
    {
        await using var door = await Door();
        using var visitor = await door.SignedIn("requester");
        var form = (await visitor.Open("/inbox")).QuerySelector("form.language-switch");
        door.Clock.Pass(TimeSpan.FromMinutes(31));

        using var typed = Typed();
        await visitor.Post("/inbox?handler=Sign", typed);
        Assert.StartsWith("/account/sign-in", visitor.Address, StringComparison.Ordinal);
        await FrontDoor.SignIn(visitor, "requester");

        Assert.StartsWith("/account/resume", visitor.Address, StringComparison.Ordinal);
        var resumed = (await visitor.Open(visitor.Address)).QuerySelector<IHtmlFormElement>("form[data-resumed]")!;
        Assert.Equal("/inbox?handler=Sign", resumed.GetAttribute("action"));
        Assert.Equal(["یکم", "دوم"], resumed.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name=selected]").Select(i => i.Value));
        Assert.NotNull(form);

        var sent = await visitor.Submit(resumed, ("Proof", FrontDoor.Password));
        Assert.Equal("/inbox?handler=Sign", visitor.Address);
        Assert.NotNull(sent.QuerySelector(".refusal, .error-summary")); // the two picks were no documents: the inbox itself says so
    }

    [Fact]
    public async Task Keeps_no_password_that_was_typed_into_it()
    {
        await using var door = await Door();
        using var visitor = await door.SignedIn("requester");
        door.Clock.Pass(TimeSpan.FromMinutes(31));

        using var typed = Typed();
        await visitor.Post("/inbox?handler=Sign", typed);
        await FrontDoor.SignIn(visitor, "requester");

        var resumed = (await visitor.Open(visitor.Address)).QuerySelector("form[data-resumed]")!;
        Assert.DoesNotContain("secret-typed-here", resumed.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("", resumed.QuerySelector<IHtmlInputElement>("input[name=Proof]")!.Value);
    }

    [Fact]
    public async Task Is_not_shown_to_somebody_else_who_logs_in_on_that_browser()
    {
        await using var door = await Door();
        await door.GiveLogin(door.Body.Manager, "manager");
        using var visitor = await door.SignedIn("requester");
        door.Clock.Pass(TimeSpan.FromMinutes(31));

        using var typed = Typed();
        await visitor.Post("/inbox?handler=Sign", typed);
        await FrontDoor.SignIn(visitor, "manager");

        var page = await visitor.Open(visitor.Address);
        Assert.StartsWith("/account/resume", visitor.Address, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-resumed]"));
        Assert.DoesNotContain("یکم", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_stranger_is_not_kept_at_all()
    {
        await using var door = await Door();
        using var stranger = door.Visitor();

        using var typed = Typed();
        await stranger.Post("/inbox?handler=Sign", typed);

        Assert.Equal("/account/sign-in?returnUrl=%2F", stranger.Address);
    }

    private static FormUrlEncodedContent Typed() => new(
        [KeyValuePair.Create("selected", "یکم"), KeyValuePair.Create("selected", "دوم"), KeyValuePair.Create("Proof", "secret-typed-here")]);

    private async Task<FrontDoor> Door()
    {
        var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");
        return door;
    }
}
