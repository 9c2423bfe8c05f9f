using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Domain.Catalogue;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class The_pages_of_the_catalogue(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string ItemForm = "main form:has([name=Code])";

    [EngineFact]
    public async Task An_item_is_entered_by_its_form_and_found_by_another_spelling(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        using var keeper = site.Visit(site.Body.Keeper);

        var card = await keeper.Submit(
            (await keeper.Open("/Catalogue/EditItem")).QuerySelector(ItemForm),
            ("Code", "pap-۱"), ("Kind", "Goods"), ("BaseUnit", "sheet"), ("Name", "کاغذ تحریر"), ("CategoryId", group.Value.ToString()), ("Class", "Consumable"),
            ("MinStock", "۱٬۰۰۰"));
        var list = await keeper.Open("/Catalogue?q=" + Uri.EscapeDataString("كاغذ"));

        Assert.Contains("کاغذ تحریر", card.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("۱٬۰۰۰", card.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("PAP-1", list.QuerySelector("#items .code-text")!.TextContent);
    }

    [EngineFact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_why_beside_the_field(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        using var keeper = site.Visit(site.Body.Keeper);

        var again = await keeper.Submit(
            (await keeper.Open("/Catalogue/EditItem")).QuerySelector(ItemForm),
            ("Code", "PAP-1"), ("Kind", "Goods"), ("BaseUnit", "sheet"), ("Name", "کاغذ"), ("CategoryId", group.Value.ToString()), ("MinStock", "کم"));
        var complete = await keeper.Submit(again.QuerySelector(ItemForm), ("MinStock", "5"));

        Assert.Equal("کم", Input(again, "MinStock").Value);
        Assert.NotNull(again.QuerySelector("#MinStock-fault"));
        Assert.Equal(HttpStatusCode.BadRequest, keeper.Status);
        Assert.Equal("کاغذ", Input(complete, "Name").Value);
        Assert.Equal("طبقه اموال کالا را برگزینید.", complete.QuerySelector("#Class-fault")!.TextContent);
    }

    [EngineFact]
    public async Task A_template_is_drawn_up_line_by_line_and_published(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var item = await Item(site, await Group(site));
        using var expert = site.Visit(site.Body.Expert);
        var empty = await expert.Open($"/Catalogue/Template/{item.Value}");

        var two = await expert.Submit(
            empty.QuerySelector("main form:has(.line-grid)"),
            ("Attributes[0].Name", "گرماژ"), ("Attributes[0].Kind", "Number"), ("Attributes[0].Check", "Measurement"), ("Attributes[0].Mandatory", "yes"),
            ("Attributes[0].Min", "۶۰"), ("Attributes[0].Unit", "g/m²"), ("grid", "add:Attributes"));
        var refused = await expert.Submit(
            two.QuerySelector("main form:has(.line-grid)"), ("Attributes[1].Name", "رنگ"), ("Attributes[1].Kind", "Choice"), ("Attributes[1].Check", "Sight"));
        var card = await expert.Submit(refused.QuerySelector("main form:has(.line-grid)"), ("Attributes[1].Choices", "سفید\r\nکرم"));

        Assert.Contains("از ۲ تا", refused.QuerySelector("#Attributes_1__Choices-fault")!.TextContent, StringComparison.Ordinal);
        var rows = card.QuerySelectorAll("main table tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("دست‌کم ۶۰ g/m²", rows[0], StringComparison.Ordinal);
        Assert.Contains("سفید، کرم", rows[1], StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_supplier_is_registered_once_whatever_digits_are_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var buyer = site.Visit(site.Body.Buyer);
        const string form = "main form:has([name=Identifier])";
        (string, string)[] typed = [("Kind", "LegalPerson"), ("Identifier", "۱۰۳۸۰۲۸۴۷۹۰"), ("Name", "پارس کاغذ")];

        var card = await buyer.Submit((await buyer.Open("/Catalogue/Suppliers/Edit")).QuerySelector(form), typed);
        var again = await buyer.Submit((await buyer.Open("/Catalogue/Suppliers/Edit")).QuerySelector(form), typed);

        Assert.Contains("هویت احراز نشده", card.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, buyer.Status);
        Assert.NotNull(again.QuerySelector("#Identifier-fault"));
    }

    [EngineFact]
    public async Task A_form_of_a_suppliers_file_sent_twice_makes_one_entry(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await Supplier(site);
        using var buyer = site.Visit(site.Body.Buyer);
        var page = await buyer.Open($"/Catalogue/Suppliers/Card/{id.Value}");
        var token = page.QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;

        foreach (var _ in new[] { 1, 2 })
        {
            using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token, ["__key"] = "same-form", ["Declaration.LetterNumber"] = "12/4", ["Declaration.On"] = "۱۴۰۵/۰۸/۱۰",
            });
            await buyer.Post($"/Catalogue/Suppliers/Card/{id.Value}?handler=Declare", fields);
            Assert.Equal(HttpStatusCode.Redirect, buyer.Status);
        }

        var declaration = Assert.Single((await site.As(site.Body.Buyer, new ReadSupplier(id))).Value.Declarations);
        Assert.Equal(new DateOnly(2026, 11, 1), declaration.Date);
    }

    [EngineFact]
    public async Task Every_page_opens_in_both_languages(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var group = await Group(site);
        var item = await Item(site, group);
        await site.As(site.Body.Expert, new PublishTemplate(item, 0, [ACatalogue.Weight(), ACatalogue.Colour(), ACatalogue.Norm(), ACatalogue.Recycled()]));
        var supplier = await FullSupplier(site);
        string[] addresses =
        [
            "/Catalogue", "/Catalogue/EditItem", $"/Catalogue/EditItem/{item.Value}", $"/Catalogue/Item/{item.Value}", $"/Catalogue/Template/{item.Value}",
            "/Catalogue/Groups", "/Catalogue/Groups/Edit", $"/Catalogue/Groups/Edit/{group.Value}", "/Catalogue/Units", "/Catalogue/Suppliers",
            "/Catalogue/Suppliers/Edit", $"/Catalogue/Suppliers/Edit/{supplier.Value}", $"/Catalogue/Suppliers/Card/{supplier.Value}",
        ];
        using var head = site.Visit(site.Body.HeadOfProcurement);

        foreach (var language in new[] { "fa", "en" })
        {
            await head.Submit((await head.Open("/Help")).QuerySelector("form.language-switch"), ("code", language));
            foreach (var address in addresses)
            {
                var page = await head.Open(address);
                Assert.True(head.Status == HttpStatusCode.OK, $"{language} {address}: {head.Status}");
                Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            }
        }
    }

    private static IHtmlInputElement Input(IDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"main [name={name}]")!;

    private static async Task<CategoryId> Group(WebSite site) => (await site.As(
        site.Body.HeadOfProcurement, new OpenCategory("STAT", new CategoryForm("نوشت‌افزار", "Stationery", null, ExpertCheckNeeded: true, "نوشت‌افزار")))).Value;

    private static async Task<ItemId> Item(WebSite site, CategoryId group) => (await site.As(
        site.Body.Keeper, new EnterItem("PAP-1", ItemKind.Goods, "sheet", new("کاغذ", "Paper", group, PropertyClass.Consumable)))).Value;

    private static async Task<SupplierId> Supplier(WebSite site) => (await site.As(
        site.Body.Buyer, new RegisterSupplier(SupplierKind.LegalPerson, ACatalogue.CompanyId, new SupplierDetails("پارس کاغذ")))).Value;

    private static async Task<SupplierId> FullSupplier(WebSite site)
    {
        var id = await Supplier(site);
        var day = ACatalogue.Day;
        foreach (var entry in new SupplierCommand[]
        {
            new AddSupplierAccount(id, ACatalogue.FirstIban, "ملت"), new AddSupplierPrincipal(id, ACatalogue.OwnerId, "رضا", PrincipalRole.Owner, 100),
            new FileSupplierDeclaration(id, "1", day), new BlockSupplier(id, "دیوان", "98/1", day, "تخلف", day.AddDays(-60)),
            new FileSupplierCertificate(id, CertificateKind.TradeLicence, "چاپ", null, "اتحادیه", "1", day.AddDays(-90), day.AddDays(-30)),
        })
        {
            Assert.True((await site.As(site.Body.HeadOfProcurement, entry)).Succeeded);
        }

        return id;
    }
}
