using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.IssuingDesk;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Inspection;
using Procurement.Tests.Receiving;
using Procurement.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Procurement.Tests.Receiving.ReceivingOnSite;

namespace Procurement.Tests.Issuing;

/// <summary>Three of ten were refused at conformance; they leave by a pass that rests on the signed return.</summary>
public sealed class Refused_goods_through_the_gate(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task They_lie_in_quarantine_until_the_gate_and_are_the_suppliers_once_his_paper_is_in(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var back = await Returned(site);
        Assert.Equal((3m, 0m), await Lying(site));
        Assert.Equal(back, Assert.Single((await Desk(site)).Waiting[IssuingWork.ToSendBack]).Id);

        var pass = await PassOut(site, back);
        Assert.Equal((0m, 3m), await Lying(site));
        var confirmed = await Confirmation(site, pass, 3);
        Assert.Equal("gate-pass.receipt-paper-missing", (await site.App.As(site.Body.Accountant, confirmed with { Paper = " " })).Refusal.Code);
        Ok(await site.App.As(site.Body.Accountant, confirmed));

        Assert.Equal((0m, 0m), await Lying(site));
        Assert.Equal((DocumentState.Closed, DocumentState.Closed), ((await site.Sheet(pass)).State, (await site.Sheet(back)).State));
        Assert.Equal("رسید ۴۵، آقای فروشنده", (await site.Load<GatePass>(pass)).ReceiptPaper);
        var report = await site.App.Report("R5");
        Assert.Empty(report.Result.Rows);
        Assert.True(report.Result.Checks.Single(c => c.Name == "exit-within-basis").Compared > 0);
    }

    [EngineFact]
    public async Task The_suppliers_paper_is_brought_by_somebody_of_the_body_who_is_not_the_keeper(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var back = await Returned(site);

        async Task<string> Draft(PersonId? confirmer) => (await site.App.As(site.Body.Keeper, await Pass(site, back, confirmer))).Refusal.Code;

        Assert.Equal("gate-pass.confirmer-missing", await Draft(null));
        Assert.Equal("gate-pass.keeper-cannot-confirm", await Draft(site.Body.Keeper));
        var pass = await PassOut(site, back);
        Assert.Equal("signoff.not-your-turn", (await site.App.As(site.Body.Manager, await Confirmation(site, pass, 3))).Refusal.Code);
        Assert.Equal(
            [Capacity.Keeper, Capacity.Guard, Capacity.Receiver], (await site.Sheet(pass)).CurrentSteps.Select(s => s.Capacity));
    }

    [EngineFact]
    public async Task No_pass_exceeds_the_return_and_no_two_carry_the_same_goods(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var back = await Returned(site);
        var draft = await Pass(site, back, site.Body.Accountant);
        var (first, second) = (Done(await site.App.As(site.Body.Keeper, draft)), Done(await site.App.As(site.Body.Keeper, draft)));

        var over = await site.App.As(site.Body.Keeper, draft with { Lines = [draft.Lines[0] with { Quantity = 4 }] });
        await site.Submit(site.Body.Keeper, first);
        var twice = await site.App.As(site.Body.Keeper, new SubmitDocument(second, await site.Version(second), null));

        Assert.Equal(("gate-pass.more-than-the-basis", "return-to-supplier.on-another-pass"), (over.Refusal.Code, twice.Refusal.Code));
        Assert.False((await Desk(site)).Waiting.ContainsKey(IssuingWork.ToSendBack));
    }

    [EngineFact]
    public async Task What_stays_inside_or_is_disputed_and_comes_back_waits_for_another_pass(DatabaseEngine engine)
    {
        await using var site = await On(await databases.Fresh(engine));
        var back = await Returned(site);
        var pass = await PassOut(site, back, 2);
        Assert.Equal((1m, 2m), await Lying(site));
        Assert.Equal("not-confirmed", Assert.Single((await site.App.Report("R5")).Reasons()));

        Ok(await site.App.As(site.Body.Accountant, (await Confirmation(site, pass, 1)) with { Remark = "یکی را نپذیرفت" }));
        var disputed = (await site.Load<GatePass>(pass)).Lines[0].Id;
        var decision = Done(await site.App.As(site.Body.GeneralAffairs, new DecideDispute(pass, "راننده شنیده شد", [new(disputed, DisputeOutcome.Returned, 1)])));
        await site.Submit(site.Body.GeneralAffairs, decision);
        await site.SignOn(decision);

        Assert.Equal((2m, 0m), await Lying(site));
        Assert.Equal((2m, 1m), (Line(await site.Load<ReturnToSupplier>(back)).Waiting.Units, Line(await site.Load<ReturnToSupplier>(back)).Settled.Units));
        Ok(await site.App.As(site.Body.Accountant, await Confirmation(site, await PassOut(site, back), 2)));
        Assert.Equal(DocumentState.Closed, (await site.Sheet(back)).State);
        Assert.Empty((await site.App.Report("R5")).Result.Rows);
    }

    [EngineFact]
    public async Task Keeper_guard_and_confirmer_do_it_on_their_pages(DatabaseEngine engine)
    {
        var database = await databases.Fresh(engine);
        await using var site = await On(database);
        var back = await Returned(site);
        await using var web = WebSite.Over(database, site.Body);
        using var keeper = web.Visit(site.Body.Keeper);
        using var confirmer = web.Visit(site.Body.Accountant);

        Assert.Contains("basis=ReturnToSupplier", (await keeper.Open("/issuing")).QuerySelector("#desk-tosendback")!.ParentElement!.InnerHtml, StringComparison.Ordinal);
        var form = await keeper.Open(IssuingOnTheWeb.Action(await keeper.Open($"/documents/{back.Value}"), "gate-pass"));
        form = await keeper.Submit(IssuingOnTheWeb.Form(form), ("Bearer", "راننده"), ("Confirmer", ""));
        Assert.NotNull(form.QuerySelector("#Confirmer-fault"));
        await IssuingOnTheWeb.Send(keeper, await keeper.Submit(IssuingOnTheWeb.Form(form), ("Confirmer", site.Body.Accountant.Value.ToString())));
        var pass = (await site.App.Look(db => Task.FromResult(db.Set<SignOffSheet>().Single(s => s.Kind == GatePass.Kind)))).Id;
        Done(await site.App.As(site.Body.Guard, await Exit(site, pass, 3)));
        var page = await confirmer.Submit(IssuingOnTheWeb.Form(await confirmer.Open($"/issuing/passes/{pass.Value}/confirm")), ("Lines[0].Quantity", "3"), ("Proof", WebSite.Password));
        Assert.NotNull(page.QuerySelector("#Paper-fault"));
        await confirmer.Submit(IssuingOnTheWeb.Form(page), ("Lines[0].Quantity", "3"), ("Paper", "رسید ۴۵"), ("Proof", WebSite.Password));

        Assert.Equal(DocumentState.Closed, (await site.Sheet(back)).State);
        Assert.Contains("رسید ۴۵", (await keeper.Open($"/documents/{pass.Value}/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static ReturnLine Line(ReturnToSupplier back) => back.Lines[0];

    /// <summary>The signed return of three refused pieces; the other seven are on the shelf.</summary>
    private static async Task<DocumentId> Returned(ReceivingOnSite site)
    {
        var photo = await site.Photo();
        var judged = await site.Judged(await site.InQuarantine(), l => ThreeTooLight(l, photo));
        await site.SignOn(await site.Entered(judged));
        var report = await site.Load<ConformanceReport>(judged);
        var back = Done(await site.App.As(site.Body.Keeper, new SendBackGoods(judged, "گرماژ کم", "راننده", [new LineQuantity(report.Lines[0].Id, 3)])));
        await site.Submit(site.Body.Keeper, back);
        await site.SignOn(back);
        return back;
    }

    private static async Task<DraftGatePass> Pass(ReceivingOnSite site, DocumentId back, PersonId? confirmer)
    {
        var line = Line(await site.Load<ReturnToSupplier>(back));
        return new DraftGatePass(
            PassBasis.ReturnToSupplier, back, new PassTermsForm("فروشگاه کاغذ پارس", "راننده", "۱۲ ب ۳۴۵", Confirmer: confirmer), [new TakeForm(line.Id, line.Waiting.Units)]);
    }

    private static async Task<DocumentId> PassOut(ReceivingOnSite site, DocumentId back, decimal? quantity = null)
    {
        var draft = await Pass(site, back, site.Body.Accountant);
        var pass = Done(await site.App.As(site.Body.Keeper, draft));
        await site.Submit(site.Body.Keeper, pass);
        Assert.True(Done(await site.App.As(site.Body.Guard, await Exit(site, pass, quantity ?? draft.Lines[0].Quantity))).HasLeft);
        return pass;
    }

    private static async Task<LetOutGoods> Exit(ReceivingOnSite site, DocumentId id, decimal quantity)
    {
        var pass = await site.Load<GatePass>(id);
        return new LetOutGoods(id, pass.SignOff.ContentVersion, [new CountedForm(pass.Lines[0].Id, quantity)], [], null);
    }

    private static async Task<ConfirmDelivery> Confirmation(ReceivingOnSite site, DocumentId id, decimal quantity)
    {
        var pass = await site.Load<GatePass>(id);
        return new ConfirmDelivery(id, pass.SignOff.ContentVersion, [new CountedForm(pass.Lines[0].Id, quantity)], [], null, null, "رسید ۴۵، آقای فروشنده");
    }

    private static async Task<(decimal Quarantine, decimal WithCarrier)> Lying(ReceivingOnSite site)
    {
        await using var scope = site.App.Scope();
        var stock = scope.ServiceProvider.GetRequiredService<IStockFacts>();
        var places = (await stock.PlacesOf(site.Store.Id, CancellationToken.None))!;
        return (
            (await stock.At(places.Quarantine, CancellationToken.None)).Sum(h => h.Quantity.Units), (await stock.At(places.WithCarrier, CancellationToken.None)).Sum(h => h.Quantity.Units));
    }

    private static async Task<IssuingDeskView> Desk(ReceivingOnSite site) => Done(await site.App.As(site.Body.Keeper, new IssuingDesk()));
}
