using Microsoft.EntityFrameworkCore;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Receiving.AppointExpert;
using Procurement.Application.Receiving.CompleteChecklist;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Receiving;

public sealed class Refused_and_checked_goods(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Refused_goods_go_back_and_the_rest_enters(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var photo = await site.Photo();
        var judged = await site.Judged(await site.InQuarantine(), l => ReceivingOnSite.ThreeTooLight(l, photo));
        await site.SignOn(await site.Entered(judged));
        Assert.Equal((3m, 7m), await site.Lying());

        var report = await site.Load<ConformanceReport>(judged);
        var back = ReceivingOnSite.Done(await site.App.As(
            site.Body.Keeper, new SendBackGoods(judged, "گرماژ کم", "راننده", [new LineQuantity(report.Lines[0].Id, 3)])));
        await site.Submit(site.Body.Keeper, back);
        await site.SignOn(back);

        // They leave by a gate pass only; until then they lie where they were refused.
        Assert.Equal((3m, 7m), await site.Lying());
        var sheet = await site.Sheet(back);
        Assert.Equal(
            [Capacity.Keeper, Capacity.Buyer, Capacity.HeadOfProcurement, Capacity.HeadOfGeneralAffairs, Capacity.FinanceController, Capacity.Inspector],
            sheet.CurrentSteps.Select(s => s.Capacity));
    }

    [EngineFact]
    public async Task A_refusal_makes_controller_and_inspector_sign_before_the_effect(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.BeforeTheRequester(await site.InQuarantine());
        var photo = await site.Photo();

        ReceivingOnSite.Ok(await site.Judge(id, l => ReceivingOnSite.ThreeTooLight(l, photo)));

        Assert.All((await site.Sheet(id)).CurrentSteps, s => Assert.Equal(StepTiming.Before, s.Timing));
    }

    [EngineFact]
    public async Task Evidence_the_vault_does_not_hold_is_not_believed(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var id = await site.BeforeTheRequester(await site.InQuarantine());
        var invented = new Evidence(new string('a', 64), "x.jpg", 1, "image/jpeg");

        Assert.Equal("files.not-found", (await site.Judge(id, l => ReceivingOnSite.ThreeTooLight(l, invented))).Refusal.Code);
    }

    [EngineFact]
    public async Task Control_6_1_c_a_flagged_item_waits_for_its_expert(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), expert: true);
        var arrived = await site.InQuarantine();
        var line = (await site.Load<TemporaryReceipt>(arrived)).Lines[0].Id;
        Assert.Equal(line, Assert.Single((await Desk(site, site.Body.GeneralAffairs)).ToAppoint).LineId);
        var early = await site.App.As(site.Body.Keeper, new OpenConformance(arrived, site.Body.Requester, []));

        var checklist = ReceivingOnSite.Done(await site.App.As(site.Body.GeneralAffairs, new AppointExpert(arrived, line, site.Body.Expert)));
        Assert.Equal(checklist, Assert.Single((await Desk(site, site.Body.Expert)).ToCheck).Id);
        var photo = await site.Photo();
        ReceivingOnSite.Ok(await site.App.As(site.Body.Expert, new CompleteChecklist(
            checklist, [new(DeliveryOnPaper.Weight, "82", "ترازو", null, null, photo), new(DeliveryOnPaper.Colour, "سفید", "دید", null, null, photo)], null)));

        var id = await site.BeforeTheRequester(arrived);
        Assert.Equal("conformance-report.checklist-missing", early.Refusal.Code);
        Assert.Contains((await site.Sheet(id)).CurrentSteps, s => s.Capacity == Capacity.TechnicalExpert && s.PersonId == site.Body.Expert);
        ReceivingOnSite.Ok(await site.Judge(id, l => new JudgedLineForm(l, 10, 0, 0, null, null, null, [])));
    }

    [EngineFact]
    public async Task The_buyer_is_never_the_expert(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), expert: true);
        var arrived = await site.InQuarantine();
        var line = (await site.Load<TemporaryReceipt>(arrived)).Lines[0].Id;

        var appointed = await site.App.As(site.Body.GeneralAffairs, new AppointExpert(arrived, line, site.Body.Buyer));

        Assert.Equal("expert-checklist.not-an-expert", appointed.Refusal.Code);
    }

    [EngineFact]
    public async Task A_requester_who_left_is_replaced_by_whom_his_manager_names_and_marked(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var arrived = await site.InQuarantine();
        await Leave(site, site.Body.Requester);
        var early = await site.App.As(site.Body.Keeper, new OpenConformance(arrived, site.Body.Requester, []));

        ReceivingOnSite.Ok(await site.App.As(site.Body.Manager, new NameSubstitute(site.Deal.Id, site.Body.Requester, site.Body.Counter, "۵/۱۲")));
        var id = await site.BeforeTheRequester(arrived);

        Assert.Equal("conformance-report.substitute-needed", early.Refusal.Code);
        var report = await site.Load<ConformanceReport>(id);
        Assert.Equal((site.Body.Counter, site.Body.Requester), (report.JudgeId, report.SubstitutesFor));
    }

    [EngineFact]
    public async Task Works_are_accepted_in_parts_up_to_what_was_agreed(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine), kind: ItemKind.Works);
        var today = TehranTime.LocalDate(site.App.Clock.GetUtcNow());
        AcceptWork Part(decimal quantity) => new(site.Deal.Id, null, today.AddDays(-30), today, [new(site.OrderLine, quantity, "صورت وضعیت")]);
        var first = ReceivingOnSite.Done(await site.App.As(site.Body.Requester, Part(6)));
        await Attach(site, first);
        await site.Submit(site.Body.Requester, first);
        await site.SignOn(first);

        var more = await site.App.As(site.Body.Requester, Part(5));
        var rest = ReceivingOnSite.Done(await site.App.As(site.Body.Requester, Part(4)));

        Assert.Equal("service-acceptance.more-than-agreed", more.Refusal.Code);
        Assert.Equal(DocumentState.InEffect, (await site.Sheet(first)).State);
        Assert.Equal(6, (await site.Load<ServiceAcceptance>(rest)).Lines[0].AcceptedBefore.Units);
        Assert.Equal("service-acceptance.only-the-requester-measures", (await site.App.As(site.Body.Manager, Part(1))).Refusal.Code);
    }

    [EngineFact]
    public async Task The_desk_tells_what_waits_between_gate_and_shelf(DatabaseEngine engine)
    {
        await using var site = await ReceivingOnSite.On(await databases.Fresh(engine));
        var arrived = await site.InQuarantine();
        var atFirst = await Desk(site, site.Body.Keeper);
        var judged = await site.Judged(arrived);
        var afterwards = await Desk(site, site.Body.Keeper);
        var foreign = await Desk(site, site.Body.Stranger);

        Assert.Equal(arrived, Assert.Single(atFirst.InQuarantine).Id);
        Assert.Empty(afterwards.InQuarantine);
        Assert.Equal(judged, Assert.Single(afterwards.Accepted).Id);
        Assert.Empty(foreign.Accepted);
    }

    private static async Task<ReceivingDeskView> Desk(ReceivingOnSite site, PersonId person) =>
        ReceivingOnSite.Done(await site.App.As(person, new ReceivingDesk()));

    private static async Task Leave(ReceivingOnSite site, PersonId person) =>
        ReceivingOnSite.Ok(await site.App.As(
            site.Body.Administrator, new Application.Organisation.LeaveService.LeaveService(person, TehranTime.LocalDate(site.App.Clock.GetUtcNow()))));

    private static async Task Attach(ReceivingOnSite site, DocumentId id)
    {
        await using var scope = site.App.Scope();
        var db = (ProcurementDb)scope.ServiceProvider.GetService(typeof(ProcurementDb))!;
        var photo = await site.Photo();
        var acceptance = await db.Tracked<ServiceAcceptance>().AsSplitQuery().SingleAsync(a => a.Id == id);
        ReceivingOnSite.Ok(acceptance.SignOff.Attach(photo.Sha256, photo.FileName, photo.Size, photo.ContentType, new ActBy(site.Body.Requester, site.App.Clock.GetUtcNow())));
        await db.SaveChangesAsync();
    }
}
