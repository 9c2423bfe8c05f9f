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

        var page = await manager.Open("/inbox?listOnly=true");

        var boxes = page.QuerySelectorAll("[name=selected]");
        Assert.Equal(2, boxes.Length);
        var open = Assert.Single(boxes, b => !b.HasAttribute("disabled"));
        Assert.StartsWith(seen.Value.ToString("N"), open.GetAttribute("value"), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_first_document_stands_open_beside_the_list_and_has_then_been_seen(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var (first, second) = (await site.Submitted(site.Body.Requester, "نخست"), await site.Submitted(site.Body.Requester));
        using var manager = site.Visit(site.Body.Manager);

        var page = await manager.Open("/inbox");

        Assert.Equal(first.Value.ToString(), page.QuerySelector(".reading")!.GetAttribute("data-document"));
        Assert.Contains("نخست", page.QuerySelector(".reading")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[name=selected]"));

        var other = await manager.Open(page.QuerySelector($"tr[data-href$='{second.Value}'] a.row-link")!.GetAttribute("href")!);
        Assert.Equal(second.Value.ToString(), other.QuerySelector(".reading")!.GetAttribute("data-document"));
        Assert.Equal(2, other.QuerySelectorAll("[name=selected]:not([disabled])").Length);
    }

    [EngineFact]
    public async Task A_signature_beside_the_list_leads_to_the_next_document_and_after_the_last_one_to_what_was_signed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var (first, second) = (await site.Submitted(site.Body.Requester), await site.Submitted(site.Body.Requester));
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open("/inbox");

        var next = await manager.Submit(page.QuerySelector(".reading #sign form"), ("Proof", WebSite.Password));

        Assert.Contains("امضا شد", next.QuerySelector(".confirmation")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/documents/{first.Value}", next.QuerySelector(".confirmation a")!.GetAttribute("href"));
        Assert.Equal(second.Value.ToString(), next.QuerySelector(".reading")!.GetAttribute("data-document"));

        // The password was typed a moment ago; the same kind does not ask for it again.
        var last = await manager.Submit(next.QuerySelector(".reading #sign form"));

        Assert.Equal($"/documents/{second.Value}", manager.Address);
        Assert.Equal("/inbox", last.QuerySelector(".confirmation a")!.GetAttribute("href"));
        Assert.Equal(StepState.Signed, (await site.Sheet(first)).CurrentSteps.ElementAt(1).State);
        Assert.Equal(StepState.Signed, (await site.Sheet(second)).CurrentSteps.ElementAt(1).State);
    }

    [EngineFact]
    public async Task A_refused_signature_beside_the_list_is_told_on_the_page_of_its_document(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);
        var page = await manager.Open("/inbox");

        var refused = await manager.Submit(page.QuerySelector(".reading #sign form"), ("Proof", "چیز دیگر"));

        Assert.Equal(HttpStatusCode.Conflict, manager.Status);
        Assert.Contains("گذرواژه", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(StepState.Open, (await site.Sheet(id)).CurrentSteps.ElementAt(1).State);
    }

    [EngineFact]
    public async Task Next_leads_to_the_document_that_waits_else_to_ones_own_draft_else_to_the_empty_inbox(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var waiting = await site.Submitted(site.Body.Requester);
        var draft = await site.Drafted(site.Body.Requester);
        using var manager = site.Visit(site.Body.Manager);
        using var requester = site.Visit(site.Body.Requester);
        using var keeper = site.Visit(site.Body.Keeper);

        var home = await requester.Open("/inbox");
        Assert.Contains($"/documents/{draft.Value}", home.QuerySelectorAll(".works a").Select(a => a.GetAttribute("href")));
        await requester.Open(home.QuerySelector("[data-next]")!.GetAttribute("href")!);
        Assert.Equal($"/documents/{draft.Value}", requester.Address);

        var open = await manager.Open("/inbox?handler=Next");
        Assert.Equal(waiting.Value.ToString(), open.QuerySelector(".reading")!.GetAttribute("data-document"));

        var nothing = await keeper.Open("/inbox?handler=Next");
        Assert.Null(nothing.QuerySelector(".reading"));
        Assert.NotNull(nothing.QuerySelector(".empty"));
    }

    [EngineFact]
    public async Task A_document_that_is_not_the_readers_to_see_does_not_open_beside_his_list(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var stranger = site.Visit(site.Body.Stranger);

        var page = await stranger.Open($"/inbox?open={id.Value}");

        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Null(page.QuerySelector(".reading"));
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
        var page = await manager.Open("/inbox?listOnly=true");
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
