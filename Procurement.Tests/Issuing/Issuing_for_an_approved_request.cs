using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmKinds;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnSite;

namespace Procurement.Tests.Issuing;

/// <summary>Controls 6.4.a and 6.4.c up to the leave to hand over.</summary>
public sealed class Issuing_for_an_approved_request(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_signatures_on_the_request_stand_for_requester_and_manager(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var request = await site.Requested((site.Gloves, 8));

        var voucher = await site.Load<IssueVoucher>(await site.Submitted(await site.Everything(request)));

        var steps = voucher.SignOff.CurrentSteps.ToList();
        Assert.Equal([Capacity.Requester, Capacity.UnitManager, Capacity.Keeper, Capacity.FinanceController, Capacity.Inspector], steps.Select(s => s.Capacity));
        Assert.All(steps.Take(2), s => Assert.Equal((StepState.Inherited, request), (s.State, s.InheritedFrom!.Value)));
        Assert.Equal([site.Body.Requester, site.Body.Manager, site.Body.Keeper], steps.Take(3).Select(s => s.SignedBy!.Value));
    }

    [EngineFact]
    public async Task Consumables_of_small_value_may_leave_before_controller_and_inspector_sign(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));

        var voucher = await site.Load<IssueVoucher>(await site.Submitted(await site.Everything(await site.Requested((site.Gloves, 8)))));

        Assert.Equal(DocumentState.InEffect, voucher.SignOff.State);
        Assert.All(voucher.SignOff.CurrentSteps.Skip(3), s => Assert.Equal(StepTiming.After, s.Timing));
        Assert.Equal(8_000, voucher.Value.Amount);
    }

    [EngineFact]
    public async Task Without_the_setting_every_signature_comes_before(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), samples: false);

        var voucher = await site.Load<IssueVoucher>(await site.Submitted(await site.Everything(await site.Requested((site.Gloves, 8)))));

        Assert.Equal(DocumentState.InRoute, voucher.SignOff.State);
        Assert.All(voucher.SignOff.CurrentSteps, s => Assert.Equal(StepTiming.Before, s.Timing));
    }

    [EngineFact]
    public async Task A_store_with_an_overdue_signature_waits_for_every_signature(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        await site.Issued((site.Gloves, 2));
        var drafted = Done(await site.App.As(site.Body.Keeper, await site.Everything(await site.Requested((site.Gloves, 3)))));
        site.App.Clock.Pass(TimeSpan.FromDays(10));

        var late = await site.App.As(site.Body.Keeper, new SubmitDocument(drafted, await site.Version(drafted), null));
        var again = await site.Load<IssueVoucher>(drafted);
        Ok(await site.App.As(site.Body.Keeper, new EditIssueVoucher(drafted, again.SignOff.ContentVersion, [new(again.Lines[0].RequestLineId, 3)])));
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(drafted, await site.Version(drafted), null)));

        Assert.Equal("issue-voucher.signs-before-now", late.Refusal.Code);
        Assert.Equal(DocumentState.InRoute, (await site.Sheet(drafted)).State);
    }

    [EngineFact]
    public async Task Nothing_is_issued_without_an_approved_request(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var asked = Done(await site.App.As(site.Body.Requester, new DraftGoodsRequest(
            site.Store, "کارگاه", TehranTime.Today(site.App.Clock).AddDays(5), [new(site.Gloves, 2, null)])));
        Ok(await site.App.As(site.Body.Requester, new SubmitDocument(asked, await site.Version(asked), null)));
        Ok((await site.App.As(site.Body.Manager, new SignDocuments([new(asked, await site.Version(asked))], null))).Plain());
        var line = (await site.Load<GoodsRequest>(asked)).Lines[0].Id;

        Assert.Equal("issue-voucher.request-not-approved", (await site.App.As(site.Body.Keeper, new DraftIssueVoucher(asked, [new(line, 2)]))).Refusal.Code);
        Assert.Equal("signoff.document-not-found", (await site.App.As(site.Body.Keeper, new DraftIssueVoucher(DocumentId.New(), [new(line, 2)]))).Refusal.Code);
    }

    [EngineFact]
    public async Task Nobody_but_the_keeper_of_the_store_issues(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var draft = await site.Everything(await site.Requested((site.Gloves, 2)));

        Assert.Equal("shared.not-permitted", (await site.App.As(site.Body.Manager, draft)).Refusal.Code);
        Assert.Contains((await site.App.As(site.Body.CentreKeeper, draft)).Refusal.Code, new[] { "signoff.document-not-found", "issue-voucher.store-not-found" });
    }

    [EngineFact]
    public async Task More_than_is_reserved_for_the_request_is_not_issued(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var draft = await site.Everything(await site.Requested((site.Gloves, 8)));

        var over = await site.App.As(site.Body.Keeper, draft with { Lines = [draft.Lines[0] with { Quantity = 9 }] });

        Assert.Equal("issue-voucher.more-than-reserved", over.Refusal.Code);
        Assert.Equal(8m, over.Refusal.Args[1]);
    }

    [EngineFact]
    public async Task Two_vouchers_cannot_promise_the_same_goods(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var draft = await site.Everything(await site.Requested((site.Gloves, 8)));
        var first = Done(await site.App.As(site.Body.Keeper, draft));
        var second = Done(await site.App.As(site.Body.Keeper, draft));
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(first, await site.Version(first), null)));

        var late = await site.App.As(site.Body.Keeper, new SubmitDocument(second, await site.Version(second), null));

        Assert.Equal("warehousing.reservation-too-small", late.Refusal.Code);
        Assert.Equal(8m, (await site.Stock(site.Gloves)).Reserved.Units);
    }

    [EngineFact]
    public async Task A_returned_voucher_gives_its_goods_back_to_the_request(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), samples: false);
        var request = await site.Requested((site.Gloves, 8));
        var voucher = await site.Submitted(await site.Everything(request));

        Ok(await site.App.As(site.Body.Controller, new ReturnDocument(voucher, await site.Version(voucher), "مقدار را روشن کنید")));

        Assert.Equal(8m, (await site.Ask(s => s.ReservedBy(request, CancellationToken.None))).Single().Open.Units);
        Assert.Equal(0m, (await site.Ask(s => s.ReservedBy(voucher, CancellationToken.None))).Single().Open.Units);
        Ok(await site.App.As(site.Body.Keeper, new SubmitDocument(voucher, await site.Version(voucher), null)));
        Assert.Equal(8m, (await site.Stock(site.Gloves)).Reserved.Units);
    }

    [EngineFact]
    public async Task Another_item_in_its_place_needs_requester_and_manager_again(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        await site.Room.Enter("GLV-2", "دستکش کار");
        await site.Room.CountIn(Warehousing.StoreRoom.Line("GLV-2", 5));
        var request = await site.Requested((site.Gloves, 4));
        var draft = await site.Everything(request);
        var line = draft.Lines[0] with { Item = "GLV-2" };

        var unexplained = await site.App.As(site.Body.Keeper, draft with { Lines = [line] });
        var voucher = await site.Submitted(draft with { Lines = [line with { SubstituteReason = "اندازه موجود نیست" }] });

        Assert.Equal("issue-voucher.substitute-reason-missing", unexplained.Refusal.Code);
        Assert.Equal(Capacity.Requester, (await site.Sheet(voucher)).OpenStep!.Capacity);
        while ((await site.Sheet(voucher)) is { State: DocumentState.InRoute, OpenStep: { } step }) Ok(await site.Sign(voucher, step));
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(voucher)).State);
        Assert.Equal(0m, (await site.Stock(site.Gloves)).Reserved.Units);
    }

    [EngineFact]
    public async Task State_property_needs_a_number_a_piece_a_custodian_and_a_room(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var draft = await site.Everything(await site.Requested((site.Inverters, 2)));
        var line = draft.Lines[0];

        async Task<string> Refused(IssueLineForm changed) => (await site.App.As(site.Body.Keeper, draft with { Lines = [changed] })).Refusal.Code;

        Assert.Equal("issue-voucher.one-number-a-piece", await Refused(line with { Pieces = ["INV-1"] }));
        Assert.Equal("issue-voucher.custodian-missing", await Refused(line with { Custodian = null }));
        Assert.Equal("issue-voucher.keeper-as-custodian", await Refused(line with { Custodian = site.Body.Keeper }));
        Assert.Equal("issue-voucher.room-missing", await Refused(line with { Room = " " }));
        Assert.Equal("issue-voucher.piece-not-here", await Refused(line with { Pieces = ["INV-1", "INV-9"] }));
    }

    [EngineFact]
    public async Task The_property_officer_signs_for_state_property_and_nothing_follows_the_effect(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));

        var voucher = await site.Load<IssueVoucher>(await site.Submitted(await site.Everything(await site.Requested((site.Inverters, 1)))));

        Assert.Equal(Capacity.PropertyOfficer, voucher.SignOff.OpenStep!.Capacity);
        Assert.All(voucher.SignOff.CurrentSteps, s => Assert.Equal(StepTiming.Before, s.Timing));
    }

    [EngineFact]
    public async Task An_expert_reads_the_code_off_the_goods_before_they_are_released(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine), expert: true);
        var voucher = await site.Submitted(await site.Everything(await site.Requested((site.Gloves, 4))));
        var line = (await site.Load<IssueVoucher>(voucher)).Lines[0].Id;
        var seen = await site.Version(voucher);

        var blind = await site.App.As(site.Body.Expert, new SignDocuments([new(voucher, seen)], null));
        var wrong = await site.App.As(site.Body.Expert, new ConfirmKinds(voucher, seen, [new(line, "INV", "چرم")], null));
        var right = await site.App.As(site.Body.Expert, new ConfirmKinds(voucher, seen, [new(line, "glv", "چرم گاو، درجه یک")], null));

        Assert.Equal("signoff.contribution-missing", blind.Refusal.Code);
        Assert.Equal("issue-voucher.wrong-kind", wrong.Refusal.Code);
        Ok(right);
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(voucher)).State);
    }
}
