using System.Net;
using Procurement.Application.Shared.Search;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Search;

public sealed class Searching_everything(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Whatever_is_called_by_a_word_is_found_kind_by_kind(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await TestStock.In(app.Services, app.Body.Province);

        var found = await Asked(app, app.Body.Keeper, "نمونه");
        var electrode = await Asked(app, app.Body.Keeper, "الكترود جوشكاري");

        Assert.Equal(["store", "person"], found.Groups.Select(g => g.Kind));
        Assert.Equal("W-100", Assert.Single(Assert.Single(electrode.Groups).Hits).Subtitle);
    }

    [EngineFact]
    public async Task A_document_is_found_by_its_number_in_any_digits_and_by_its_bare_end(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await GoodsRequests.Submitted(app);
        var number = Assert.Single((await Asked(app, app.Body.Requester, "1")).Groups, g => g.Kind == "document").Hits[0].Title;

        foreach (var typed in (string[])[number, PersianText.ToLatinDigits(number)!, "۱", "٠٠٠١"])
        {
            var documents = Assert.Single((await Asked(app, app.Body.Requester, typed)).Groups, g => g.Kind == "document");
            Assert.Contains(documents.Hits, h => h.UrlKey == id.Value.ToString("D"));
        }
    }

    [EngineFact]
    public async Task Nobody_finds_what_he_may_not_see(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await TestStock.In(app.Services, app.Body.Province);
        await GoodsRequests.Submitted(app);

        var stranger = await Asked(app, app.Body.Stranger, "نمونه");
        var requester = await Asked(app, app.Body.Requester, "انبار");

        Assert.All(stranger.Groups, g => Assert.Equal("person", g.Kind));
        Assert.Equal("بیگانه نمونه", Assert.Single(Assert.Single(stranger.Groups).Hits).Title);
        Assert.DoesNotContain(requester.Groups, g => g.Kind == "store");
    }

    [Fact]
    public async Task The_page_leads_to_what_it_found_and_the_interface_tells_the_same()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        await site.Stock();
        using var keeper = site.Visit(site.Body.Keeper);

        var page = await keeper.Open("/Search?q=" + Uri.EscapeDataString("الکترود"));
        var item = await keeper.Open(page.QuerySelector(".hits a")!.GetAttribute("href")!);
        var told = await site.Call(site.Body.Keeper).Read("search?q=w-100");

        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        Assert.Contains("الکترود جوشکاری", item.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("W-100", (string?)told["groups"]![0]!["hits"]![0]!["subtitle"]);
        Assert.Equal("/Search", page.QuerySelector("form.global-search")!.GetAttribute("action"));
    }

    private static async Task<SearchFound> Asked(TestApp app, PersonId person, string text) => (await app.As(person, new SearchEverything(text))).Value;
}
