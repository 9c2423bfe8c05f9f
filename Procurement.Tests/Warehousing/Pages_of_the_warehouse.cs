using System.Net;
using AngleSharp.Dom;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

public sealed class Pages_of_the_warehouse(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_store_is_opened_on_its_form_and_found_in_the_list()
    {
        await using var site = await Site();
        using var visitor = site.Visit(site.Body.GeneralAffairs);
        var form = (await visitor.Open("/Warehousing/OpenStore")).QuerySelector("main form[method=post]");

        var refused = await visitor.Submit(form, ("Store.Unit", site.Body.Province.Id.Value.ToString()), ("Store.Code", "بد کد"), ("Store.Name", "انبار ابزار"), ("Store.FirstBin", "A"));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("کد انبار", refused.QuerySelector(".field-fault")!.TextContent, StringComparison.Ordinal);

        var store = await visitor.Submit(refused.QuerySelector("main form[method=post]"), ("Store.Code", "T۲"));
        Assert.Contains("انبار ابزار", store.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var list = await visitor.Open("/Warehousing?Search=ابزار");
        Assert.Contains("T2", list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keeper_types_his_first_count_and_finds_it_as_a_document()
    {
        await using var site = await Site();
        var store = await Stocked(site);
        using var visitor = site.Visit(site.Body.Keeper);

        var page = await visitor.Open($"/Warehousing/OpeningBalanceNew/{store.Value}");
        var form = page.QuerySelector("main form[method=post]");
        var faulty = await visitor.Submit(
            form, ("Basis", "صورتجلسه ۷"), ("Lines[1].Item", "NONE"), ("Lines[1].Bin", "A"), ("Lines[1].Quantity", "۳"), ("Lines[1].UnitValue", "۱٬۰۰۰"));
        Assert.Contains("NONE", faulty.QuerySelector("[id='Lines_0__Item-fault']")!.TextContent, StringComparison.Ordinal);

        var document = await visitor.Submit(faulty.QuerySelector("main form[method=post]"), ("Lines[0].Item", "PAP-1"));

        Assert.StartsWith("/documents/", visitor.Address, StringComparison.Ordinal);
        Assert.Contains("کاغذ", document.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("۳٬۰۰۰", document.QuerySelector("main tfoot")!.TextContent, StringComparison.Ordinal);
        var edit = document.QuerySelectorAll("a").Single(a => a.GetAttribute("href")?.Contains("OpeningBalanceEdit", StringComparison.Ordinal) == true);
        var again = await visitor.Open(edit.GetAttribute("href")!);
        Assert.Equal("PAP-1", again.QuerySelector("[name='Lines[0].Item']")!.GetAttribute("value"));
        await visitor.Submit(again.QuerySelector("main form[method=post]"), ("Lines[0].Quantity", "۵"));
        Assert.StartsWith("/documents/", visitor.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Warehousing/Store/{0}")]
    [InlineData("/Warehousing/Stock/{0}")]
    [InlineData("/Warehousing/Stock/{0}?Only=BelowReorder&Search=کاغذ")]
    [InlineData("/Warehousing/OnDay/{0}")]
    [InlineData("/Warehousing/Check/{0}")]
    [InlineData("/Warehousing/Card/{0}/{1}")]
    [InlineData("/Warehousing/Kardex/{2}/{1}")]
    public async Task Every_page_opens_in_both_languages(string address)
    {
        await using var site = await Site();
        var store = await Stocked(site);
        var item = await site.As(site.Body.HeadOfProcurement, new Application.Catalogue.ListItems.ListItems());
        using var visitor = site.Visit(site.Body.Accountant);
        var target = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, store.Value, item.Value.Rows[0].Id.Value, site.Body.Province.Id.Value);

        var persian = await visitor.Open(target);
        Assert.Equal((HttpStatusCode.OK, "fa"), (visitor.Status, persian.DocumentElement.GetAttribute("lang")));
        var english = await visitor.Submit(persian.QuerySelector("form.language-switch"));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_keeper_of_another_store_finds_nothing_and_no_values()
    {
        await using var site = await Site();
        var store = await Stocked(site);
        using var stranger = site.Visit(site.Body.CentreKeeper);
        using var keeper = site.Visit(site.Body.Keeper);

        await stranger.Open($"/Warehousing/Stock/{store.Value}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await keeper.Open($"/Warehousing/Kardex/{site.Body.Province.Id.Value}/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.Forbidden, keeper.Status);
    }

    private async Task<WebSite> Site() => await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));

    /// <summary>A store of the province and one item of the catalogue.</summary>
    private static async Task<StoreId> Stocked(WebSite site)
    {
        var category = (await site.As(site.Body.HeadOfProcurement, new OpenCategory("STAT", new CategoryForm("نوشت‌افزار", "Stationery")))).Value;
        await site.As(site.Body.HeadOfProcurement, new EnterItem("PAP-1", ItemKind.Goods, "each", new ItemForm("کاغذ", "Paper", category, PropertyClass.Consumable)));
        return (await site.As(site.Body.GeneralAffairs, new OpenStore(site.Body.Province.Id, "A1", "انبار مرکزی", "Central store", true, "A"))).Value;
    }
}
