using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Issuing.GiveUpTemporaryExit;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.TakeBackGoods;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Inspection;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnSite;

namespace Procurement.Tests.Issuing;

/// <summary>Temporary exits (product 3.13): repair or loan, with a day on which the goods are back.</summary>
public sealed class Goods_that_come_back(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_leave_for_repair_and_the_scan_of_their_return_closes_pass_and_exit(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var exit = await Signed(site, Gloves(4), Piece("INV-1", "A"));
        Assert.Equal(
            [Capacity.Keeper, Capacity.PropertyOfficer, Capacity.HeadOfGeneralAffairs, Capacity.FinanceController, Capacity.Inspector],
            (await site.Sheet(exit)).CurrentSteps.Select(s => s.Capacity));
        Assert.Equal((4m, 1m, 16m), (await site.Staged(site.Gloves), await site.Staged(site.Inverters), (await site.Stock(site.Gloves)).OnHand.Units));

        var pass = await PassOut(site, exit);
        Assert.Equal(
            [Capacity.Keeper, Capacity.HeadOfGeneralAffairs, Capacity.Guard, Capacity.Receiver], (await site.Sheet(pass)).CurrentSteps.Select(s => s.Capacity));
        Assert.Equal((4m, 1m), (await site.WithCarrier(site.Gloves), await site.WithCarrier(site.Inverters)));
        await Confirm(site, pass);
        Assert.Equal((0m, 4m, 1m), (await site.WithCarrier(site.Gloves), await Away(site, site.Gloves), await Away(site, site.Inverters)));
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(pass)).State);
        Assert.Equal(exit, (await site.Piece("INV-1")).AwayBy);
        Assert.Empty((await site.App.Report("R5")).Result.Rows);

        Ok(await site.App.As(site.Body.Guard, await Back(site, pass)));
        Assert.Equal((0m, 20m), (await Away(site, site.Gloves), (await site.Stock(site.Gloves)).OnHand.Units));
        Assert.Equal((DocumentState.Closed, DocumentState.Closed), ((await site.Sheet(pass)).State, (await site.Sheet(exit)).State));
        Assert.Null((await site.Piece("INV-1")).AwayBy);
        Assert.Contains((await site.Sheet(pass)).Acts, a => a.Code == ActCode.CameBack && a.Note == "سالم و تعمیرشده");
        Assert.Equal(0, (await site.Ask(s => s.ValueOf(pass, CancellationToken.None))).Sum(v => v.Value.Amount));
        var report = await site.App.Report("R5");
        Assert.Empty(report.Result.Rows);
        Assert.True(report.Result.Checks.Single(c => c.Name == "back-in-time").Compared > 0);
    }

    [EngineFact]
    public async Task Property_in_use_leaves_from_its_custodian_who_answers_for_it_until_it_is_with_him_again(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Inverters, 1));
        Ok(await site.App.As(site.Body.Requester, new TakeOverGoods(voucher, await site.AllReady(voucher), null)));
        var custody = StockPlace.CustodyOf(site.Body.Requester);

        var pass = await PassOut(site, await Signed(site, Piece("INV-1", null)));
        Assert.Equal((0m, 1m), (await site.At(custody, site.Inverters), await site.WithCarrier(site.Inverters)));
        await Confirm(site, pass);
        Assert.Equal((site.Body.Requester, PropertyState.InUse), ((await site.Piece("INV-1")).CustodianId, (await site.Piece("INV-1")).State));
        Ok(await site.App.As(site.Body.Guard, await Back(site, pass)));

        Assert.Equal(1m, await site.At(custody, site.Inverters));
        Assert.Empty((await site.App.Report("R5")).Result.Rows);
    }

    [EngineFact]
    public async Task What_is_not_back_on_its_day_shows_in_the_list_the_badge_and_R5(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await PassOut(site, await Signed(site, Gloves(4)));
        await Confirm(site, pass);
        var before = Done(await site.App.As(site.Body.GeneralAffairs, new CountIssuingWork()));

        site.App.Clock.Pass(TimeSpan.FromDays(11));

        var row = Assert.Single((await site.App.As(site.Body.Keeper, new ListGatePasses(PassFilter.Overdue))).Value.Rows);
        Assert.Equal((pass, true), (row.Id, row.IsOverdue));
        Assert.Equal(before + 1, Done(await site.App.As(site.Body.GeneralAffairs, new CountIssuingWork())));
        Assert.Equal(pass, Assert.Single(Done(await site.App.As(site.Body.Keeper, new IssuingDesk())).Waiting[IssuingWork.Overdue]).Id);
        Assert.Equal("not-back-in-time", Assert.Single((await site.App.Report("R5")).Reasons()));
    }

    [EngineFact]
    public async Task The_gate_takes_back_in_parts_only_what_is_out_and_never_by_the_keeper(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await PassOut(site, await Signed(site, Gloves(4), Piece("INV-1", "A")));
        await Confirm(site, pass);
        var all = await Back(site, pass);

        async Task<string> Refused(PersonId by, TakeBackGoods back) => (await site.App.As(by, back)).Refusal.Code;

        Assert.Equal("gate-pass.keeper-is-not-guard", await Refused(site.Body.Keeper, all));
        Assert.Equal("gate-pass.not-your-gate", await Refused(site.Body.Manager, all));
        Assert.Equal("gate-pass.not-of-this-pass", await Refused(site.Body.Guard, all with { Scanned = ["INV-2"] }));
        Assert.Equal("gate-pass.condition-missing", await Refused(site.Body.Guard, all with { Condition = "" }));
        Assert.Equal("gate-pass.more-than-away", await Refused(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = 5 }] }));
        Ok(await site.App.As(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = 3 }], Scanned = [] }));
        Assert.Equal((1m, 1m, DocumentState.InEffect), (await Away(site, site.Gloves), await Away(site, site.Inverters), (await site.Sheet(pass)).State));
        Assert.Equal("gate-pass.more-than-away", await Refused(site.Body.Guard, all));
        Ok(await site.App.As(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = 1 }] }));
        Assert.Equal("gate-pass.nothing-away", await Refused(site.Body.Guard, all));
    }

    [EngineFact]
    public async Task No_exit_without_a_day_of_return_a_receiver_and_the_number_of_every_labelled_piece(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var draft = Draft(site, Gloves(4));

        async Task<string> Refused(DraftTemporaryExit exit) => (await site.App.As(site.Body.Keeper, exit)).Refusal.Code;

        Assert.Equal("temporary-exit.return-date-missing", await Refused(draft with { Terms = draft.Terms with { ReturnDue = TehranTime.Today(site.App.Clock) } }));
        Assert.Equal("temporary-exit.receiver-missing", await Refused(draft with { Terms = draft.Terms with { OutsideReceiver = "" } }));
        Assert.Equal("temporary-exit.one-receiver", await Refused(draft with { Terms = draft.Terms with { Receiver = site.Body.Requester } }));
        Assert.Equal("temporary-exit.keeper-cannot-receive", await Refused(draft with { Terms = draft.Terms with { Receiver = site.Body.Keeper, OutsideReceiver = "" } }));
        Assert.Equal("temporary-exit.numbers-missing", await Refused(draft with { Lines = [new ExitLineForm("INV", "A", null, 1)] }));
        Assert.Equal("temporary-exit.piece-unknown", await Refused(draft with { Lines = [Piece("INV-9", "A")] }));
        Assert.Equal("temporary-exit.not-in-bin", await Refused(draft with { Lines = [new ExitLineForm("GLV", "A", null, 11)] }));
        Assert.Equal("temporary-exit.piece-twice", await Refused(draft with { Lines = [Piece("INV-1", "A"), Piece("inv-۱", "A")] }));
        await Signed(site, Piece("INV-1", "A"));
        Assert.Equal("property.away", await Refused(draft with { Lines = [Piece("INV-1", "A")] }));
        Assert.DoesNotContain("INV-1", (await site.Everything(await site.Requested((site.Inverters, 2)))).Lines[0].Pieces!);
    }

    [EngineFact]
    public async Task What_is_disputed_lost_or_given_up_leaves_no_rial_and_no_piece_unaccounted(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var exit = await Signed(site, Gloves(4));
        var pass = await PassOut(site, exit, 3);
        await Confirm(site, pass, 1, "دو جفت نرسید");
        var line = (await site.Load<GatePass>(pass)).Lines[0].Id;
        var decision = Done(await site.App.As(site.Body.GeneralAffairs, new DecideDispute(
            pass, "بررسی شد", [new(line, DisputeOutcome.Lost, 1), new(line, DisputeOutcome.Returned, 1)])));
        Ok(await site.App.As(site.Body.GeneralAffairs, new SubmitDocument(decision, await site.Version(decision), null)));
        await site.SignAll(decision);
        Assert.Equal((0m, 1m, 2m), (await site.WithCarrier(site.Gloves), await Away(site, site.Gloves), await site.Staged(site.Gloves)));
        Assert.Equal("temporary-exit.goods-out", (await site.App.As(site.Body.Keeper, new GiveUpTemporaryExit(exit, "دیگر لازم نیست"))).Refusal.Code);

        Ok(await site.App.As(site.Body.Guard, await Back(site, pass)));
        Ok(await site.App.As(site.Body.Keeper, new GiveUpTemporaryExit(exit, "دیگر لازم نیست")));

        Assert.Equal((0m, 19m), (await site.Staged(site.Gloves), (await site.Stock(site.Gloves)).OnHand.Units));
        Assert.Equal((DocumentState.Closed, DocumentState.Closed), ((await site.Sheet(pass)).State, (await site.Sheet(exit)).State));
        Assert.Empty((await site.App.Report("R5")).Result.Rows);
    }

    [EngineFact]
    public async Task Somebody_of_the_body_borrows_and_confirms_himself_and_without_a_guard_the_roster_takes_back(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), guarded: false);
        var draft = Draft(site, Gloves(2));
        draft = draft with { Terms = draft.Terms with { Purpose = ExitPurpose.Loan, Receiver = site.Body.Requester, OutsideReceiver = null } };
        var exit = await Signed(site, draft);
        var pass = Done(await site.App.As(site.Body.Keeper, await Pass(site, exit, site.Body.Accountant)));
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(pass, await site.Version(pass), null)));
        Ok(await site.Sign(pass, (await site.Sheet(pass)).OpenStep!));
        Done(await site.App.As(site.Body.Accountant, await site.AllOut(pass)));
        Ok(await site.App.As(site.Body.Requester, await Confirmation(site, pass)));

        Assert.Equal("gate-pass.not-your-gate", (await site.App.As(site.Body.Manager, await Back(site, pass))).Refusal.Code);
        Ok(await site.App.As(site.Body.Accountant, await Back(site, pass)));
        Assert.Equal(DocumentState.Closed, (await site.Sheet(exit)).State);
    }

    [EngineFact]
    public async Task Keeper_and_guard_do_it_on_their_pages(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        using var keeper = web.Visit(web.Body.Keeper);
        using var guard = web.Visit(web.Body.Guard);

        var form = await keeper.Open("/issuing/exits/new");
        var refused = await keeper.Submit(IssuingOnTheWeb.Form(form), ("Reason", "شفت شکسته"), ("OutsideReceiver", "تعمیرگاه"), ("Lines[0].Item", "GLV"), ("Lines[0].Bin", "A"), ("Lines[0].Quantity", "2"));
        Assert.NotNull(refused.QuerySelector("#ReturnDue-fault"));
        await IssuingOnTheWeb.Send(keeper, await keeper.Submit(IssuingOnTheWeb.Form(refused), ("ReturnDue", "1405/12/01")));
        var exit = await web.Newest(TemporaryExit.Kind);
        await web.Goods.SignAll(exit);
        Assert.Contains("basis=TemporaryExit", (await keeper.Open("/issuing")).QuerySelector("#desk-totakeout")!.ParentElement!.InnerHtml, StringComparison.Ordinal);
        var pass = await PassOut(web.Goods, exit);
        await Confirm(web.Goods, pass);
        await guard.Open($"/issuing/gate/{pass.Value}/return");
        await guard.Submit(IssuingOnTheWeb.Form(await guard.Open($"/issuing/gate/{pass.Value}/return")), ("Lines[0].Quantity", "2"), ("Condition", "سالم"), ("Proof", WebSite.Password));

        Assert.Equal(DocumentState.Closed, (await web.Goods.Sheet(exit)).State);
        Assert.Contains("تعمیرگاه", (await keeper.Open($"/documents/{exit.Value}/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_program_drafts_changes_and_takes_back_over_REST(DatabaseEngine engine)
    {
        await using var web = await IssuingOnTheWeb.On(await databases.Fresh(engine));
        using var keeper = web.Site.Call(web.Body.Keeper);
        using var guard = web.Site.Call(web.Body.Guard);
        var store = (await keeper.Read("issuing/temporary-exits/start")).AsArray().Single()!["id"]!.GetValue<Guid>();
        var terms = new { purpose = "Repair", reason = "شفت شکسته", outsideReceiver = "تعمیرگاه", returnDue = "2027-03-01" };

        var exit = await keeper.Draft("issuing/temporary-exits", new { store, terms, lines = new[] { new { item = "GLV", bin = "A", quantity = 2 } } });
        await keeper.Put($"issuing/temporary-exits/{exit.Value}", new { terms, lines = new[] { new { item = "GLV", bin = "B", quantity = 3 } } }, await keeper.Version(exit));
        await keeper.Submit(exit);
        await web.Goods.SignAll(exit);
        var pass = await PassOut(web.Goods, exit);
        await Confirm(web.Goods, pass);
        var line = (await web.Goods.Load<GatePass>(pass)).Lines[0].Id;
        await guard.Post($"issuing/gate-passes/{pass.Value}/returns", new { counted = new[] { new { line, quantity = 3 } }, scanned = Array.Empty<string>(), condition = "سالم", proof = WebSite.Password });

        Assert.Equal(20m, (await web.Goods.Stock(web.Goods.Gloves)).OnHand.Units);
    }

    private static ExitLineForm Gloves(decimal quantity) => new("GLV", "A", null, quantity);

    private static ExitLineForm Piece(string number, string? bin) => new(null, bin, null, null, [number]);

    private static DraftTemporaryExit Draft(IssuingOnSite site, params IReadOnlyList<ExitLineForm> lines) => new(
        site.Store, new ExitTermsForm(ExitPurpose.Repair, "شفت شکسته", null, "تعمیرگاه پارس", TehranTime.Today(site.App.Clock).AddDays(10)), lines);

    private static Task<DocumentId> Signed(IssuingOnSite site, params IReadOnlyList<ExitLineForm> lines) => Signed(site, Draft(site, lines));

    private static async Task<DocumentId> Signed(IssuingOnSite site, DraftTemporaryExit draft)
    {
        var id = Done(await site.App.As(site.Body.Keeper, draft));
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(id, await site.Version(id), null)));
        await site.SignAll(id);
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(id)).State);
        return id;
    }

    private static async Task<DraftGatePass> Pass(IssuingOnSite site, DocumentId exit, PersonId? roster = null)
    {
        var loaded = await site.Load<TemporaryExit>(exit);
        return new DraftGatePass(
            PassBasis.TemporaryExit, exit,
            new PassTermsForm("تعمیرگاه پارس", "راننده", "۱۲ ب ۳۴۵", roster, loaded.ReceiverId is null ? site.Body.Accountant : null),
            [.. loaded.Lines.Where(l => !l.Waiting.IsZero).OrderBy(l => l.Order).Select(l => new TakeForm(l.Id, l.Waiting.Units, [.. l.Pieces.Where(p => !p.OnPass).Select(p => p.Number)]))]);
    }

    /// <summary>A pass for all that waits, signed by general affairs and let out by the guard.</summary>
    private static async Task<DocumentId> PassOut(IssuingOnSite site, DocumentId exit, decimal? quantity = null)
    {
        var draft = await Pass(site, exit);
        if (quantity is { } some) draft = draft with { Lines = [draft.Lines[0] with { Quantity = some }] };
        var pass = Done(await site.App.As(site.Body.Keeper, draft));
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(pass, await site.Version(pass), null)));
        Ok(await site.Sign(pass, (await site.Sheet(pass)).OpenStep!));
        Assert.True(Done(await site.App.As(site.Body.Guard, await site.AllOut(pass))).HasLeft);
        return pass;
    }

    private static async Task Confirm(IssuingOnSite site, DocumentId id, decimal? quantity = null, string? remark = null) =>
        Ok(await site.App.As(site.Body.Accountant, await Confirmation(site, id, quantity, remark)));

    private static async Task<ConfirmDelivery> Confirmation(IssuingOnSite site, DocumentId id, decimal? quantity = null, string? remark = null)
    {
        var pass = await site.Load<GatePass>(id);
        return new ConfirmDelivery(
            id, pass.SignOff.ContentVersion, [.. pass.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, quantity ?? l.Left.Units))],
            [.. pass.Lines.SelectMany(l => l.Pieces).Where(p => p.HasLeft).Select(p => p.Number)], remark, null, "رسید تعمیرگاه ۸۸");
    }

    /// <summary>Everything that is away, as the guard would read and count it.</summary>
    private static async Task<TakeBackGoods> Back(IssuingOnSite site, DocumentId id)
    {
        var pass = await site.Load<GatePass>(id);
        return new TakeBackGoods(
            id, [.. pass.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, l.Away.Units))],
            [.. pass.Lines.SelectMany(l => l.Pieces).Where(p => p.IsAway).Select(p => p.Number)], "سالم و تعمیرشده", null);
    }

    private static async Task<decimal> Away(IssuingOnSite site, ItemId item) =>
        await site.At((await site.Ask(stock => stock.PlacesOf(site.Store, CancellationToken.None)))!.Away, item);
}
