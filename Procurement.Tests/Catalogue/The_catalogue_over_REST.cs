using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Procurement.Application.Catalogue.Categories;
using Procurement.Domain.Catalogue;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class The_catalogue_over_REST(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task An_item_is_entered_read_and_corrected_under_its_entity_tag(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        using var keeper = site.Visit(site.Body.Keeper);

        var made = await keeper.Client.PostAsJsonAsync("/api/v1/items", NewItem(group));
        var read = await keeper.Client.GetAsync(made.Headers.Location);
        var item = await Body(read);
        var corrected = await Put(keeper, made.Headers.Location!, Form(group, "کاغذ سفید"), read.Headers.ETag);
        var late = await Put(keeper, made.Headers.Location!, Form(group, "کاغذ کرم"), read.Headers.ETag);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(("PAP-1", "Goods", "Consumable", "sheet"), ((string?)item["code"], (string?)item["kind"], (string?)item["class"], (string?)item["baseUnit"]));
        Assert.Equal(HttpStatusCode.NoContent, corrected.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("catalogue.changed-since-seen", (string?)(await Body(late))["code"]);
    }

    [EngineFact]
    public async Task The_same_key_sent_twice_enters_one_item(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        using var keeper = site.Visit(site.Body.Keeper);
        keeper.Client.DefaultRequestHeaders.Add("Idempotency-Key", "order-77");

        var first = await Body(await keeper.Client.PostAsJsonAsync("/api/v1/items", NewItem(group)));
        var second = await Body(await keeper.Client.PostAsJsonAsync("/api/v1/items", NewItem(group)));

        Assert.Equal((string?)first["id"], (string?)second["id"]);
    }

    [EngineFact]
    public async Task Lists_are_read_page_by_page(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        using var keeper = site.Visit(site.Body.Keeper);
        for (var i = 0; i < 52; i++) await keeper.Client.PostAsJsonAsync("/api/v1/items", NewItem(group, $"PAP-{i}"));

        var first = await Body(await keeper.Client.GetAsync("/api/v1/items?q=" + Uri.EscapeDataString("كاغذ")));
        var second = await Body(await keeper.Client.GetAsync($"/api/v1/items?after={Uri.EscapeDataString((string)first["next"]!)}"));

        Assert.Equal((50, 2), (first["rows"]!.AsArray().Count, second["rows"]!.AsArray().Count));
        Assert.Null(second["next"]);
    }

    [EngineFact]
    public async Task A_supplier_is_registered_and_its_people_stay_off_the_wire(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var buyer = site.Visit(site.Body.Buyer);
        var body = new { kind = "LegalPerson", identifier = ACatalogue.CompanyId, supplier = new { name = "پارس کاغذ" } };

        var made = await buyer.Client.PostAsJsonAsync("/api/v1/suppliers", body);
        var account = await buyer.Client.PostAsJsonAsync($"{made.Headers.Location}/accounts", new { iban = ACatalogue.FirstIban });
        var again = await buyer.Client.PostAsJsonAsync("/api/v1/suppliers", body);
        var read = await Body(await buyer.Client.GetAsync(made.Headers.Location));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (account.StatusCode, again.StatusCode));
        Assert.Equal(ACatalogue.FirstIban, (string?)read["accounts"]![0]!["iban"]);
        Assert.Null(read["principals"]);
    }

    [EngineFact]
    public async Task A_stranger_reads_nothing(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var stranger = site.Visit(null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.GetAsync("/api/v1/items")).StatusCode);
    }

    private static async Task<CategoryId> Group(WebSite site) =>
        (await site.As(site.Body.HeadOfProcurement, new OpenCategory("STAT", new CategoryForm("نوشت‌افزار", "")))).Value;

    private static object NewItem(CategoryId group, string code = "PAP-1") => new { code, kind = "Goods", baseUnit = "sheet", item = Form(group, "کاغذ") };

    private static object Form(CategoryId group, string name) => new { name, categoryId = group.Value, @class = "Consumable" };

    private static async Task<HttpResponseMessage> Put(WebVisitor visitor, Uri address, object body, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(tag!);
        return await visitor.Client.SendAsync(request);
    }

    private static async Task<JsonObject> Body(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonObject>())!;
}
