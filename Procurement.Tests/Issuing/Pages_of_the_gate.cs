using System.Net;
using AngleSharp.Dom;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnTheWeb;

namespace Procurement.Tests.Issuing;

public sealed class Pages_of_the_gate(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_keeper_writes_a_pass_and_the_guard_finds_it_by_its_number(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        using var guard = web.Visit(web.Body.Guard);

        var form = await keeper.Open(Action(await keeper.Open($"/documents/{voucher.Value}"), "gate-pass"));
        var refused = await keeper.Submit(Form(form), ("Destination", "کارگاه ۲"), ("Bearer", ""));
        Assert.NotNull(refused.QuerySelector("#Bearer-fault"));
        await Send(keeper, await keeper.Submit(Form(refused), ("Bearer", "راننده")));
        var pass = await web.Newest(GatePass.Kind);
        await guard.Open("/issuing/gate?scan=1");

        Assert.Equal($"/issuing/gate/{pass.Value}", guard.Address);
        Assert.Equal(DocumentState.InEffect, (await web.Goods.Sheet(pass)).State);
    }

    [EngineFact]
    public async Task The_guard_scans_label_by_label_counts_the_rest_and_lets_out(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var guard = web.Visit(web.Body.Guard);

        var screen = await guard.Open($"/issuing/gate/{pass.Value}");
        screen = await guard.Submit(Form(screen), ("Scan", "inv-۱"));
        screen = await guard.Submit(Form(screen), ("Scan", "GLV"));
        screen = await guard.Submit(Form(screen), ("Scan", "INV-2"));
        Assert.Equal("۵", Field(screen, "Lines[0].Quantity"));
        Assert.Contains("۲ ردیف", screen.QuerySelector(".gate-go")!.TextContent, StringComparison.Ordinal);
        await LetOut(guard, screen, ("Proof", WebSite.Password));

        Assert.Equal((HttpStatusCode.Redirect, "/issuing/gate"), (guard.Status, guard.Address));
        Assert.Equal((5m, 2m), (await web.Goods.WithCarrier(web.Goods.Gloves), await web.Goods.WithCarrier(web.Goods.Inverters)));
        Assert.Equal(web.Body.Guard, (await web.Goods.Sheet(pass)).CurrentSteps.Single(s => s.Capacity == Domain.Organisation.Capacity.Guard).SignedBy);
    }

    [EngineFact]
    public async Task What_is_not_on_the_pass_is_shown_stopped_and_told_while_the_rest_goes(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var guard = web.Visit(web.Body.Guard);
        using var inspector = web.Visit(web.Body.InspectorOne);

        var screen = await guard.Submit(Form(await guard.Open($"/issuing/gate/{pass.Value}")), ("Scan", "12-04413"));
        Assert.Contains("12-04413", screen.QuerySelector(".gate-foreign")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(screen.QuerySelector(".gate-warning"));
        await LetOut(guard, screen, ("Lines[0].Quantity", "5"), ("Lines[1].Quantity", "0"), ("Proof", WebSite.Password));

        Assert.Equal((5m, 0m), (await web.Goods.WithCarrier(web.Goods.Gloves), await web.Goods.WithCarrier(web.Goods.Inverters)));
        Assert.Contains("12-04413", (await inspector.Open("/issuing?tab=Stopped")).QuerySelector(".work-table")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_misread_code_is_taken_off_again(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var guard = web.Visit(web.Body.Guard);
        var screen = await guard.Submit(Form(await guard.Open($"/issuing/gate/{pass.Value}")), ("Scan", "12-04413"));

        var clean = await Press(guard, screen, screen.QuerySelector(".gate-foreign button")!);

        Assert.Null(clean.QuerySelector(".gate-foreign"));
    }

    [EngineFact]
    public async Task More_than_the_pass_is_refused_beside_the_line_and_nothing_scanned_is_lost(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var guard = web.Visit(web.Body.Guard);
        var screen = await guard.Submit(Form(await guard.Open($"/issuing/gate/{pass.Value}")), ("Scan", "INV-1"));

        var refused = await LetOut(guard, screen, ("Lines[0].Quantity", "۶"), ("Proof", WebSite.Password));

        Assert.Equal(HttpStatusCode.Conflict, guard.Status);
        Assert.Equal(("۶", "INV-1"), (Field(refused, "Lines[0].Quantity"), Field(refused, "Scanned[0]")));
        Assert.Contains("۵", refused.QuerySelector("#Lines_0__Quantity-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0m, await web.Goods.WithCarrier(web.Goods.Inverters));
    }

    [EngineFact]
    public async Task The_keeper_is_no_guard_and_a_foreign_unit_finds_no_pass(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var keeper = web.Visit(web.Body.Keeper);
        using var stranger = web.Visit(web.Body.Stranger);

        Assert.Null(Form(await keeper.Open($"/issuing/gate/{pass.Value}")));
        await stranger.Open($"/issuing/gate/{pass.Value}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.NotNull((await stranger.Open("/issuing/gate?scan=1")).QuerySelector("#Scan-fault"));
    }

    [EngineFact]
    public async Task Where_no_guard_stands_the_keeper_names_who_checks_and_only_he_does(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine), guarded: false);
        var voucher = await web.Goods.Picked((web.Goods.Gloves, 5));
        using var keeper = web.Visit(web.Body.Keeper);
        using var accountant = web.Visit(web.Body.Accountant);

        var form = await keeper.Open($"/issuing/passes/new?from={voucher.Value}");
        await Send(keeper, await keeper.Submit(Form(form), ("Bearer", "راننده"), ("RosterGuard", web.Body.Accountant.Value.ToString())));
        var pass = await web.Newest(GatePass.Kind);
        var inbox = await accountant.Open("/");
        await LetOut(accountant, await accountant.Open($"/issuing/gate/{pass.Value}"), ("Lines[0].Quantity", "5"), ("Proof", WebSite.Password));

        Assert.Contains(pass.Value.ToString(), inbox.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(5m, await web.Goods.WithCarrier(web.Goods.Gloves));
    }

    [EngineFact]
    public async Task The_receiver_disputes_a_part_and_general_affairs_decides_over_it(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.OnTheWay();
        using var requester = web.Visit(web.Body.Requester);
        using var head = web.Visit(web.Body.GeneralAffairs);

        var form = (await requester.Open($"/documents/{pass.Value}")).QuerySelector("#contribution form");
        (string, string)[] partly = [("Lines[0].Quantity", "۳"), ("Lines[1].Pieces", "INV-1"), ("Proof", WebSite.Password)];
        var silent = await requester.Submit(form, partly);
        Assert.NotNull(silent.QuerySelector("#Remark-fault"));
        await requester.Submit(Form(silent), [.. partly, ("Remark", "دو جفت و یک دستگاه نرسید")]);
        Assert.Equal((2m, 1m), (await web.Goods.WithCarrier(web.Goods.Gloves), await web.Goods.WithCarrier(web.Goods.Inverters)));

        var desk = await head.Open("/issuing");
        var deciding = await head.Open(desk.QuerySelector("a[href*='/issuing/decisions/new']")!.GetAttribute("href")!);
        var short1 = await head.Submit(Form(deciding), ("Lines[0].Returned", "1"), ("Lines[1].Pieces[0].Outcome", "Lost"), ("Reason", "راننده شنیده شد"));
        Assert.NotNull(short1.QuerySelector("#Lines_0__Returned-fault"));
        await Send(head, await head.Submit(Form(short1), ("Lines[0].Accepted", "1")));
        await web.Goods.SignAll(await web.Newest(DisputeDecision.Kind));

        Assert.Equal((0m, 0m, 1m, 4m), (
            await web.Goods.WithCarrier(web.Goods.Gloves), await web.Goods.WithCarrier(web.Goods.Inverters), await web.Goods.Staged(web.Goods.Gloves),
            await web.Goods.UsedUp(web.Goods.Gloves)));
        Assert.Equal(DocumentState.Closed, (await web.Goods.Sheet(pass)).State);
    }

    [EngineFact]
    public async Task A_pass_nobody_used_is_given_up_on_its_page(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        var pass = await web.AtTheGate();
        using var keeper = web.Visit(web.Body.Keeper);

        var page = await keeper.Open(Action(await keeper.Open($"/documents/{pass.Value}"), "give-up"));
        await keeper.Submit(Form(page), ("Reason", "خودرو نیامد"));

        Assert.Equal(DocumentState.Closed, (await web.Goods.Sheet(pass)).State);
    }

    private static string? Field(IDocument page, string name) => page.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static Task<IDocument> LetOut(WebVisitor guard, IDocument screen, params (string, string)[] typed) => Press(guard, screen, screen.QuerySelector(".gate-go")!, typed);

    /// <summary>Sends the form by another button than its first.</summary>
    private static async Task<IDocument> Press(WebVisitor visitor, IDocument page, IElement button, params (string, string)[] typed)
    {
        var form = Form(page)!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        return await visitor.Submit(form, typed);
    }
}
