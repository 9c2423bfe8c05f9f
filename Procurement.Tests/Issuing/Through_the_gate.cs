using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.DecideDispute;
using Procurement.Application.Issuing.GiveUpGatePass;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.NameReceiver;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnSite;

namespace Procurement.Tests.Issuing;

public sealed class Through_the_gate(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Goods_are_with_the_carrier_from_the_gate_until_their_receiver_confirms(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 5), (site.Inverters, 2));
        var pass = await site.PassIssued(voucher);

        Assert.True(Done(await site.App.As(site.Body.Guard, await site.AllOut(pass))).HasLeft);
        Assert.Equal((0m, 5m, 2m), (await site.Staged(site.Gloves), await site.WithCarrier(site.Gloves), await site.WithCarrier(site.Inverters)));

        Ok(await site.App.As(site.Body.Requester, await Confirmed(site, pass)));
        Assert.Equal((0m, 5m), (await site.WithCarrier(site.Gloves), await site.UsedUp(site.Gloves)));
        Assert.Equal(2m, await site.At(StockPlace.CustodyOf(site.Body.Requester), site.Inverters));
        Assert.Equal(PropertyState.InUse, (await site.Piece("INV-1")).State);
        Assert.Equal(DocumentState.Closed, (await site.Sheet(pass)).State);
        Assert.Equal(DocumentState.Closed, (await site.Sheet(voucher)).State);
    }

    [EngineFact]
    public async Task The_pass_carries_the_hands_of_keeper_guard_and_receiver(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassOut(await site.Picked((site.Gloves, 5)));

        var waiting = (await site.App.As(site.Body.Requester, new Inbox())).Value.Rows;
        Ok(await site.App.As(site.Body.Requester, await Confirmed(site, pass)));

        Assert.Contains(waiting, row => row.DocumentId == pass);
        Assert.Equal(
            [(Capacity.Keeper, site.Body.Keeper), (Capacity.Guard, site.Body.Guard), (Capacity.Receiver, site.Body.Requester)],
            (await site.Sheet(pass)).CurrentSteps.Select(s => (s.Capacity, s.SignedBy!.Value)));
    }

    [EngineFact]
    public async Task Labels_are_read_one_by_one_and_what_was_not_read_stays(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassIssued(await site.Picked((site.Inverters, 2)));

        var out1 = await site.AllOut(pass);
        Assert.True(Done(await site.App.As(site.Body.Guard, out1 with { Scanned = ["inv-۱"] })).HasLeft);

        Assert.Equal((1m, 1m), (await site.Staged(site.Inverters), await site.WithCarrier(site.Inverters)));
        Assert.Equal(
            [("INV-1", true), ("INV-2", false)],
            (await site.Load<GatePass>(pass)).Lines[0].Pieces.OrderBy(p => p.Number, StringComparer.Ordinal).Select(p => (p.Number, p.HasLeft)));
    }

    [EngineFact]
    public async Task Every_other_line_needs_a_counted_quantity_and_never_more_than_the_pass(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassIssued(await site.Picked((site.Gloves, 5)));
        var all = await site.AllOut(pass);

        var silent = await site.App.As(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = null }] });
        var more = await site.App.As(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = 6 }] });
        Assert.True(Done(await site.App.As(site.Body.Guard, all with { Counted = [all.Counted[0] with { Quantity = 3 }] })).HasLeft);

        Assert.Equal(("gate-pass.line-not-counted", "gate-pass.more-than-the-pass"), (silent.Refusal.Code, more.Refusal.Code));
        Assert.Equal((2m, 3m), (await site.Staged(site.Gloves), await site.WithCarrier(site.Gloves)));
    }

    [EngineFact]
    public async Task What_is_not_on_the_pass_is_stopped_and_told_while_the_rest_goes(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassIssued(await site.Picked((site.Gloves, 5)));

        var exit = Done(await site.App.As(site.Body.Guard, await site.AllOut(pass, "12-04413", "GLV")));

        Assert.Equal((true, "12-04413"), (exit.HasLeft, Assert.Single(exit.Stopped)));
        Assert.Equal(5m, await site.WithCarrier(site.Gloves));
        foreach (var told in new[] { site.Body.Keeper, site.Body.InspectorOne })
            Assert.Equal("12-04413", Assert.Single((await site.App.As(told, new ListStopped())).Value).Scanned);
        Assert.Contains((await site.Sheet(pass)).Acts, a => a.Code == ActCode.StoppedAtGate);
    }

    [EngineFact]
    public async Task A_pass_never_names_more_than_waits_and_two_passes_never_the_same_goods(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 5));
        var draft = await site.Pass(voucher);
        var (first, second) = (Done(await site.App.As(site.Body.Keeper, draft)), Done(await site.App.As(site.Body.Keeper, draft)));

        var over = await site.App.As(site.Body.Keeper, draft with { Lines = [draft.Lines[0] with { Quantity = 6 }] });
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(first, await site.Version(first), null)));
        var twice = await site.App.As(site.Body.Keeper, new SubmitDocument(second, await site.Version(second), null));

        Assert.Equal(("gate-pass.more-than-the-basis", "issue-delivery.not-at-the-counter"), (over.Refusal.Code, twice.Refusal.Code));
    }

    [EngineFact]
    public async Task A_pass_given_up_frees_its_goods(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 5));
        var pass = await site.PassIssued(voucher);

        Ok(await site.App.As(site.Body.Keeper, new GiveUpGatePass(pass, "خودرو نیامد")));

        Assert.Equal("signoff.nothing-to-sign", await Refused(site, site.Body.Guard, pass));
        Assert.Null((await site.Sheet(pass)).OpenStep);
        await site.PassOut(voucher);
        Assert.Equal(5m, await site.WithCarrier(site.Gloves));
    }

    [EngineFact]
    public async Task Without_a_guard_a_person_of_the_roster_who_is_not_the_keeper_lets_goods_out(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), guarded: false);
        var voucher = await site.Picked((site.Gloves, 5));

        async Task<string> Draft(PersonId? roster) => (await site.App.As(site.Body.Keeper, await site.Pass(voucher, roster))).Refusal.Code;

        Assert.Equal("gate-pass.roster-person-missing", await Draft(null));
        Assert.Equal("gate-pass.keeper-is-not-guard", await Draft(site.Body.Keeper));
        Assert.Equal("gate-pass.receiver-is-not-guard", await Draft(site.Body.Requester));
        var pass = await site.PassIssued(voucher, site.Body.Accountant);
        Assert.Equal("signoff.not-your-turn", await Refused(site, site.Body.Guard, pass));
        Assert.True(Done(await site.App.As(site.Body.Accountant, await site.AllOut(pass))).HasLeft);
    }

    [EngineFact]
    public async Task Only_the_named_receiver_confirms_and_the_receiver_may_change_on_the_way(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 5));
        var pass = await site.PassOut(voucher);

        Assert.Equal("signoff.not-your-turn", (await site.App.As(site.Body.Manager, await Confirmed(site, pass))).Refusal.Code);
        Ok(await site.App.As(site.Body.Manager, new NameReceiver(voucher, site.Body.Counter, "مرخصی درخواست‌کننده")));
        Assert.Equal("signoff.not-your-turn", (await site.App.As(site.Body.Requester, await Confirmed(site, pass))).Refusal.Code);
        Ok(await site.App.As(site.Body.Counter, await Confirmed(site, pass)));
    }

    [EngineFact]
    public async Task A_disputed_quantity_stays_with_the_carrier_until_general_affairs_decides(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var voucher = await site.Picked((site.Gloves, 6));
        var pass = await site.PassOut(voucher);
        var partly = await Confirmed(site, pass);
        partly = partly with { Counted = [partly.Counted[0] with { Quantity = 2 }] };

        Assert.Equal("gate-pass.dispute-unexplained", (await site.App.As(site.Body.Requester, partly)).Refusal.Code);
        Ok(await site.App.As(site.Body.Requester, partly with { Remark = "چهار جفت نرسید" }));
        Assert.Equal((4m, 2m), (await site.WithCarrier(site.Gloves), await site.UsedUp(site.Gloves)));
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(pass)).State);

        var line = (await site.Load<GatePass>(pass)).Lines[0].Id;
        DisputeForm[] decided = [new(line, DisputeOutcome.Returned, 2), new(line, DisputeOutcome.Lost, 1), new(line, DisputeOutcome.Accepted, 1)];
        Assert.Equal("dispute-decision.not-all-decided", (await site.App.As(site.Body.GeneralAffairs, new DecideDispute(pass, "بررسی شد", decided[..2]))).Refusal.Code);
        var decision = Done(await site.App.As(site.Body.GeneralAffairs, new DecideDispute(pass, "بررسی شد", decided)));
        Ok(await site.App.As(site.Body.GeneralAffairs, new SubmitDocument(decision, await site.Version(decision), null)));
        Assert.Equal(4m, await site.WithCarrier(site.Gloves));
        await site.SignAll(decision);

        Assert.Equal((0m, 2m, 3m), (await site.WithCarrier(site.Gloves), await site.Staged(site.Gloves), await site.UsedUp(site.Gloves)));
        Assert.Equal(2_000, (await site.Ask(s => s.ValueOf(decision, CancellationToken.None))).Sum(v => v.Value.Amount));
        Assert.Equal(DocumentState.Closed, (await site.Sheet(pass)).State);
    }

    [EngineFact]
    public async Task A_party_to_the_dispute_does_not_decide_it(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassOut(await site.Picked((site.Gloves, 6)));

        Assert.Equal("dispute-decision.nothing-disputed", (await site.App.As(site.Body.GeneralAffairs, new DecideDispute(pass, "بررسی شد", []))).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await site.App.As(site.Body.Keeper, new DecideDispute(pass, "بررسی شد", []))).Refusal.Code);
    }

    [EngineFact]
    public async Task The_guard_finds_a_pass_by_its_number_its_tail_or_its_printed_code(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassIssued(await site.Picked((site.Gloves, 6)));

        foreach (var scanned in new[] { "بخ-A1-۱۴۰۵-۰۰۰۰۱", "GP-A1-1405-00001", "۱", $"https://example.org/verify/{pass.Value}" })
            Assert.Equal(pass, Assert.Single((await site.App.As(site.Body.Guard, new FindGatePass(scanned))).Value).Id);
        Assert.Equal("gate-pass.not-found", (await site.App.As(site.Body.Guard, new FindGatePass("۹۹"))).Refusal.Code);
        Assert.Equal(pass, Assert.Single((await site.App.As(site.Body.Guard, new ListGatePasses(PassFilter.AtTheGate))).Value.Rows).Id);
        Assert.Empty((await site.App.As(site.Body.Stranger, new ListGatePasses())).Value.Rows);
    }

    private static async Task<ConfirmDelivery> Confirmed(IssuingOnSite site, DocumentId id)
    {
        var pass = await site.Load<GatePass>(id);
        return new ConfirmDelivery(
            id, pass.SignOff.ContentVersion, [.. pass.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, l.Left.Units))],
            [.. pass.Lines.SelectMany(l => l.Pieces).Where(p => p.HasLeft).Select(p => p.Number)], null, null);
    }

    private static async Task<string> Refused(IssuingOnSite site, PersonId by, DocumentId pass) => (await site.App.As(by, await site.AllOut(pass))).Refusal.Code;
}
