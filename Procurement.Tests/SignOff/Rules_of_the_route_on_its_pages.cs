using System.Net;
using AngleSharp.Dom;
using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.EndAppointment;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Requests;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

/// <summary>What documents 3.2 to 3.4 promise, as the people on the route meet it.</summary>
public sealed class Rules_of_the_route_on_its_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task One_person_due_on_two_steps_signs_once_and_the_signature_lists_both_capacities(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        var procurement = body.Posts.Single(p => p.Capacity == Capacity.HeadOfProcurement);
        Done(await site.As(body.Administrator, new EndAppointment(procurement.Id, procurement.Appointments[0].Id, TehranTime.Today(site.Clock).AddDays(-1))));
        await Appoint(site, procurement.Id, body.Manager);
        var id = await site.DraftedPurchase();
        await Act(site, body.Requester, id, "Submit");

        await Act(site, body.Manager, id, "Sign");

        using var manager = site.Visit(body.Manager);
        var page = await manager.Open($"/documents/{id.Value}");
        var sheet = (await site.Purchase(id)).SignOff;
        Assert.Equal($"{(int)Capacity.UnitManager},{(int)Capacity.HeadOfProcurement}", Assert.Single(sheet.Signatures, s => s.PersonId == body.Manager).Capacities);
        Assert.Equal(Capacity.AuthorisedOfficial, sheet.OpenStep!.Capacity);
        var route = page.QuerySelector(".route")!.TextContent;
        Assert.Equal(2, route.Split("مدیر نمونه").Length - 1);
        Assert.Contains("مدیر واحد", route, StringComparison.Ordinal);
        Assert.Contains("تدارکات", route, StringComparison.Ordinal);
        Assert.Null(Form(page, "Sign"));
    }

    [EngineFact]
    public async Task A_head_who_asks_for_goods_himself_is_approved_one_unit_up(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        var above = await site.As(body.Administrator, new EstablishPost(Capacity.UnitManager, body.Province.Id, true));
        await Appoint(site, above.Value, body.Accountant);
        var id = await site.Drafted(body.CentreHead);

        var sent = await Act(site, body.CentreHead, id, "Submit");

        Assert.Contains("حسابدار نمونه", sent.QuerySelector(".confirmation")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Form(sent, "Sign"));
        await Act(site, body.Accountant, id, "Sign");
        Assert.Equal([body.CentreHead, body.Accountant], (await site.Sheet(id)).Signatures.OrderBy(s => s.At).Select(s => s.PersonId));
    }

    [EngineFact]
    public async Task With_nobody_above_him_the_submit_is_refused_by_the_name_of_the_post_to_fill_and_his_draft_stays_as_it_was(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.CentreHead);
        var before = await site.Sheet(id);

        foreach (var (language, post, unit) in new[] { ("fa", "مدیر واحد", "مرکز نمونه"), ("en", "Unit manager", "مرکز نمونه") })
        {
            using var head = site.Visit(site.Body.CentreHead, language);
            var refused = await head.Submit(Form(await head.Open($"/documents/{id.Value}"), "Submit"), ("Proof", WebSite.Password));

            Assert.Equal(HttpStatusCode.Conflict, head.Status);
            var told = refused.QuerySelector(".refusal")!.TextContent;
            Assert.Contains(post, told, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(unit, told, StringComparison.Ordinal);
            Assert.NotNull(Form(refused, "Submit"));
        }

        var after = await site.Sheet(id);
        Assert.Equal((before.State, before.ContentVersion, before.NumberSerial, 0), (after.State, after.ContentVersion, after.NumberSerial, after.Signatures.Count));
    }

    [EngineFact]
    public async Task Of_two_holders_with_the_same_page_open_one_signs_and_the_other_is_told(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var body = site.Body;
        await Appoint(site, body.Posts.Single(p => p.Capacity == Capacity.UnitManager && p.UnitId == body.Province.Id).Id, body.Accountant);
        foreach (var language in new[] { "fa", "en" })
        {
            var id = await site.Submitted(body.Requester);
            using var one = site.Visit(body.Manager, language);
            using var other = site.Visit(body.Accountant, language);
            var (mine, his) = (await one.Open($"/documents/{id.Value}"), await other.Open($"/documents/{id.Value}"));

            var pages = await Task.WhenAll(
                Task.Run(() => one.Submit(Form(mine, "Sign"), ("Proof", WebSite.Password))), Task.Run(() => other.Submit(Form(his, "Sign"), ("Proof", WebSite.Password))));

            var (lost, told) = one.Status == HttpStatusCode.Redirect ? (other, pages[1]) : (one, pages[0]);
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Forbidden], new[] { one.Status, other.Status }.Order());
            Assert.Equal(HttpStatusCode.Forbidden, lost.Status);
            Assert.NotNull(told.QuerySelector(".refusal"));
            Assert.Equal(2, (await site.Sheet(id)).Signatures.Count);
        }
    }

    private static IElement? Form(IDocument page, string handler) => page.QuerySelector($"form[action='?handler={handler}']");

    private static async Task<IDocument> Act(WebSite site, PersonId person, DocumentId id, string handler)
    {
        using var visitor = site.Visit(person);
        var after = await visitor.Submit(Form(await visitor.Open($"/documents/{id.Value}"), handler), ("Proof", WebSite.Password));
        Assert.True(visitor.Status == HttpStatusCode.Redirect, $"{handler}: {visitor.Status} {after.QuerySelector(".refusal, .error-summary")?.TextContent}");
        return after;
    }

    private static async Task Appoint(WebSite site, PostId post, PersonId person) => Done((await site.As(
        site.Body.Administrator, new AppointToPost(post, person, "۱۰۱", new(2026, 3, 21), new(2026, 3, 21), null, false))).Plain());

    private static void Done(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());
}
