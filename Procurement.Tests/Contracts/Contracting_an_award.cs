using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Contracts.DraftContract;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Sourcing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Contracts;

public sealed class Contracting_an_award(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_officials_signature_commits_the_credit_and_lets_goods_come(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(50_000_000);
        var award = await Award(app, budget, schedule: true);
        var form = Form(app, new InstalmentForm(1, 4, app.InDays(10)), new InstalmentForm(1, 6, app.InDays(20)));

        var contract = await Signed(app, award, form);

        var credit = await app.Credit(budget);
        Assert.Equal((0, 9_000_000, 41_000_000), (credit.Reserved.Amount, credit.Committed.Amount, credit.Free.Amount));
        var deal = await Deal(app, contract);
        Assert.True(deal!.IsInEffect);
        var line = Assert.Single(deal.Lines);
        Assert.Equal((10m, app.InDays(20), await app.ProvincialStore(), app.Body.Requester), (line.Ordered.Units, line.DueOn!.Value, line.StoreId!.Value, line.RequesterId));
        Assert.Equal(app.Body.Buyer, deal.BuyerId);
    }

    [EngineFact]
    public async Task A_schedule_delivers_exactly_what_was_awarded(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var award = await Award(app, await app.Line(50_000_000), schedule: true);
        var drafted = await app.As(app.Body.HeadOfProcurement, new DraftContract(award, Form(app, new InstalmentForm(1, 4, app.InDays(10)))));

        var sent = await app.As(app.Body.HeadOfProcurement, new SubmitDocument(drafted.Value, await app.Version(drafted.Value), null));

        Assert.Equal("contracts.schedule-does-not-add-up(1, 4, 10)", sent.Refusal.ToString());
    }

    [EngineFact]
    public async Task An_award_is_contracted_once(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var award = await Award(app, await app.Line(50_000_000));
        await Signed(app, award, Form(app));

        var second = await Sent(app, award, Form(app));
        await app.SignAs(app.Body.Controller, second);
        await app.InspectorSigns(second);
        var last = await app.As(app.Body.Official, new SignDocuments([new(second, await app.Version(second))], null));

        Assert.Equal("contracts.award-contracted-already", last.Refusal.Code);
    }

    [EngineFact]
    public async Task An_order_needs_no_contract_and_is_a_deal_itself(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var file = await app.ReadyFile(await app.Approved(await app.Line(50_000_000)), 9_000_000);
        var order = await app.Awarded(file, await app.Form(file, 900_000));

        Assert.Equal("contracts.award-is-an-order", (await app.As(app.Body.HeadOfProcurement, new DraftContract(order, Form(app)))).Refusal.Code);
        var deal = await Deal(app, order);
        Assert.Equal(("سف-۱۲-۱۴۰۵-۰۰۰۰۱", true, 900_000), (deal!.NumberFa, deal.IsInEffect, deal.Lines[0].UnitPrice.Amount));
        await using var scope = app.Scope();
        var facts = scope.ServiceProvider.GetRequiredService<IOrderFacts>();
        Assert.Equal(order, Assert.Single(await facts.InEffect(UnitScope.Everything, DealWork.Goods, CancellationToken.None)).Id);
        Assert.Empty(await facts.InEffect(UnitScope.Of([app.Body.Centre.Id]), DealWork.Goods, CancellationToken.None));
        Assert.Empty(await facts.InEffect(UnitScope.Everything, DealWork.ServicesAndWorks, CancellationToken.None));
        Assert.Equal(order, Assert.Single((await app.As(app.Body.Keeper, new ListContracts())).Value.Rows).Id);
    }

    [EngineFact]
    public async Task An_award_without_its_contract_waits_on_the_list(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var award = await Award(app, await app.Line(50_000_000));

        var page = (await app.As(app.Body.HeadOfProcurement, new ListContracts())).Value;

        Assert.Equal(award, Assert.Single(page.AwaitingContract).Id);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Buyer, new DraftContract(award, Form(app)))).Refusal.Code);
    }

    private static ContractForm Form(TestApp app, params InstalmentForm[] schedule) =>
        new("خرید کاغذ", app.InDays(0), app.InDays(60), "ضمانت‌نامه بانکی", 0.1m, schedule);

    private static async Task<DocumentId> Award(TestApp app, BudgetLineId budget, bool schedule = false)
    {
        var file = await app.ReadyFile(await app.Approved(budget), 9_000_000);
        return await app.Awarded(file, await app.Form(file, 900_000) with { HasGuarantee = true, HasSchedule = schedule });
    }

    private static async Task<DocumentId> Sent(TestApp app, DocumentId award, ContractForm form)
    {
        var drafted = await app.As(app.Body.HeadOfProcurement, new DraftContract(award, form));
        Assert.True(drafted.Succeeded, drafted.Succeeded ? "" : drafted.Refusal.ToString());
        PurchaseDesk.Done(await app.As(app.Body.HeadOfProcurement, new SubmitDocument(drafted.Value, await app.Version(drafted.Value), null)));
        return drafted.Value;
    }

    private static async Task<DocumentId> Signed(TestApp app, DocumentId award, ContractForm form)
    {
        var contract = await Sent(app, award, form);
        await app.SignAs(app.Body.Controller, contract);
        await app.InspectorSigns(contract);
        await app.SignAs(app.Body.Official, contract);
        return contract;
    }

    private static async Task<DealFacts?> Deal(TestApp app, DocumentId deal)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<IOrderFacts>().Find(deal, CancellationToken.None);
    }

    private async Task<TestApp> Start(DatabaseEngine engine) => await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
}
