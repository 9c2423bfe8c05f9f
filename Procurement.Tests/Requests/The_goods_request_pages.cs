using System.Net;
using AngleSharp.Dom;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.Warehousing.Facts;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class The_goods_request_pages(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_request_is_written_by_code_or_name_in_any_digits_and_becomes_a_draft(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");

        var page = await requester.Submit(
            Form(form), ("NeededBy", "۱۴۰۵/۰۹/۱۵"), ("Purpose", "كارگاه جوشكاري"),
            ("Lines[0].Item", "w-۱۰۰"), ("Lines[0].Quantity", "۳"), ("Lines[2].Item", "ماسك"), ("Lines[2].Quantity", "٢"), ("Lines[2].Remark", "آبی"));

        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        var lines = page.QuerySelectorAll(".document-content tbody tr");
        Assert.Equal(2, lines.Length);
        Assert.Contains("الکترود جوشکاری", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("۲ عدد", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("کارگاه جوشکاری", page.QuerySelector(".lead-line")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_requester_signs_it_by_the_press_that_writes_it_down_and_sent_twice_it_is_one_request(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");
        (string, string)[] typed =
            [("NeededBy", "۱۴۰۵/۰۹/۱۵"), ("Purpose", "کارگاه"), ("Lines[0].Item", "W-100"), ("Lines[0].Quantity", "۳"), ("Then", "sign"), ("Proof", WebSite.Password)];

        var page = await requester.Submit(Form(form), typed);
        var address = requester.Address;
        await requester.Submit(Form(form), typed);

        Assert.Contains("اکنون نزد مدیر واحد", page.QuerySelector(".confirmation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("در انتظار مدیر واحد", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, requester.Address);
        using var manager = site.Visit(site.Body.Manager);
        Assert.Single((await manager.Open("/inbox")).QuerySelectorAll("[data-inbox] tbody tr"));
    }

    [EngineFact]
    public async Task With_a_wrong_password_it_stays_a_draft_and_says_why(DatabaseEngine engine) =>
        await StaysADraft(engine, "W-100", "چیز دیگر", "گذرواژه");

    [EngineFact]
    public async Task A_name_that_was_completed_to_an_item_is_seen_before_it_is_signed(DatabaseEngine engine) =>
        await StaysADraft(engine, "ماسک", WebSite.Password, "کامل شد");

    private async Task StaysADraft(DatabaseEngine engine, string item, string proof, string why)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");

        var page = await requester.Submit(
            Form(form), ("NeededBy", "۱۴۰۵/۰۹/۱۵"), ("Purpose", "کارگاه"), ("Lines[0].Item", item), ("Lines[0].Quantity", "۳"), ("Then", "sign"), ("Proof", proof));

        Assert.Contains(why, page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#sign form"));
        using var manager = site.Visit(site.Body.Manager);
        Assert.Empty((await manager.Open("/inbox")).QuerySelectorAll("[data-inbox] tbody tr"));
    }

    [EngineFact]
    public async Task Every_fault_stands_beside_its_field_and_nothing_typed_is_lost(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");

        var page = await requester.Submit(
            Form(form), ("NeededBy", "۱۴۰۵/۱۳/۰۱"), ("Purpose", "آزمون <b>"), ("Lines[0].Item", "جوشکاری"), ("Lines[0].Quantity", "چند"), ("Lines[1].Item", "ندارد"), ("Lines[1].Quantity", "1"));

        Assert.Equal(HttpStatusCode.OK, requester.Status);
        Assert.Equal("۱۴۰۵/۱۳/۰۱", page.QuerySelector("#NeededBy")!.GetAttribute("value"));
        Assert.Equal("آزمون <b>", page.QuerySelector("#Purpose")!.TextContent.Trim());
        Assert.Equal("چند", page.QuerySelector("#Lines_0__Quantity")!.GetAttribute("value"));
        Assert.Contains("W-100", page.QuerySelector("#Lines_0__Item-fault")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#Lines_1__Item-fault"));
        Assert.True(page.QuerySelectorAll(".error-summary a").Length >= 4);
    }

    [EngineFact]
    public async Task A_refused_line_is_marked_where_it_stands_although_blank_lines_lie_before_it(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");

        var page = await requester.Submit(Form(form), ("NeededBy", "1405/09/15"), ("Purpose", "آزمون"), ("Lines[2].Item", "W-100"), ("Lines[2].Quantity", "2.5"));

        Assert.Equal(HttpStatusCode.Conflict, requester.Status);
        Assert.NotNull(page.QuerySelector("#Lines_2__Quantity-fault"));
    }

    [EngineFact]
    public async Task Lines_are_added_and_removed_without_scripts_and_without_saving(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open("/requests/goods-requests/new");

        var more = await requester.Submit(Form(form), ("Lines[0].Item", "W-100"), ("grid", "add:Lines"));
        Assert.Equal(4, more.QuerySelectorAll(".grid-table tbody tr").Length);
        var fewer = await requester.Submit(Form(more), ("grid", "remove:Lines:1"));

        Assert.Equal(3, fewer.QuerySelectorAll(".grid-table tbody tr").Length);
        Assert.Equal("W-100", fewer.QuerySelector("#Lines_0__Item")!.GetAttribute("value"));
    }

    [EngineFact]
    public async Task A_draft_is_edited_whole_and_an_edit_from_an_old_page_is_refused_with_what_was_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        var id = await site.Drafted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);
        var form = await requester.Open($"/requests/goods-requests/{id.Value}/edit");
        Assert.Equal("W-100", form.QuerySelector("#Lines_0__Item")!.GetAttribute("value"));

        using var other = site.Visit(site.Body.Requester);
        var early = await other.Open($"/requests/goods-requests/{id.Value}/edit");
        await requester.Submit(Form(form), ("Purpose", "نخست"));
        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        var stale = await other.Submit(Form(early), ("Purpose", "دوم"));

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("دوم", stale.QuerySelector("#Purpose")!.TextContent.Trim());
        Assert.Equal("نخست", (await site.GoodsRequest(id)).Purpose);
    }

    [EngineFact]
    public async Task The_keeper_answers_inside_the_document_and_what_he_promises_is_held(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        var id = await WithTheKeeper(site);
        using var keeper = site.Visit(site.Body.Keeper);
        var page = await keeper.Open($"/documents/{id.Value}");

        var done = await keeper.Submit(Answer(page), ("Lines[0].Available", "۲"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, keeper.Status);
        Assert.Contains("نافذ", done.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Held(site, id)).Units);
        using var requester = site.Visit(site.Body.Requester);
        var own = await requester.Open($"/documents/{id.Value}");
        var closing = await requester.Open(own.QuerySelector("#close")!.GetAttribute("href")!);
        await requester.Submit(closing.QuerySelector("main form"), ("Reason", "دوره برگزار نشد"));
        Assert.Equal(DocumentState.Closed, (await site.Sheet(id)).State);
        Assert.Equal(0, (await Held(site, id)).Units);
    }

    [EngineFact]
    public async Task A_refused_answer_keeps_what_the_keeper_typed(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        var id = await WithTheKeeper(site);
        using var keeper = site.Visit(site.Body.Keeper);
        var page = await keeper.Open($"/documents/{id.Value}");

        var refused = await keeper.Submit(Answer(page), ("Lines[0].Available", "۷"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.BadRequest, keeper.Status);
        Assert.Equal("۷", refused.QuerySelector("#Lines_0__Available")!.GetAttribute("value"));
        Assert.Contains("بیش از آنچه خواسته شده", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Nobody_promises_what_is_held_for_another(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        for (var i = 0; i < 3; i++)
        {
            var id = await WithTheKeeper(site);
            using var each = site.Visit(site.Body.Keeper);
            await each.Submit(Answer(await each.Open($"/documents/{id.Value}")), ("Lines[0].Available", "3"), ("Proof", WebSite.Password));
            Assert.Equal(HttpStatusCode.Redirect, each.Status);
        }

        var last = await WithTheKeeper(site);
        using var keeper = site.Visit(site.Body.Keeper);
        var page = await keeper.Open($"/documents/{last.Value}");
        Assert.Equal("۱", page.QuerySelector("#Lines_0__Available")!.GetAttribute("value"));

        var refused = await keeper.Submit(Answer(page), ("Lines[0].Available", "3"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, keeper.Status);
        Assert.NotNull(refused.QuerySelector(".refusal, .error-summary"));
        Assert.Equal(0, (await Held(site, last)).Units);
    }

    [EngineFact]
    public async Task The_list_finds_a_request_by_the_tail_of_its_number_and_hides_what_lies_outside(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        await site.Submitted(site.Body.Requester, "نخستین");
        await site.Submitted(site.Body.Requester, "دومین");
        using var requester = site.Visit(site.Body.Requester);
        using var stranger = site.Visit(site.Body.Stranger);

        var found = await requester.Open("/requests?Text=۰۰۰۰۲");
        Assert.Equal("دومین", Assert.Single(found.QuerySelectorAll("[data-inbox] tbody tr")).QuerySelector(".subject")!.TextContent.Trim());
        Assert.Single((await requester.Open("/requests?Text=دک-۱۲-۱۴۰۵-۱")).QuerySelectorAll("[data-inbox] tbody tr"));
        Assert.Empty((await stranger.Open("/requests")).QuerySelectorAll("[data-inbox] tbody tr"));
    }

    [EngineFact]
    public async Task Item_suggestions_come_by_part_of_a_name(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        await site.Stock();
        using var requester = site.Visit(site.Body.Requester);

        var json = await requester.Client.GetStringAsync("/requests/items?q=" + Uri.EscapeDataString("ماسك"));

        Assert.Contains("W-200", json, StringComparison.Ordinal);
        Assert.DoesNotContain("W-100", json, StringComparison.Ordinal);
    }

    private static IElement? Form(IDocument page) => page.QuerySelector("main form[method=post]");

    private static IElement? Answer(IDocument page) => page.QuerySelector("#contribution form");

    private static async Task<DocumentId> WithTheKeeper(WebSite site)
    {
        var id = await site.Submitted(site.Body.Requester);
        var signed = await site.As(site.Body.Manager, new SignDocuments([new(id, (await site.Sheet(id)).ContentVersion)], null));
        Assert.True(signed.Succeeded, signed.Succeeded ? "" : signed.Refusal.ToString());
        return id;
    }

    private static async Task<Domain.Shared.Quantity> Held(WebSite site, DocumentId id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var held = await scope.ServiceProvider.GetRequiredService<IStockFacts>().ReservedBy(id, CancellationToken.None);
        return held.Aggregate(Domain.Shared.Quantity.Zero, (sum, r) => sum + r.Open);
    }
}
