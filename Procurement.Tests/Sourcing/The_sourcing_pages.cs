using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.Sourcing.DecideFinding;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Files;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

/// <summary>Sample ceiling of small deals: 4,000,000,000 rials.</summary>
public sealed class The_sourcing_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task An_approved_request_is_bought_through_its_pages_until_it_is_an_order(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var request = await app.Approved(await app.Line(50_000_000));
        await app.Supplier();

        using var head = site.Visit(site.Body.HeadOfProcurement);
        var asked = await head.Open($"/documents/{request.Value}");
        var opening = await head.Open(asked.QuerySelector("#source")!.GetAttribute("href")!);
        Assert.Contains("معامله کوچک", opening.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await head.Submit(opening.QuerySelector("main form"));
        var file = await OnlyFile(app);
        Assert.Equal($"/sourcing/files/{file.Id.Value}", head.Address);
        var excused = await head.Submit(Form(head, await head.Open($"/sourcing/files/{file.Id.Value}"), "Excuse"), ("Reason", "خرید جزئی روزمره"));
        Assert.Contains("خرید جزئی روزمره", excused.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        using var buyer = site.Visit(site.Body.Buyer);
        var work = await buyer.Open($"/sourcing/files/{file.Id.Value}");
        var noted = await buyer.Submit(
            Form(buyer, work, "Price"), ("Seller", "فروشگاه نمونه"), ("On", "۱۴۰۵/۰۸/۱۰"), ("Source", "Shop"), ("Lines[0].UnitPrice", "۹۰۰٬۰۰۰"));
        Assert.Contains("۹٬۰۰۰٬۰۰۰", noted.QuerySelector("#prices")!.TextContent, StringComparison.Ordinal);
        var drafting = await buyer.Open(noted.QuerySelector("#decide")!.GetAttribute("href")!);
        var draft = await buyer.Submit(drafting.QuerySelector("main form"), [.. await Result(app)]);
        var decision = (await app.File(file.Id)).DecisionId!.Value;
        Assert.Equal($"/documents/{decision.Value}", buyer.Address);
        await buyer.Submit(Form(buyer, draft, "Submit"), ("Proof", WebSite.Password));

        foreach (var signer in new[] { site.Body.HeadOfProcurement, site.Body.Controller }) await Sign(site, signer, decision);
        var inspector = (await app.Sheet(decision)).OpenStep!.PersonId!.Value;
        var ordered = await Sign(site, inspector, decision);

        Assert.Contains("سف-۱۲-۱۴۰۵-۰۰۰۰۱", ordered.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var paper = await buyer.Open($"/sourcing/orders/{decision.Value}/print");
        Assert.Contains("سف-۱۲-۱۴۰۵-۰۰۰۰۱", paper.QuerySelector(".letterhead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, paper.QuerySelectorAll(".signature:not(.signature-empty)").Length);
        var orders = await buyer.Open("/sourcing/orders");
        Assert.Contains("سف-۱۲-۱۴۰۵-۰۰۰۰۱", orders.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_medium_need_is_refused_a_small_purchase_with_the_article_and_what_was_typed_stays(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var request = await app.Approved(await app.Line(100_000_000_000), PurchaseDesk.Line(500_000_000, description: "دستگاه تراش"));
        using var head = site.Visit(site.Body.HeadOfProcurement);
        var opening = await head.Open($"/sourcing/files/new?request={request.Value}");

        var refused = await head.Submit(opening.QuerySelector("main form"), ("Method", "SmallPurchase"));

        Assert.Equal(HttpStatusCode.Conflict, head.Status);
        var rule = refused.QuerySelector(".refusal")!.TextContent;
        Assert.Contains("سه استعلام کتبی", rule, StringComparison.Ordinal);
        Assert.Contains("ماده ۱۱", rule, StringComparison.Ordinal);
        Assert.Equal("SmallPurchase", refused.QuerySelector("#Method option[selected]")!.GetAttribute("value"));

        await head.Submit(refused.QuerySelector("main form"), ("Method", "Quotes"));
        using var buyer = site.Visit(site.Body.Buyer);
        var page = await buyer.Open(head.Address);
        Assert.Contains("جدول مقایسه", page.QuerySelector("main .refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#decide"));
    }

    [EngineFact]
    public async Task The_buyer_sees_the_signals_and_the_finding_holds_the_signature_until_somebody_else_decides(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var budget = await app.Line(100_000_000_000);
        var line = PurchaseDesk.Line(250_000_000) with { ItemCode = await app.GoodsItem() };
        var request = await app.Approved(budget, line);
        var file = await app.ReadyFile(request, 2_500_000_000);
        await app.Submitted(line with { UnitEstimate = 200_000_000 });
        using var buyer = site.Visit(site.Body.Buyer);

        var signals = (await buyer.Open($"/sourcing/files/{file.Value}")).QuerySelector("#signals")!;
        Assert.Contains("۴٬۵۰۰٬۰۰۰٬۰۰۰", signals.TextContent, StringComparison.Ordinal);
        Assert.Contains("۴٬۰۰۰٬۰۰۰٬۰۰۰", signals.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, signals.QuerySelector(".signal")!.QuerySelectorAll("tbody tr").Length);

        PurchaseDesk.Done(await app.Decide(file, await app.Form(file, 250_000_000)));
        var decision = (await app.File(file)).DecisionId!.Value;
        using var head = site.Visit(site.Body.HeadOfProcurement);
        var held = await head.Submit(Form(head, await head.Open($"/documents/{decision.Value}"), "Sign"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Conflict, head.Status);
        Assert.Contains("تبصره ۳ ماده ۳", held.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);

        var finding = (await app.Look(db => db.Set<SplittingFinding>().SingleAsync(f => f.Verdict == null && f.At == ExaminedAt.Award))).Id;
        var own = await buyer.Open($"/sourcing/findings/{finding.Value}");
        Assert.Null(own.QuerySelector("main form"));
        using var official = site.Visit(site.Body.Official);
        var page = await official.Open($"/sourcing/findings/{finding.Value}");
        var unreasoned = await official.Submit(page.QuerySelector("main form"), ("Verdict", "SeparateDeals"), ("Reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, official.Status);
        Assert.NotNull(unreasoned.QuerySelector("#Reason-fault"));
        await official.Submit(unreasoned.QuerySelector("main form"), ("Verdict", "SeparateDeals"), ("Reason", "دو کارگاه در دو ساختمان"));
        Assert.Equal(HttpStatusCode.Redirect, official.Status);

        await Sign(site, site.Body.HeadOfProcurement, decision);
    }

    [EngineFact]
    public async Task Neither_the_buyer_nor_a_requester_decides_his_own_finding_by_posting_past_the_page(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        await app.Submitted(PurchaseDesk.Line(250_000_000) with { ItemCode = await app.GoodsItem() });
        await app.Submitted(PurchaseDesk.Line(200_000_000) with { ItemCode = await app.GoodsItem() });
        var finding = await app.Look(db => db.Set<SplittingFinding>().SingleAsync());

        foreach (var person in new[] { site.Body.Buyer, site.Body.Requester })
        {
            Assert.Equal("shared.not-permitted", (await app.As(person, new DecideFinding(finding.Id, SplittingVerdict.SeparateDeals, "خودم می‌دانم"))).Refusal.Code);
        }

        Assert.Null((await app.Look(db => db.Set<SplittingFinding>().SingleAsync())).Verdict);
    }

    [EngineFact]
    public async Task A_price_keeps_its_evidence_for_those_who_may_see_the_file(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var file = (await app.OpenFile(await app.Approved(await app.Line(50_000_000)))).Value;
        using var buyer = site.Visit(site.Body.Buyer);
        var form = Form(buyer, await buyer.Open($"/sourcing/files/{file.Value}"), "Price");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in WebVisitor.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)form).Where(f => f.Key is not ("Seller" or "On" or "Source" or "Lines[0].UnitPrice")))
            content.Add(new StringContent(value), name);
        foreach (var (name, value) in new[] { ("Seller", "فروشگاه نمونه"), ("On", "1405/08/10"), ("Source", "PriceList"), ("Lines[0].UnitPrice", "900000") }) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(CraftedFiles.Png), "Evidence", "فهرست.png");

        var page = await buyer.Post("?handler=Price", content);

        var link = page.QuerySelector("#prices a[href*=Evidence]")!;
        Assert.Equal("فهرست.png", link.TextContent);
        var sent = await buyer.Client.GetAsync(link.GetAttribute("href"));
        Assert.Equal(CraftedFiles.Png, await sent.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition!.DispositionType);
        using var stranger = site.Visit(site.Body.Stranger);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.GetAsync(link.GetAttribute("href"))).StatusCode);
    }

    [EngineFact]
    public async Task A_faulty_form_keeps_what_was_typed_and_a_rule_shows_its_article(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var file = await app.ReadyFile(await app.Approved(await app.Line(50_000_000)), 9_000_000);
        await app.Supplier();
        using var buyer = site.Visit(site.Body.Buyer);
        var form = await buyer.Open($"/sourcing/decisions/new?file={file.Value}");

        var unknown = await buyer.Submit(form.QuerySelector("main form"), [.. (await Result(app)).Where(f => f.Name != "Seller"), ("Seller", "کسی که نیست")]);
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        Assert.NotNull(unknown.QuerySelector("#Seller-fault"));
        Assert.Equal("۱۴۰۵/۷۷", unknown.QuerySelector("#InvoiceNumber")!.GetAttribute("value"));

        var unsealed = await buyer.Submit(unknown.QuerySelector("main form"), [.. (await Result(app)).Where(f => f.Name != "IsSealed"), ("IsSealed", "false")]);
        Assert.Equal(HttpStatusCode.Conflict, buyer.Status);
        Assert.Contains("فاکتور مشخص", unsealed.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("900000", unsealed.QuerySelector("#Lines_0__UnitPrice")!.GetAttribute("value"));
    }

    [EngineFact]
    public async Task Other_units_find_nothing_and_other_posts_are_not_let_in(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var request = await app.Approved(await app.Line(50_000_000));
        var file = (await app.OpenFile(request)).Value;
        using var requester = site.Visit(site.Body.Requester);
        using var buyer = site.Visit(site.Body.Buyer);
        using var centre = site.Visit(site.Body.CentreHead);

        await requester.Open("/sourcing");
        Assert.Equal(HttpStatusCode.Forbidden, requester.Status);
        await buyer.Open($"/sourcing/files/new?request={request.Value}");
        Assert.Equal(HttpStatusCode.Forbidden, buyer.Status);
        await centre.Open($"/sourcing/files/{file.Value}");
        Assert.Equal(HttpStatusCode.NotFound, centre.Status);
        Assert.Empty((await centre.Open("/sourcing/files")).QuerySelectorAll("tbody tr"));
        Assert.Single((await buyer.Open("/sourcing/files?State=Open&Class=Small&Mine=true")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await buyer.Open("/sourcing/files?Class=Large")).QuerySelectorAll("tbody tr"));
    }

    [EngineFact]
    public async Task An_imprest_purchase_enters_the_buyers_own_book(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var file = await app.ReadyFile(await app.Approved(await app.Line(50_000_000)), 9_000_000);
        await app.Awarded(file, await app.Form(file, 900_000) with { Payment = PaymentWay.Imprest });
        using var buyer = site.Visit(site.Body.Buyer);

        var page = await buyer.Open("/sourcing/imprest");

        Assert.Contains("۹٬۰۰۰٬۰۰۰", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("۹۹۱٬۰۰۰٬۰۰۰", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What the buyer types of a plain purchase at 900,000 rials a piece.</summary>
    private static async Task<IReadOnlyList<(string Name, string Value)>> Result(TestApp app)
    {
        var supplier = await app.Supplier();
        var identifier = await app.Look(db => db.Set<Domain.Catalogue.Supplier>().Where(s => s.Id == supplier).Select(s => s.LegalId).SingleAsync());
        return
        [
            ("Seller", identifier!.ToString()!), ("Lines[0].Quantity", "۱۰"), ("Lines[0].UnitPrice", "900000"), ("InvoiceKind", "Proforma"), ("InvoiceNumber", "۱۴۰۵/۷۷"),
            ("InvoiceDate", "۱۴۰۵/۰۸/۱۰"), ("InvoiceTotal", "۹٬۰۰۰٬۰۰۰"), ("IsItemised", "true"), ("IsSealed", "true"), ("DeliverBy", "۱۴۰۵/۰۹/۰۱"), ("Payment", "Voucher"),
        ];
    }

    private static async Task<IDocument> Sign(WebSite site, PersonId signer, DocumentId document)
    {
        using var visitor = site.Visit(signer);
        var page = await visitor.Submit(Form(visitor, await visitor.Open($"/documents/{document.Value}"), "Sign"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        return page;
    }

    private static IElement Form(WebVisitor visitor, IDocument page, string handler) =>
        page.QuerySelector($"form[action='?handler={handler}']") ?? throw new InvalidOperationException($"No form for {handler} on {visitor.Address}.");

    private static Task<SourcingFile> OnlyFile(TestApp app) => app.Look(db => db.Set<SourcingFile>().AsSplitQuery().SingleAsync());

    private async Task<WebSite> Start(DatabaseEngine engine)
    {
        var site = await WebSite.On(await databases.Fresh(engine));
        await TestApp.Behind(site).WithSettings();
        return site;
    }
}
