using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Contracts;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Sourcing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Contracts;

public sealed class The_contract_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task An_award_with_terms_is_contracted_with_its_schedule_until_the_official_commits_it(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var budget = await app.Line(50_000_000);
        var award = await Award(app, budget);
        using var head = site.Visit(site.Body.HeadOfProcurement);
        var waiting = await head.Open("/contracts");
        Assert.Contains(award.Value.ToString(), waiting.QuerySelector("#awaiting + div a")!.GetAttribute("href")!, StringComparison.Ordinal);

        var decided = await head.Open($"/documents/{award.Value}");
        var form = await head.Open(decided.QuerySelector("#contract")!.GetAttribute("href")!);
        var draft = await head.Submit(
            form.QuerySelector("main form"), ("Subject", "خرید کاغذ سال"), ("StartsOn", "۱۴۰۵/۰۸/۱۰"), ("EndsOn", "۱۴۰۵/۱۰/۱۰"), ("GuaranteeClause", "ضمانت‌نامه بانکی"),
            ("DailyPenaltyPercent", "۰٫۱"), ("Schedule[0].Line", "1"), ("Schedule[0].Quantity", "۴"), ("Schedule[0].DueOn", "۱۴۰۵/۰۹/۰۱"), ("Schedule[2].Line", "1"),
            ("Schedule[2].Quantity", "۶"), ("Schedule[2].DueOn", "۱۴۰۵/۱۰/۰۱"));

        Assert.Equal(HttpStatusCode.Redirect, head.Status);
        Assert.Equal(2, draft.QuerySelectorAll("#schedule + .table-box tbody tr").Length);
        var contract = await app.Look(db => db.Set<Contract>().Select(c => c.Id).SingleAsync());
        await head.Submit(Form(draft, "Submit"), ("Proof", WebSite.Password));
        await Sign(site, site.Body.Controller, contract);
        await Sign(site, (await app.Sheet(contract)).OpenStep!.PersonId!.Value, contract);
        var committed = await Sign(site, site.Body.Official, contract);

        Assert.Contains("نافذ", committed.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9_000_000, (await app.Credit(budget)).Committed.Amount);
        Assert.Null((await head.Open($"/documents/{award.Value}")).QuerySelector("#contract"));
        Assert.Null((await head.Open("/contracts")).QuerySelector("#awaiting"));
        Assert.Equal(4, (await head.Open($"/documents/{contract.Value}/print")).QuerySelectorAll(".signature:not(.signature-empty)").Length);
    }

    [EngineFact]
    public async Task A_faulty_instalment_is_marked_where_it_stands_and_a_draft_is_edited_whole(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var award = await Award(app, await app.Line(50_000_000));
        using var head = site.Visit(site.Body.HeadOfProcurement);
        var form = await head.Open($"/contracts/new?decision={award.Value}");

        var outside = await head.Submit(
            form.QuerySelector("main form"), ("Subject", "خرید"), ("EndsOn", "۱۴۰۵/۱۰/۱۰"), ("GuaranteeClause", "سفته"), ("Schedule[1].Line", "1"), ("Schedule[1].Quantity", "10"),
            ("Schedule[1].DueOn", "۱۴۰۶/۰۱/۰۱"));
        Assert.Equal(HttpStatusCode.Conflict, head.Status);
        Assert.NotNull(outside.QuerySelector("#Schedule_1__DueOn-fault"));
        Assert.Equal("سفته", outside.QuerySelector("#GuaranteeClause")!.TextContent.Trim());

        await head.Submit(outside.QuerySelector("main form"), ("Schedule[1].DueOn", "۱۴۰۵/۱۰/۰۵"));
        var contract = await app.Look(db => db.Set<Contract>().Select(c => c.Id).SingleAsync());
        using var other = site.Visit(site.Body.HeadOfProcurement);
        var early = await other.Open($"/contracts/{contract.Value}/edit");
        var editing = await head.Open($"/contracts/{contract.Value}/edit");
        await head.Submit(editing.QuerySelector("main form"), ("Subject", "خرید کاغذ"));
        Assert.Equal(HttpStatusCode.Redirect, head.Status);
        Assert.Equal("خرید کاغذ", await app.Look(db => db.Set<Contract>().Select(c => c.Subject).SingleAsync()));
        await other.Submit(early.QuerySelector("main form"), ("Subject", "از صفحه کهنه"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [EngineFact]
    public async Task Only_the_head_of_procurement_drafts_and_a_foreign_unit_finds_no_award(DatabaseEngine engine)
    {
        await using var site = await Start(engine);
        var app = TestApp.Behind(site);
        var award = await Award(app, await app.Line(50_000_000));
        using var buyer = site.Visit(site.Body.Buyer);
        using var stranger = site.Visit(site.Body.Stranger);

        await buyer.Open($"/contracts/new?decision={award.Value}");
        Assert.Equal(HttpStatusCode.Forbidden, buyer.Status);
        await stranger.Open("/contracts");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        await stranger.Open($"/documents/{award.Value}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private static async Task<DocumentId> Award(TestApp app, Domain.Budget.BudgetLineId budget)
    {
        var file = await app.ReadyFile(await app.Approved(budget), 9_000_000);
        return await app.Awarded(file, await app.Form(file, 900_000) with { HasGuarantee = true, HasSchedule = true });
    }

    private static async Task<IDocument> Sign(WebSite site, PersonId signer, DocumentId document)
    {
        using var visitor = site.Visit(signer);
        var page = await visitor.Submit(Form(await visitor.Open($"/documents/{document.Value}"), "Sign"), ("Proof", WebSite.Password));
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        return page;
    }

    private static IElement Form(IDocument page, string handler) => page.QuerySelector($"form[action='?handler={handler}']")!;

    private async Task<WebSite> Start(DatabaseEngine engine)
    {
        var site = await WebSite.On(await databases.Fresh(engine));
        await TestApp.Behind(site).WithSettings();
        return site;
    }
}
