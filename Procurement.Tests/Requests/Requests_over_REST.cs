using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class Requests_over_REST(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Root = "/api/v1";

    [EngineFact]
    public async Task A_purchase_goes_from_the_draft_to_the_reserved_credit_without_a_page(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var stock = await site.SpecifiedStock();
        var body = site.Body;
        using var accountant = site.Visit(body.Accountant);
        using var controller = site.Visit(body.Controller);
        using var requester = site.Visit(body.Requester);
        var opened = await accountant.Client.PostAsJsonAsync($"{Root}/budget/lines", new
        {
            unitId = body.Province.Id.Value, code = "301", title = "لوازم", programme = "آموزش", chapter = "2", creditKind = "Current", year = 1405,
        });
        var budget = (string)(await Read(opened))["id"]!;
        var allotted = await accountant.Client.PostAsJsonAsync($"{Root}/budget/allotments", new
        {
            kind = "Allot", lineId = budget, amount = 9_000_000, letterNumber = "ت/۱", letterDate = "2026-04-01", legalBasis = "ماده ۳۰",
        });
        var allotment = (string)(await Read(allotted))["id"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await controller.Client.PostAsJsonAsync($"{Root}/budget/allotments/{allotment}/decision", new { approve = true })).StatusCode);

        var made = await requester.Client.PostAsJsonAsync($"{Root}/purchase-requests", new
        {
            head = new { purpose = "کارگاه", deliveryPlace = "انبار", store = stock.Store.Value, neededBy = "2026-12-01", origin = "Iranian" },
            lines = new[] { new { itemCode = "W-100", quantity = 4, unitEstimate = 2_000_000, basis = "MarketInquiry" } },
        });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (string)(await Read(made))["id"]!;
        var line = await requester.Client.GetAsync($"{Root}/purchase-requests/{id}/lines/1");
        var keys = (await Read(line))["asked"]!.AsArray().Select(a => (int)a!["key"]!).ToList();
        var answers = new object[] { new { key = keys[0], min = "3", max = "4" }, new { key = keys[1], value = "روتیلی" }, new { key = keys[2], value = "بله" } };
        await Put(requester, $"purchase-requests/{id}/lines/1/specification", new { answers }, line.Headers.ETag!.Tag, HttpStatusCode.NoContent);
        await Post(requester, id, "submit");
        using (var manager = site.Visit(body.Manager)) await Post(manager, id, "sign");
        using (var keeper = site.Visit(body.Keeper)) await Put(keeper, $"purchase-requests/{id}/absence", new { proof = WebSite.Password }, await Tag(site, id), HttpStatusCode.NoContent);
        using (var head = site.Visit(body.HeadOfProcurement)) await Post(head, id, "sign");
        using (var official = site.Visit(body.Official)) await Post(official, id, "sign");
        var lineId = (await site.Purchase(new DocumentId(Guid.Parse(id)))).Lines[0].Id;
        object Credit(long amount) => new { credits = new[] { new { lineId, budgetLine = budget, amount } }, proof = WebSite.Password };
        await Put(controller, $"purchase-requests/{id}/credit", Credit(9_000_001), await Tag(site, id), HttpStatusCode.Conflict);
        await Put(controller, $"purchase-requests/{id}/credit", Credit(8_500_000), await Tag(site, id), HttpStatusCode.NoContent);

        var card = await Read(await controller.Client.GetAsync($"{Root}/budget/lines/{budget}"));
        Assert.Equal((500_000, 8_500_000), ((long)card["credit"]!["free"]!, (long)card["credit"]!["reserved"]!));
        var list = await Read(await controller.Client.GetAsync($"{Root}/purchase-requests?state=InRoute"));
        Assert.Equal(id, (string)list["rows"]![0]!["id"]!);
    }

    [EngineFact]
    public async Task A_goods_request_is_drafted_corrected_answered_and_given_up(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var stock = await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        using var keeper = site.Visit(site.Body.Keeper);
        object Form(string purpose) => new { store = stock.Store.Value, purpose, neededBy = "2026-12-01", lines = new[] { new { item = stock.Mask.Value, quantity = 3 } } };

        var id = (string)(await Read(await requester.Client.PostAsJsonAsync($"{Root}/goods-requests", Form("کارگاه"))))["id"]!;
        await Put(requester, $"goods-requests/{id}", Form("آزمون"), "\"99\"", HttpStatusCode.Conflict);
        var read = await requester.Client.GetAsync($"{Root}/documents/{id}");
        await Put(requester, $"goods-requests/{id}", Form("آزمون"), read.Headers.ETag!.Tag, HttpStatusCode.NoContent);
        await Post(requester, id, "submit");
        using (var manager = site.Visit(site.Body.Manager)) await Post(manager, id, "sign");
        var line = (await site.GoodsRequest(new DocumentId(Guid.Parse(id)))).Lines[0].Id;
        await Put(keeper, $"goods-requests/{id}/answer", new { lines = new[] { new { lineId = line, available = 1 } }, proof = WebSite.Password }, await Tag(site, id), HttpStatusCode.NoContent);

        var start = await Read(await requester.Client.GetAsync($"{Root}/purchase-requests/start?goodsRequest={id}"));
        Assert.Equal(("W-200", 2), ((string)start["lines"]![0]!["code"]!, (int)start["lines"]![0]!["quantity"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await requester.Client.PostAsJsonAsync($"{Root}/goods-requests/{id}/close", new { reason = "دوره برگزار نشد" })).StatusCode);
    }

    [EngineFact]
    public async Task A_setting_is_proposed_and_decided_by_two(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var controller = site.Visit(site.Body.Controller);
        using var official = site.Visit(site.Body.Official);

        var made = await controller.Client.PostAsJsonAsync($"{Root}/settings/label_percent/values", new { values = new { percent = "۲" }, from = "2026-04-01", legalBasis = "بخشنامه" });
        var decision = $"{Root}/settings/values/{(string)(await Read(made))["id"]!}/decision";

        Assert.Equal(HttpStatusCode.Conflict, (await controller.Client.PostAsJsonAsync(decision, new { approve = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await official.Client.PostAsJsonAsync(decision, new { approve = true })).StatusCode);
        var all = (await Read(await official.Client.GetAsync($"{Root}/settings"))).AsArray();
        Assert.Equal("2", (string)all.Single(s => (string)s!["key"]! == "label_percent")!["now"]!["values"]!["percent"]!);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private static async Task<string> Tag(WebSite site, string id)
    {
        using var reader = site.Visit(site.Body.Controller);
        return (await reader.Client.GetAsync($"{Root}/documents/{id}")).Headers.ETag!.Tag;
    }

    private static async Task Put(WebVisitor visitor, string address, object body, string tag, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Root}/{address}") { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(tag));
        var answer = await visitor.Client.SendAsync(request);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
    }

    private static async Task Post(WebVisitor visitor, string id, string act)
    {
        var tag = (await visitor.Client.GetAsync($"{Root}/documents/{id}")).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/documents/{id}/{act}") { Content = JsonContent.Create(new { proof = WebSite.Password }) };
        request.Headers.IfMatch.Add(tag);
        var answer = await visitor.Client.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }
}
