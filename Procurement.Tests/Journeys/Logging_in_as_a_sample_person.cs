using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.Identity;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Journeys;

[Collection(SampleJourneys.Name)]
public sealed class Logging_in_as_a_sample_person(SampleSite site)
{
    private const string People = "/account/sample-people";

    [Fact]
    public async Task Is_one_press_from_the_login_page_and_an_ordinary_session()
    {
        using var visitor = new WebVisitor(Client(site.Address));
        var login = await visitor.Open("/account/sign-in");
        var people = await visitor.Open(login.QuerySelector($"main a[href^='{People}']")!.GetAttribute("href")!);

        var home = await visitor.Submit(people.QuerySelector("main form"), ("person", "controller"));

        Assert.Contains("زهرا حسابدان", home.QuerySelector(".person")!.TextContent, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var last = (await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<LoginEvent>().ToListAsync()).MaxBy(e => e.At)!;
        Assert.Equal(LoginEventKind.SignedIn, last.Kind);
    }

    [Fact]
    public async Task Lists_everybody_with_his_post()
    {
        using var visitor = new WebVisitor(Client(site.Address));

        var people = await visitor.Open(People);

        Assert.Contains("ذیحساب", Spoken(people, "controller"), StringComparison.Ordinal);
        Assert.True(people.QuerySelectorAll("button[name=person]").Length > 35);
    }

    [Fact]
    public async Task Is_not_there_outside_the_demo()
    {
        await using var plain = site.NotAsDemo();
        using var visitor = new WebVisitor(Client(plain.ClientOptions.BaseAddress.ToString()));
        Assert.Null((await visitor.Open("/account/sign-in")).QuerySelector($"a[href^='{People}']"));

        await visitor.Open(People);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(HttpStatusCode.NotFound, await Press(visitor));
    }

    [Theory]
    [InlineData("Host", "demo.example")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task Is_not_there_for_another_machine(string header, string value)
    {
        using var visitor = new WebVisitor(Client(site.Address));
        await visitor.Open("/account/sign-in");
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        await visitor.Open(People);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(HttpStatusCode.NotFound, await Press(visitor));
    }

    /// <summary>Sends the press with the token of the login form.</summary>
    private static async Task<HttpStatusCode> Press(WebVisitor visitor)
    {
        var token = WebVisitor.FieldsOf(Assert.IsType<IHtmlFormElement>(
            (await visitor.Open("/account/sign-in")).QuerySelector("form[action='/language'], form"), exactMatch: false)).Where(f => f.Key == "__RequestVerificationToken");
        using var content = new FormUrlEncodedContent([.. token, KeyValuePair.Create("person", "controller")]);
        await visitor.Post(People, content);
        return visitor.Status;
    }

    private static string Spoken(IDocument page, string login) => page.QuerySelector($"button[value='{login}']")!.TextContent;

    private static HttpClient Client(string address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address), DefaultRequestHeaders = { { "Accept-Language", "fa" } } };
}
