using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class The_login_page(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Is_where_a_stranger_is_led_from_every_page_and_back_again_after_login()
    {
        await using var door = await Door();
        using var visitor = door.Visitor();

        await visitor.Open("/inbox?kind=goods-request");
        Assert.StartsWith("/account/sign-in?returnUrl=%2Finbox", visitor.Address, StringComparison.Ordinal);
        await FrontDoor.SignIn(visitor, "requester");

        Assert.Equal("/inbox?kind=goods-request", visitor.Address);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/inbox")).StatusCode);
    }

    [Fact]
    public async Task Never_leads_to_another_site_after_login()
    {
        await using var door = await Door();
        using var visitor = door.Visitor();
        var page = await visitor.Open("/account/sign-in?returnUrl=https://elsewhere.example/");

        await visitor.Submit(page.QuerySelector("form.account-box"), ("UserName", "requester"), ("Password", FrontDoor.Password));

        Assert.Equal("/", visitor.Last.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Says_no_and_never_writes_the_password_back()
    {
        await using var door = await Door();
        using var visitor = door.Visitor();
        var page = await visitor.Open("/account/sign-in");

        var again = await visitor.Submit(page.QuerySelector("form.account-box"), ("UserName", "requester"), ("Password", "some wrong password"));

        Assert.Contains("نام کاربری یا گذرواژه درست نیست", again.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("requester", again.QuerySelector<IHtmlInputElement>("#UserName")!.Value);
        Assert.DoesNotContain("some wrong password", again.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var door = await Door();
        using var visitor = await door.SignedIn("requester");

        var cookie = Assert.Single(visitor.Last.Headers.GetValues("Set-Cookie"), c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_not_only_in_the_browser()
    {
        await using var door = await Door();
        using var visitor = await door.SignedIn("requester");
        var cookie = visitor.Last.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];
        var page = await visitor.Open("/account/sessions");

        await visitor.Submit(page.QuerySelector("form[action='/account/sign-out']"));

        using var thief = door.Visitor();
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        await thief.Open("/inbox");
        Assert.StartsWith("/account/sign-in", thief.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_at_no_more_attempts_of_one_address_than_the_setting_allows()
    {
        await using var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite), ("Security:SignInsPerMinute", "2"));
        using var visitor = door.Visitor();
        var page = await visitor.Open("/account/sign-in");

        for (var i = 0; i < 2; i++)
        {
            await visitor.Submit(page.QuerySelector("form.account-box"), ("UserName", "nobody.here"), ("Password", "some wrong password"));
            Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        }

        await visitor.Submit(page.QuerySelector("form.account-box"), ("UserName", "nobody.here"), ("Password", "some wrong password"));
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal("60", visitor.Last.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task Takes_no_password_over_plain_http_from_another_machine()
    {
        await using var door = await Door();
        using var visitor = door.Visitor();
        visitor.Client.DefaultRequestHeaders.Host = "kala.example.ir";

        var page = await visitor.Open("/account/sign-in");

        Assert.Null(page.QuerySelector("input[type=password]"));
        Assert.Contains("HTTPS", page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_asks_for_a_second_factor_leads_to_enrolment_and_nowhere_else()
    {
        await using var door = await Door();
        await door.GiveLogin(door.Body.Controller, "controller");
        using var visitor = await door.SignedIn("controller");

        Assert.Equal("/account/second-factor", visitor.Address);
        await visitor.Open("/inbox");
        Assert.Equal("/account/second-factor", visitor.Address);

        var page = await visitor.Submit((await visitor.Open("/account/second-factor")).QuerySelector("form.account-box"));
        Assert.NotNull(page.QuerySelector("svg.enrol-picture"));
    }

    private async Task<FrontDoor> Door()
    {
        var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");
        return door;
    }
}
