using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.SignOff.CancelDocument;
using Procurement.Application.SignOff.RefuseDocument;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.KeepSourcingFile;
using Procurement.Application.Sourcing.OpenSourcingFile;
using Procurement.Domain.Catalogue;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

public sealed class Buying_small(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_signed_decision_without_terms_is_the_order_and_commits_the_credit(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(50_000_000);
        var request = await app.Approved(budget);
        var file = await app.ReadyFile(request, 9_000_000);

        var decision = await app.Awarded(file, await app.Form(file, 900_000, tax: 90_000));

        var order = await app.Look(db => db.Set<PurchaseOrder>().SingleAsync());
        Assert.Equal(("سف-۱۲-۱۴۰۵-۰۰۰۰۱", decision), (order.Number(true), order.Id));
        var credit = await app.Credit(budget);
        Assert.Equal((40_910_000, 0, 9_090_000), (credit.Free.Amount, credit.Reserved.Amount, credit.Committed.Amount));
        Assert.Equal(SourcingFileState.Decided, (await app.File(file)).State);
        await using var scope = app.Scope();
        var link = Assert.Single(await scope.ServiceProvider.GetRequiredService<ILineLinks>().From(request, CancellationToken.None));
        Assert.Equal((decision, 10m, 9_000_000), (link.ToDocument, link.Quantity.Units, link.Rials.Amount));
    }

    [EngineFact]
    public async Task The_file_keeps_the_decree_that_classed_it_with_its_operator(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));

        var file = await app.File((await app.OpenFile(request)).Value);

        Assert.Equal((DealClass.Small, ThresholdEvent.RequestApproval, 1405), (file.Classification.Class, file.Classification.Event, file.Classification.DecreeYear));
        Assert.Equal((4_000_000_000, SmallBoundary.UpTo, app.InDays(0)), (file.Classification.SmallCeiling.Amount, file.Classification.Boundary, file.Classification.EventDate));
    }

    [EngineFact]
    public async Task A_lower_method_than_the_class_allows_is_refused_and_a_stricter_one_is_free(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(100_000_000_000);
        var small = await app.Approved(budget);
        var medium = await app.Approved(budget, PurchaseDesk.Line(500_000_000, description: "دستگاه تراش"));
        var large = await app.Approved(budget, PurchaseDesk.Line(5_000_000_000, description: "سالن پیش‌ساخته"));

        Assert.Equal("sourcing.medium-needs-quotes", (await app.OpenFile(medium)).Refusal.Code);
        Assert.Equal("sourcing.large-needs-tender", (await app.OpenFile(large)).Refusal.Code);
        Assert.Equal("sourcing.large-needs-tender", (await app.OpenFile(large, PurchaseMethod.Quotes)).Refusal.Code);
        Assert.True((await app.OpenFile(small, PurchaseMethod.Quotes)).Succeeded);
        Assert.True((await app.OpenFile(medium, PurchaseMethod.PublicTender)).Succeeded);
    }

    [EngineFact]
    public async Task A_file_that_needs_quotes_or_a_tender_takes_no_small_decision(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));
        var file = (await app.OpenFile(request, PurchaseMethod.Quotes)).Value;

        Assert.Equal("sourcing.method-needs-quotes", (await app.As(app.Body.Buyer, new DraftDecision(file, await app.Form(file, 1)))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_price_that_outgrows_the_class_needs_the_method_of_its_own_class(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));
        var file = await app.ReadyFile(request, 9_000_000);

        var decided = await app.Decide(file, await app.Form(file, 400_000_001) with { ChoiceReason = "تنها فروشنده" });

        Assert.Equal("sourcing.medium-needs-quotes(4000000010, 4000000000)", decided.Refusal.ToString());
    }

    [EngineFact]
    public async Task Whoever_asked_does_not_buy_and_whoever_opens_a_file_does_not_buy_in_it(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));
        var line = new NeedToBuy(request, (await app.Request(request)).Lines[0].Id);

        var requester = await app.As(app.Body.HeadOfProcurement, new OpenSourcingFile([line], PurchaseMethod.SmallPurchase, app.Body.Requester));
        var opener = await app.As(app.Body.Buyer, new OpenSourcingFile([line], PurchaseMethod.SmallPurchase, app.Body.Buyer));

        Assert.Equal("sourcing.not-a-buyer", requester.Refusal.Code);
        Assert.Equal("shared.not-permitted", opener.Refusal.Code);
    }

    [EngineFact]
    public async Task No_award_without_price_research_and_a_clear_invoice(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));
        var file = (await app.OpenFile(request)).Value;
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new EnterSetad(file, "۱۱۰۵۰۹۹۹۸۸۷۷")));
        var form = await app.Form(file, 900_000);

        Assert.Equal("sourcing.no-price-research", (await app.Decide(file, form)).Refusal.Code);
        Assert.Equal("sourcing.invoice-not-itemised", (await app.Decide(file, form with { IsItemised = false })).Refusal.Code);
        Assert.Equal("sourcing.invoice-not-sealed", (await app.Decide(file, form with { IsSealed = false })).Refusal.Code);
        Assert.Equal("sourcing.invoice-without-number", (await app.Decide(file, form with { InvoiceNumber = " " })).Refusal.Code);
    }

    [EngineFact]
    public async Task The_invoice_adds_up_to_the_rial_and_a_dearer_choice_has_its_reason(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));
        var file = await app.ReadyFile(request, 8_000_000);
        var form = await app.Form(file, 900_000);

        var drafted = (await app.As(app.Body.Buyer, new DraftDecision(file, form))).Value;
        Assert.Equal("sourcing.dearer-without-reason", (await app.Send(drafted)).Refusal.Code);
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new EditDecision(drafted, await app.Version(drafted), form with { ChoiceReason = "کیفیت بهتر", InvoiceTotal = 9_000_001 })));
        Assert.Equal("sourcing.invoice-total-differs(9000001, 9000000)", (await app.Send(drafted)).Refusal.ToString());
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new EditDecision(drafted, await app.Version(drafted), form with { ChoiceReason = "کیفیت بهتر" })));
        PurchaseDesk.Done(await app.Send(drafted));
    }

    [EngineFact]
    public async Task Control_9_1_a_deal_has_a_setad_number_or_an_excuse_the_buyer_did_not_give(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(50_000_000);
        var file = (await app.OpenFile(await app.Approved(budget))).Value;
        var other = (await app.OpenFile(await app.Approved(budget, PurchaseDesk.Line(description: "تونر")))).Value;
        await app.Price(file, 9_000_000);

        Assert.Equal("sourcing.setad-missing", (await app.Decide(file, await app.Form(file, 900_000))).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Buyer, new ExcuseSetad(file, "دلیل"))).Refusal.Code);
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new EnterSetad(file, "110509998877")));
        Assert.Equal("sourcing.setad-number-taken", (await app.As(app.Body.Buyer, new EnterSetad(other, "۱۱۰۵۰۹۹۹۸۸۷۷"))).Refusal.Code);
    }

    [EngineFact]
    public async Task Terms_make_it_an_award_a_contract_must_follow(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(50_000_000);
        var file = await app.ReadyFile(await app.Approved(budget), 9_000_000);

        await app.Awarded(file, await app.Form(file, 900_000) with { AdvancePercent = 25 });

        Assert.False(await app.Look(db => db.Set<PurchaseOrder>().AnyAsync()));
        var credit = await app.Credit(budget);
        Assert.Equal((10_000_000, 0), (credit.Reserved.Amount, credit.Committed.Amount));
    }

    [EngineFact]
    public async Task A_blocked_supplier_gets_no_award(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var file = await app.ReadyFile(await app.Approved(await app.Line(50_000_000)), 9_000_000);
        var supplier = await app.Supplier();
        await app.Look(async db =>
        {
            (await db.Tracked<Supplier>().SingleAsync(s => s.Id == supplier)).Withdraw();
            return await db.SaveChangesAsync();
        });

        Assert.Equal("catalogue.supplier-withdrawn", (await app.Decide(file, await app.Form(file, 900_000))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_line_is_bought_through_one_file_at_a_time(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var request = await app.Approved(await app.Line(50_000_000));

        var outcomes = await Task.WhenAll(Task.Run(() => app.OpenFile(request)), Task.Run(() => app.OpenFile(request)));

        var opened = Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal("purchase-request.line-taken-up", Assert.Single(outcomes, o => !o.Succeeded).Refusal.Code);
        PurchaseDesk.Done(await app.As(app.Body.HeadOfProcurement, new AbandonSourcingFile(opened.Value, "نیاز عوض شد")));
        Assert.True((await app.OpenFile(request)).Succeeded);
    }

    [EngineFact]
    public async Task A_refused_or_cancelled_decision_leaves_its_file_free_for_another(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var file = await app.ReadyFile(await app.Approved(await app.Line(50_000_000)), 9_000_000);
        var form = await app.Form(file, 900_000);
        PurchaseDesk.Done(await app.Decide(file, form));
        var first = (await app.File(file)).DecisionId!.Value;
        Assert.Equal("sourcing.decision-drafted-already", (await app.Decide(file, form)).Refusal.Code);

        PurchaseDesk.Done(await app.As(app.Body.HeadOfProcurement, new RefuseDocument(first, await app.Version(first), "گران است")));
        var second = (await app.As(app.Body.Buyer, new DraftDecision(file, form))).Value;
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new CancelDocument(second, "اشتباه")));

        Assert.True((await app.As(app.Body.Buyer, new DraftDecision(file, form))).Succeeded);
    }

    private async Task<TestApp> Start(DatabaseEngine engine) => await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
}
