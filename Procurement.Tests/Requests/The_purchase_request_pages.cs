using System.Net;
using AngleSharp.Dom;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class The_purchase_request_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string NewPage = "/requests/purchase-requests/new";

    [EngineFact]
    public async Task What_a_store_lacked_is_bought_from_the_goods_request_to_the_reserved_credit_by_every_signer(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.SpecifiedStock();
        var budget = await site.BudgetLine(50_000_000);
        var goods = await PartlyAvailable(site);
        using var requester = site.Visit(site.Body.Requester);

        var document = await requester.Open($"/documents/{goods.Value}");
        var form = await requester.Open(document.QuerySelector("#buy")!.GetAttribute("href")!);
        Assert.Equal(("W-100", "۲"), (Value(form, "Lines_0__Item"), Value(form, "Lines_0__Quantity")));
        var specify = await requester.Submit(Form(form), ("Origin", "Iranian"), ("Lines[0].Estimate", "۱٬۵۰۰٬۰۰۰"), ("Lines[0].Basis", "MarketInquiry"));
        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        var drafted = await requester.Submit(
            Form(specify), ("Answers[0].Min", "۳٫۲"), ("Answers[0].Max", "۳٫۲"), ("Answers[1].Value", "روتیلی"), ("Answers[2].Value", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        Assert.Contains("میلی‌متر", drafted.QuerySelector(".specification")!.TextContent, StringComparison.Ordinal);
        var id = Shown(requester);
        await requester.Submit(Act(drafted, "Submit"), ("Proof", WebSite.Password));
        await Sign(site, site.Body.Manager, id);
        using (var keeper = site.Visit(site.Body.Keeper))
        {
            await keeper.Submit((await keeper.Open($"/documents/{id.Value}")).QuerySelector("#contribution form"), ("Proof", WebSite.Password));
            Assert.Equal(HttpStatusCode.Redirect, keeper.Status);
        }

        await Sign(site, site.Body.HeadOfProcurement, id);
        await Sign(site, site.Body.Official, id);
        using (var controller = site.Visit(site.Body.Controller))
        {
            var page = await controller.Open($"/documents/{id.Value}");
            Assert.Contains("۵۰٬۰۰۰٬۰۰۰", page.QuerySelector("#contribution")!.TextContent, StringComparison.Ordinal);
            await controller.Submit(page.QuerySelector("#contribution form"), ("Credits[0].Amount", "۳٬۱۰۰٬۰۰۰"), ("Proof", WebSite.Password));
            Assert.Equal(HttpStatusCode.Redirect, controller.Status);
        }

        await Sign(site, (await site.Purchase(id)).SignOff.OpenStep!.PersonId!.Value, id);
        Assert.Equal(DocumentState.InEffect, (await site.Purchase(id)).SignOff.State);
        var credit = await site.CreditOf(budget);
        Assert.Equal((46_900_000, 3_100_000), (credit.Free.Amount, credit.Reserved.Amount));
        var print = await requester.Open($"/documents/{id.Value}/print");
        Assert.Contains("قطر: ۳٫۲ میلی‌متر (اندازه‌گیری)", print.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, print.QuerySelectorAll(".signature").Length);
    }

    [EngineFact]
    public async Task The_same_shortage_is_not_bought_twice(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.SpecifiedStock();
        var goods = await PartlyAvailable(site);
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open($"{NewPage}?from={goods.Value}");

        var more = await requester.Submit(Form(form), ("Origin", "Any"), ("Lines[0].Quantity", "3"), ("Lines[0].Basis", "PriceList"));
        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Assert.Contains("۲ هنوز خواسته نشده", more.QuerySelector("#Lines_0__Quantity-fault")!.TextContent, StringComparison.Ordinal);
        await requester.Submit(Form(more), ("Lines[0].Quantity", "2"));
        Assert.Equal(HttpStatusCode.Redirect, requester.Status);

        var again = await requester.Open($"{NewPage}?from={goods.Value}");
        Assert.Null(again.QuerySelector("#Lines_0__Item"));
        Assert.NotNull(again.QuerySelector("main a[href^='/documents/']"));
    }

    [EngineFact]
    public async Task A_fault_stands_beside_its_field_and_everything_typed_comes_back(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.SpecifiedStock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open(NewPage);

        var page = await requester.Submit(
            Form(form), ("Purpose", "کارگاه <b>"), ("DeliveryPlace", "انبار"), ("NeededBy", "1405/09/15"), ("Origin", "Foreign"), ("Urgency", "Safety"),
            ("Lines[1].Item", "W-100"), ("Lines[1].Quantity", "۰"), ("Lines[1].Estimate", "۱۰۰۰"), ("Lines[1].Basis", "PriceList"), ("Lines[1].Specification", "قطر: ۹"));

        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Assert.Equal("کارگاه <b>", page.QuerySelector("#Purpose")!.TextContent.Trim());
        Assert.Equal(("W-100", "۰"), (Value(page, "Lines_1__Item"), Value(page, "Lines_1__Quantity")));
        Assert.Equal("قطر: ۹", page.QuerySelector("#Lines_1__Specification")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("#OriginReason-fault"));
        Assert.NotNull(page.QuerySelector("#Lines_1__Specification-fault"));
    }

    [EngineFact]
    public async Task A_quantity_of_nothing_is_refused_at_its_cell(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var requester = site.Visit(site.Body.Requester);

        var page = await requester.Submit(Form(await requester.Open(NewPage)), [.. Head(), .. Free(0, quantity: "۰")]);

        Assert.Equal(HttpStatusCode.BadRequest, requester.Status);
        Assert.Contains("صفر", page.QuerySelector("#Lines_0__Quantity-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("۰", Value(page, "Lines_0__Quantity"));
    }

    [EngineFact]
    public async Task Two_hundred_lines_are_saved_and_one_more_is_refused_with_all_of_them_kept(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        using var requester = site.Visit(site.Body.Requester);
        var lines = Enumerable.Range(0, 201).SelectMany(i => Free(i)).ToArray();

        var refused = await requester.Submit(Form(await requester.Open(NewPage)), [.. Head(), .. lines]);
        Assert.Equal(HttpStatusCode.BadRequest, requester.Status);
        Assert.Contains("۲۰۰", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("قلم ۲۰۰", Value(refused, "Lines_200__Item"));
        await requester.Submit(Form(await requester.Open(NewPage)), [.. Head(), .. lines.Take(lines.Length - Free(0).Length)]);

        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        Assert.Equal(200, (await site.Purchase(Shown(requester))).Lines.Count);
    }

    [EngineFact]
    public async Task A_line_without_its_specification_keeps_the_request_with_its_requester(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.DraftedPurchase(PurchasesOnSite.Service(specification: null));
        using var requester = site.Visit(site.Body.Requester);
        var page = await requester.Open($"/documents/{id.Value}");

        var refused = await requester.Submit(Act(page, "Submit"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Assert.Contains("سطر ۱ مشخصات فنی کامل ندارد", refused.Body!.TextContent, StringComparison.Ordinal);
        var line = await requester.Open(refused.QuerySelector("#specify")!.GetAttribute("href")!);
        var half = await requester.Submit(Form(line), ("Rows[0].Name", "دوره"), ("Rows[1].Name", "مدت"), ("Rows[1].Value", "یک سال"));
        Assert.Equal("دوره", Value(half, "Rows_0__Name"));
        await requester.Submit(Form(half), ("Rows[0].Value", "ماهانه؛ شامل قطعه"));
        Assert.Equal(HttpStatusCode.Redirect, requester.Status);

        Assert.Equal(["ماهانه؛ شامل قطعه", "یک سال"], (await site.Purchase(id)).Lines[0].Specification!.Attributes.OrderBy(a => a.Place).Select(a => a.Value));
        var edit = await requester.Open($"/requests/purchase-requests/{id.Value}/edit");
        await requester.Submit(Form(edit), ("Purpose", "کاری دیگر"));
        Assert.Equal("ماهانه؛ شامل قطعه", (await site.Purchase(id)).Lines[0].Specification!.Attributes.OrderBy(a => a.Place).First().Value);
    }

    [EngineFact]
    public async Task An_answer_outside_the_template_is_refused_beside_its_attribute(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.SpecifiedStock();
        var id = await site.DraftedPurchase(PurchasesOnSite.Service() with { ItemCode = "W-100", Specification = null });
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open($"/requests/purchase-requests/{id.Value}/lines/1");

        var page = await requester.Submit(Form(form), ("Answers[0].Min", "۹"), ("Answers[0].Max", "۹"), ("Answers[2].Value", "yes"), ("Brand", "آما"));

        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Assert.NotNull(page.QuerySelector("#Answers_0__Min-fault"));
        Assert.NotNull(page.QuerySelector("#Answers_1__Value-fault"));
        Assert.NotNull(page.QuerySelector("#BrandReason-fault"));
        Assert.Equal("۹", Value(page, "Answers_0__Min"));
    }

    [EngineFact]
    public async Task An_amount_above_the_line_is_refused_with_its_sentence_and_what_was_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var budget = await site.BudgetLine(12_000_000);
        var id = await site.PurchaseBeforeTheController();
        using var controller = site.Visit(site.Body.Controller);
        var page = await controller.Open($"/documents/{id.Value}");

        var refused = await controller.Submit(page.QuerySelector("#contribution form"), ("Credits[0].Amount", "۱۲٬۰۰۰٬۰۰۱"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, controller.Status);
        Assert.Contains("اکنون ۱۲٬۰۰۰٬۰۰۰ ریال آزاد است", refused.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ماده ۱۸", refused.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("۱۲٬۰۰۰٬۰۰۱", Value(refused, "Credits_0__Amount"));
        Assert.Equal(budget.Value.ToString(), refused.QuerySelector("#Credits_0__BudgetLine option[selected]")!.GetAttribute("value"));
        Assert.Equal(Capacity.FinanceController, (await site.Purchase(id)).SignOff.OpenStep!.Capacity);

        var below = await controller.Submit(refused.QuerySelector(".contribution form"), ("Credits[0].Amount", "۹٬۰۰۰"), ("Proof", WebSite.Password));
        Assert.NotNull(below.QuerySelector("#Credits_0__Amount-fault"));
    }

    [EngineFact]
    public async Task What_changed_names_the_budget_line_by_code_and_title(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.BudgetLine(50_000_000);
        var id = await site.DraftedPurchase();
        Assert.True((await site.As(site.Body.Requester, new SubmitDocument(id, (await site.Purchase(id)).SignOff.ContentVersion, null))).Succeeded);
        using var manager = site.Visit(site.Body.Manager);
        var before = await manager.Open($"/documents/{id.Value}");
        foreach (var signer in new[] { site.Body.Manager, site.Body.HeadOfProcurement, site.Body.Official }) await Sign(site, signer, id);
        using (var controller = site.Visit(site.Body.Controller))
            await controller.Submit((await controller.Open($"/documents/{id.Value}")).QuerySelector("#contribution form"), ("Proof", WebSite.Password));

        var late = await manager.Submit(Act(before, "Sign"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, manager.Status);
        var changed = late.QuerySelector(".what-changed")!.TextContent;
        Assert.Contains("۱۰۱ · لوازم مصرفی کارگاه", changed, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_keeper_gives_goods_in_free_words_a_code_beside_their_line(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var stock = await site.SpecifiedStock();
        using var requester = site.Visit(site.Body.Requester);
        await requester.Submit(
            Form(await requester.Open(NewPage)),
            [.. Head(), ("Store", stock.Store.Value.ToString()), .. Free(0), .. Free(1, kind: "Goods"), ("Lines[0].Specification", "دوره: سالانه"), ("Lines[1].Specification", "رنگ: آبی")]);
        var id = Shown(requester);
        await requester.Submit(Act(await requester.Open($"/documents/{id.Value}"), "Submit"), ("Proof", WebSite.Password));
        await Sign(site, site.Body.Manager, id);
        using var keeper = site.Visit(site.Body.Keeper);
        var form = (await keeper.Open($"/documents/{id.Value}")).QuerySelector("#contribution form");

        var refused = await keeper.Submit(form, ("Proof", WebSite.Password));
        Assert.NotNull(refused.QuerySelector("#Items_0__Code-fault"));
        await keeper.Submit(refused.QuerySelector(".contribution form"), ("Items[0].Code", "w-۲۰۰"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, keeper.Status);
        Assert.Equal(stock.Mask, (await site.Purchase(id)).Lines.Single(l => l.Order == 2).Item);
    }

    [EngineFact]
    public async Task Neither_a_stranger_nor_the_wrong_signer_gets_at_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.BudgetLine(50_000_000);
        var id = await site.PurchaseBeforeTheController();
        using var stranger = site.Visit(site.Body.Stranger);
        using var buyer = site.Visit(site.Body.Buyer);

        foreach (var address in new[] { $"/documents/{id.Value}", $"/requests/purchase-requests/{id.Value}/credit", $"/requests/purchase-requests/{id.Value}/lines/1" })
        {
            await stranger.Open(address);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }

        Assert.Empty((await stranger.Open("/requests/purchases")).QuerySelectorAll("[data-inbox] tbody tr"));
        Assert.Null((await buyer.Open($"/documents/{id.Value}")).QuerySelector("#contribution"));
        await buyer.Open($"/requests/purchase-requests/{id.Value}/credit");
        Assert.Equal(HttpStatusCode.Redirect, buyer.Status);
    }

    [EngineFact]
    public async Task The_list_tells_what_is_urgent_and_finds_by_number(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.PurchaseBeforeTheController();
        using var requester = site.Visit(site.Body.Requester);
        await requester.Submit(Form(await requester.Open(NewPage)), [.. Head(), ("Urgency", "ServiceStopped"), ("UrgencyNote", "آسانسور ایستاده"), .. Free(0)]);

        Assert.Equal(2, (await requester.Open("/requests/purchases")).QuerySelectorAll("[data-inbox] tbody tr").Length);
        Assert.Single((await requester.Open("/requests/purchases?Urgent=true")).QuerySelectorAll("[data-inbox] tbody tr"));
        Assert.Single((await requester.Open("/requests/purchases?Text=دخ-۱۲-۱۴۰۵-۱")).QuerySelectorAll("[data-inbox] tbody tr"));
        Assert.Single((await requester.Open("/requests/purchases?State=InRoute")).QuerySelectorAll("[data-inbox] tbody tr"));
        await requester.Open("/requests?Kind=purchase-request");
        Assert.Equal("/requests/purchases", requester.Last.Headers.Location!.ToString());
    }

    private static (string, string)[] Head() => [("Purpose", "ساختمان"), ("DeliveryPlace", "مرکز"), ("NeededBy", "1405/09/15"), ("Origin", "Any")];

    private static (string, string)[] Free(int line, string quantity = "1", string kind = "Service") =>
    [
        ($"Lines[{line}].Item", $"قلم {new string([.. line.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + '۰'))])}"),
        ($"Lines[{line}].Kind", kind), ($"Lines[{line}].Quantity", quantity), ($"Lines[{line}].Unit", "نوبت"), ($"Lines[{line}].Estimate", "1000"), ($"Lines[{line}].Basis", "PriceList"),
    ];

    private static IElement? Form(IDocument page) => page.QuerySelector("main form[method=post]");

    private static IElement? Act(IDocument page, string handler) => page.QuerySelectorAll("form").FirstOrDefault(f => f.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.Ordinal) == true);

    /// <summary>The document whose page, or whose line's page, is shown.</summary>
    private static DocumentId Shown(WebVisitor visitor) => new(visitor.Address.Split('/').Select(p => Guid.TryParse(p, out var id) ? id : default).First(id => id != default));

    private static string? Value(IDocument page, string id) => page.QuerySelector("#" + id)!.GetAttribute("value");

    /// <summary>Three electrodes were asked for, one is there.</summary>
    private static async Task<DocumentId> PartlyAvailable(WebSite site)
    {
        var id = await site.Submitted(site.Body.Requester);
        await Sign(site, site.Body.Manager, id);
        var request = await site.GoodsRequest(id);
        var answered = await site.As(site.Body.Keeper, new AnswerGoodsRequest(id, request.SignOff.ContentVersion, [new(request.Lines[0].Id, 1)], null));
        Assert.True(answered.Succeeded, answered.Succeeded ? "" : answered.Refusal.ToString());
        return id;
    }

    private static async Task Sign(WebSite site, PersonId person, DocumentId id)
    {
        using var signer = site.Visit(person);
        await signer.Submit(Act(await signer.Open($"/documents/{id.Value}"), "Sign"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, signer.Status);
    }
}
