using System.Net;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class The_inbox_page(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Shows_what_waits_for_the_reader_with_its_number_and_who_comes_next(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);

        var page = await manager.Open("/");

        var row = page.QuerySelector("[data-inbox] tbody tr")!;
        Assert.Contains("دک-۱۲-۱۴۰۵-۰۰۰۰۱", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("انباردار", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("۱ سند منتظر امضای شماست", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Offers_to_pick_only_what_the_reader_has_opened(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Submitted(site.Body.Requester);
        var seen = await site.Submitted(site.Body.Requester);
        await site.As(site.Body.Manager, new ReadDocument(seen));
        using var manager = site.Visit(site.Body.Manager);

        var page = await manager.Open("/inbox");

        var boxes = page.QuerySelectorAll("[name=selected]");
        Assert.Equal(2, boxes.Length);
        var open = Assert.Single(boxes, b => !b.HasAttribute("disabled"));
        Assert.StartsWith(seen.Value.ToString("N"), open.GetAttribute("value"), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Signs_the_picked_ones_and_tells_which_one_was_not(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var (first, second) = (await site.Submitted(site.Body.Requester), await site.Submitted(site.Body.Requester));
        foreach (var id in new[] { first, second }) await site.As(site.Body.Manager, new ReadDocument(id));
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open("/inbox");
        var picks = page.QuerySelectorAll("[name=selected]").Select(b => b.GetAttribute("value")!).ToList();
        var stale = picks.Single(p => p.StartsWith(second.Value.ToString("N"), StringComparison.Ordinal));

        var after = await manager.Submit(
            page.QuerySelector("form.inbox-form"), ("selected", picks.Single(p => p != stale)), ("selected", stale + "0"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, manager.Status);
        var outcome = after.QuerySelector(".confirmation")!.TextContent;
        Assert.Contains("۱ سند امضا شد و ۱ سند نشد", outcome, StringComparison.Ordinal);
        Assert.Contains("هنوز باز نشده است", outcome, StringComparison.Ordinal);
        Assert.Equal(StepState.Signed, (await site.Sheet(first)).CurrentSteps.ElementAt(1).State);
        Assert.Equal(StepState.Open, (await site.Sheet(second)).CurrentSteps.ElementAt(1).State);
    }

    [EngineFact]
    public async Task A_wrong_password_signs_nothing_and_keeps_what_was_picked(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        await site.As(site.Body.Manager, new ReadDocument(id));
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open("/inbox");
        var pick = page.QuerySelector("[name=selected]")!.GetAttribute("value")!;

        var after = await manager.Submit(page.QuerySelector("form.inbox-form"), ("selected", pick), ("Proof", "چیز دیگر"));

        Assert.Equal(HttpStatusCode.Conflict, manager.Status);
        Assert.NotNull(after.QuerySelector("[name=selected][checked]"));
        Assert.Contains("گذرواژه", after.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(StepState.Open, (await site.Sheet(id)).CurrentSteps.ElementAt(1).State);
    }

    [EngineFact]
    public async Task Refuses_a_form_that_did_not_come_from_its_own_page(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("selected", $"{id.Value:N}:4"), KeyValuePair.Create("Proof", WebSite.Password)]);

        await manager.Post("/inbox?handler=Sign", forged);

        Assert.Equal(HttpStatusCode.BadRequest, manager.Status);
        Assert.Equal(StepState.Open, (await site.Sheet(id)).CurrentSteps.ElementAt(1).State);
    }

    [EngineFact]
    public async Task Writes_hostile_text_as_text(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Submitted(site.Body.Requester, "<script>alert(1)</script>\" onload=\"x");
        using var manager = site.Visit(site.Body.Manager);

        var page = await manager.Open("/inbox");

        Assert.Contains("<script>alert(1)</script>\" onload=\"x", page.QuerySelector(".subject")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [EngineFact]
    public async Task What_one_sent_is_followed_with_its_present_holder(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Submitted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);

        var page = await requester.Open("/inbox/sent");

        var row = page.QuerySelector("[data-inbox] tbody tr")!;
        Assert.Contains("در مسیر امضا", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("مدیر واحد", row.TextContent, StringComparison.Ordinal);
    }
}
