using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Identity;
using Procurement.Tests.Requests;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Journeys;

/// <summary>
/// What people get wrong, through the pages they get it wrong on, in both languages: each fault has a sentence of its own in the reader's
/// language, nothing typed is lost, and nothing is done twice. What the rules are is proved beside each capability, on both databases.
/// </summary>
public sealed class Bad_input_on_real_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string NewPurchase = "/requests/purchase-requests/new";

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_quantity_of_nothing_a_line_too_many_and_a_form_sent_twice(string language)
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        using var requester = site.Visit(site.Body.Requester, language);
        var form = Form(await requester.Open(NewPurchase));

        var nothing = await requester.Submit(form, [.. Head, .. Line(0, quantity: "۰")]);
        Assert.Equal(HttpStatusCode.BadRequest, requester.Status);
        Speaks(language, nothing.QuerySelector("#Lines_0__Quantity-fault")!.TextContent);
        Assert.Equal("۰", Value(nothing, "Lines_0__Quantity"));
        Assert.Equal("ساختمان", nothing.QuerySelector("#Purpose")!.TextContent.Trim());

        var many = Enumerable.Range(0, 201).SelectMany(i => Line(i)).ToArray();
        var tooMany = await requester.Submit(Form(nothing), [.. Head, .. many]);
        Assert.Equal(HttpStatusCode.BadRequest, requester.Status);
        Speaks(language, tooMany.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("قلم 200", Value(tooMany, "Lines_200__Item"));
        Assert.Equal(0, await Purchases(site));

        var good = Form(await requester.Open(NewPurchase))!;
        good.SetAttribute("action", NewPurchase); // the second press comes from the same page
        foreach (var _ in new[] { 1, 2 })
        {
            var sent = await requester.Submit(good, [.. Head, .. many.Take(many.Length - Line(0).Length)]);
            Assert.True(requester.Status == HttpStatusCode.Redirect, sent.QuerySelector(".refusal, .error-summary")?.TextContent);
        }

        Assert.Equal(1, await Purchases(site));
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_line_without_its_specification_and_an_amount_above_the_budget_line(string language)
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        await site.BudgetLine(12_000_000);
        var bare = await site.DraftedPurchase(PurchasesOnSite.Service(specification: null));
        using var requester = site.Visit(site.Body.Requester, language);
        using var controller = site.Visit(site.Body.Controller, language);

        var unspecified = await requester.Submit(Act(await requester.Open($"/documents/{bare.Value}"), "Submit"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Speaks(language, unspecified.QuerySelector(".refusal, .error-summary")!.TextContent);
        Assert.Equal(DocumentState.Draft, (await site.Purchase(bare)).SignOff.State);

        var id = await site.PurchaseBeforeTheController();
        var page = await controller.Open($"/documents/{id.Value}");
        var above = await controller.Submit(page.QuerySelector("#contribution form"), ("Credits[0].Amount", "۱۲٬۰۰۰٬۰۰۱"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Conflict, controller.Status);
        Speaks(language, above.QuerySelector(".refusal")!.TextContent);
        Assert.Equal("۱۲٬۰۰۰٬۰۰۱", Value(above, "Credits_0__Amount"));
        Assert.Equal(Capacity.FinanceController, (await site.Purchase(id)).SignOff.OpenStep!.Capacity);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task An_account_number_with_a_slip_in_it(string language)
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var supplier = (await site.As(site.Body.Buyer, new RegisterSupplier(SupplierKind.LegalPerson, ACatalogue.CompanyId, new SupplierDetails("پارس کاغذ")))).Value;
        using var buyer = site.Visit(site.Body.Buyer, language);
        var form = (await buyer.Open($"/Catalogue/Suppliers/Card/{supplier.Value}")).QuerySelector("form:has([name='Account.Iban'])");
        var slipped = ACatalogue.FirstIban.Replace("IR06", "IR07", StringComparison.Ordinal);

        var refused = await buyer.Submit(form, ("Account.Iban", slipped), ("Account.Bank", "ملت"));

        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        var field = refused.QuerySelector("[name='Account.Iban']")!;
        Assert.Equal((slipped, "true"), (field.GetAttribute("value"), field.GetAttribute("aria-invalid")));
        Assert.Equal("ملت", refused.QuerySelector("[name='Account.Bank']")!.GetAttribute("value"));
        Assert.True(field.Closest("details")!.HasAttribute("open"));
        Speaks(language, refused.QuerySelector("#Account_Iban-fault")!.TextContent);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_login_that_ran_out_in_the_middle_of_a_request(string language)
    {
        await using var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");
        var stock = await TestStock.In(door.Services, door.Body.Province);
        using var requester = await door.SignedIn("requester");
        await requester.Submit((await requester.Open("/help")).QuerySelector("form.language-switch"), ("code", language));
        var form = Form(await requester.Open("/requests/goods-requests/new"));
        door.Clock.Pass(TimeSpan.FromMinutes(31));

        await requester.Submit(
            form, ("Store", stock.Store.Value.ToString()), ("NeededBy", "1405/09/15"), ("Purpose", "کارگاه\nجوشکاری"), ("Lines[0].Item", "W-100"), ("Lines[0].Quantity", "۳"));
        await FrontDoor.SignIn(requester, "requester");
        var resumed = await requester.Open(requester.Address);

        Assert.Equal(language, resumed.DocumentElement.GetAttribute("lang"));
        var typed = resumed.QuerySelector(".resumed")!.TextContent;
        Assert.Contains("W-100", typed, StringComparison.Ordinal);
        Assert.Contains("جوشکاری", typed, StringComparison.Ordinal);
        var again = resumed.QuerySelector<IHtmlFormElement>("form[data-resumed]");
        foreach (var _ in new[] { 1, 2 })
        {
            await requester.Submit(again);
            Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        }

        await using var scope = door.Services.CreateAsyncScope();
        var request = Assert.Single(await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<GoodsRequest>().ToListAsync());
        Assert.Equal(("کارگاه\nجوشکاری", 3m), (request.Purpose, Assert.Single(request.Lines).Quantity.Units));
    }

    private static (string, string)[] Head => [("Purpose", "ساختمان"), ("DeliveryPlace", "مرکز"), ("NeededBy", "1405/09/15"), ("Origin", "Any")];

    private static (string, string)[] Line(int line, string quantity = "1") =>
    [
        ($"Lines[{line}].Item", string.Create(CultureInfo.InvariantCulture, $"قلم {line}")), ($"Lines[{line}].Kind", "Service"), ($"Lines[{line}].Quantity", quantity),
        ($"Lines[{line}].Unit", "نوبت"), ($"Lines[{line}].Estimate", "1000"), ($"Lines[{line}].Basis", "PriceList"),
    ];

    private static IElement? Form(IDocument page) => page.QuerySelector("main form[method=post]");

    private static IElement? Act(IDocument page, string handler) => page.QuerySelector($"form[action='?handler={handler}']");

    private static string? Value(IDocument page, string id) => page.QuerySelector("#" + id)!.GetAttribute("value");

    /// <summary>A sentence, and in the reader's language: no Persian letter for an English reader, and some for a Persian one.</summary>
    private static void Speaks(string language, string sentence)
    {
        var withoutTyped = sentence.Replace("ساختمان", "", StringComparison.Ordinal).Replace("سرویس آسانسور", "", StringComparison.Ordinal).Replace("لوازم مصرفی کارگاه", "", StringComparison.Ordinal);
        Assert.True(sentence.Trim().Length > 10, sentence);
        Assert.Equal(language == "fa", withoutTyped.Any(c => c is >= '\u0621' and <= '\u06CC'));
    }

    private static async Task<int> Purchases(WebSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<PurchaseRequest>().CountAsync();
    }
}
