using System.Net;
using AngleSharp.Dom;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnTheWeb;

namespace Procurement.Tests.Issuing;

public sealed class Pages_of_the_counter(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_go_from_an_approved_request_over_the_counter_page_by_page(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        using var requester = web.Visit(web.Body.Requester);

        var form = await keeper.Open(Action(await keeper.Open($"/documents/{request.Value}"), "issue"));
        var issued = await Send(keeper, await keeper.Submit(Form(form)));
        var picking = await keeper.Open(Action(issued, "pick"));
        await keeper.Submit(Form(picking));
        var waiting = await requester.Open("/issuing");
        var counter = await requester.Open(waiting.QuerySelector("a[href$='/take-over']")!.GetAttribute("href")!);
        var done = await requester.Submit(Form(counter), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, requester.Status);
        Assert.Contains("درخواست نمونه", done.QuerySelector("[aria-labelledby=taken-over]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0m, 5m), (await web.Goods.Staged(web.Goods.Gloves), await web.Goods.UsedUp(web.Goods.Gloves)));
        Assert.True((await web.Goods.Delivery(await web.Newest(IssueVoucher.Kind))).IsClosed);
    }

    [EngineFact]
    public async Task A_request_offers_to_issue_while_goods_are_held_for_it_and_no_longer(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        Assert.NotEqual("", Action(await keeper.Open($"/documents/{request.Value}"), "issue"));

        var all = await web.Goods.Everything(request);
        await web.Goods.SignAll(await web.Goods.Submitted(all with { Lines = [all.Lines[0] with { Quantity = 2 }] }));
        Assert.NotEqual("", Action(await keeper.Open($"/documents/{request.Value}"), "issue"));
        await web.Goods.SignAll(await web.Goods.Submitted(await web.Goods.Everything(request)));

        Assert.Equal("", Action(await keeper.Open($"/documents/{request.Value}"), "issue"));
    }

    [EngineFact]
    public async Task More_than_the_store_holds_is_refused_beside_the_line_with_what_was_typed(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        var form = await keeper.Open($"/issuing/vouchers/new?request={request.Value}");

        var refused = await keeper.Submit(Form(form), ("Lines[0].Quantity", "۶"));

        Assert.Equal(HttpStatusCode.Conflict, keeper.Status);
        Assert.Equal("۶", refused.QuerySelector("#Lines_0__Quantity")!.GetAttribute("value"));
        Assert.Contains("۵", refused.QuerySelector("#Lines_0__Quantity-fault")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_draft_is_edited_with_numbers_custodian_and_room_of_state_property(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var request = await web.Goods.Requested((web.Goods.Inverters, 2));
        using var keeper = web.Visit(web.Body.Keeper);
        var draft = await keeper.Submit(
            Form(await keeper.Open($"/issuing/vouchers/new?request={request.Value}")), ("Lines[0].Pieces", "inv-۱\nINV-2"), ("Lines[0].Room", "کارگاه ۲"));

        var edited = await keeper.Submit(Form(await keeper.Open(Action(draft, "edit"))), ("Lines[0].Pieces", "INV-3"), ("Lines[0].Quantity", "1"));

        Assert.Equal(HttpStatusCode.Redirect, keeper.Status);
        Assert.Contains("INV-3", edited.QuerySelector(".document-content")!.TextContent, StringComparison.Ordinal);
        var line = Assert.Single((await web.Goods.Load<IssueVoucher>(await web.Newest(IssueVoucher.Kind))).Lines);
        Assert.Equal(("INV-3", "کارگاه ۲", web.Body.Requester), (Assert.Single(line.Pieces).Number, line.Room, line.CustodianId!.Value));
    }

    [EngineFact]
    public async Task The_expert_reads_the_code_off_the_goods_before_the_voucher_takes_effect(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine), expert: true);
        var voucher = await web.Goods.Submitted(await web.Goods.Everything(await web.Goods.Requested((web.Goods.Gloves, 5))));
        using var expert = web.Visit(web.Body.Expert);
        var page = await expert.Open($"/documents/{voucher.Value}");

        var wrong = await expert.Submit(page.QuerySelector("#contribution form"), ("Lines[0].ScannedCode", "INV"), ("Lines[0].Remark", "چرم گاو"), ("Proof", WebSite.Password));
        Assert.NotNull(wrong.QuerySelector("#Lines_0__ScannedCode-fault"));
        Assert.Equal("چرم گاو", wrong.QuerySelector("#Lines_0__Remark")!.TextContent.Trim());
        await expert.Submit(Form(wrong), ("Lines[0].ScannedCode", "glv"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, expert.Status);
        Assert.Equal(web.Body.Expert, (await web.Goods.Load<IssueVoucher>(voucher)).Lines[0].CheckedBy);
    }

    [EngineFact]
    public async Task A_substitute_named_by_the_requester_takes_over_what_the_requester_may_no_longer(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var requester = web.Visit(web.Body.Requester);
        using var counter = web.Visit(web.Body.Counter);

        var naming = await requester.Open($"/issuing/vouchers/{voucher.Value}/receiver");
        await requester.Submit(Form(naming), ("Substitute", web.Body.Counter.Value.ToString()), ("Reason", "مرخصی"));
        Assert.Null(Form(await requester.Open($"/issuing/vouchers/{voucher.Value}/take-over")));
        await counter.Submit(Form(await counter.Open($"/issuing/vouchers/{voucher.Value}/take-over")), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Redirect, counter.Status);
        Assert.Equal(web.Body.Counter, (await web.Goods.Delivery(voucher)).Parcels[0].HandedOverTo);
    }

    [EngineFact]
    public async Task Picked_goods_go_back_and_the_rest_of_a_voucher_is_given_up(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);

        var early = await keeper.Submit(Form(await keeper.Open($"/issuing/vouchers/{voucher.Value}/close")), ("Reason", "دوره لغو شد"));
        Assert.Equal(HttpStatusCode.Conflict, keeper.Status);
        Assert.Equal("دوره لغو شد", early.QuerySelector("#Reason")!.TextContent.Trim());
        var picking = await keeper.Open($"/issuing/vouchers/{voucher.Value}/pick");
        await keeper.Submit(picking.QuerySelector("form[action$='handler=PutBack']"), ("Lines[0].Quantity", "5"), ("Reason", "دوره لغو شد"));
        await keeper.Submit(Form(await keeper.Open($"/issuing/vouchers/{voucher.Value}/close")), ("Reason", "دوره لغو شد"));

        Assert.Equal(DocumentState.Closed, (await web.Goods.Sheet(voucher)).State);
        Assert.Equal((0m, 20m, 0m), (await web.Goods.Staged(web.Goods.Gloves), (await web.Goods.Stock(web.Goods.Gloves)).OnHand.Units, (await web.Goods.Stock(web.Goods.Gloves)).Reserved.Units));
    }

    [EngineFact]
    public async Task Lists_are_filtered_by_state_and_show_nothing_to_a_foreign_unit(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        using var stranger = web.Visit(web.Body.Stranger);

        Assert.Single(Rows(await keeper.Open("/issuing?tab=Vouchers&only=3")));
        Assert.Empty(Rows(await keeper.Open("/issuing?tab=Vouchers&only=4")));
        Assert.Single(Rows(await keeper.Open($"/issuing?tab=Vouchers&store={web.Goods.Store.Value}")));
        Assert.Empty(Rows(await stranger.Open("/issuing?tab=Vouchers")));
        await stranger.Open($"/issuing/vouchers/{voucher.Value}/take-over");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [EngineFact]
    public async Task The_printed_voucher_holds_quantities_value_in_words_and_the_receiver(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);

        var sheet = await keeper.Open($"/documents/{voucher.Value}/print");

        Assert.Contains("پنج هزار ریال", sheet.QuerySelector(".words")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("درخواست نمونه", sheet.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlCollection<IElement> Rows(IDocument page) => page.QuerySelectorAll("[data-inbox] tbody tr");
}
