using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Budget;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

/// <summary>Sample limits: a ceiling of 1,000,000,000 rials and 30 days to settle.</summary>
public sealed class Buying_by_imprest(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task What_is_out_and_unsettled_stays_within_the_ceiling(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(10_000_000_000);
        await Bought(app, budget, 60_000_000, "کاغذ");

        var (file, form) = await Ready(app, budget, 50_000_000, "تونر");

        Assert.Equal("sourcing.imprest-above-ceiling(1100000000, 1000000000)", (await app.Decide(file, form)).Refusal.ToString());
    }

    [EngineFact]
    public async Task A_purchase_open_past_its_days_blocks_new_ones_until_it_is_settled(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(10_000_000_000);
        var first = await Bought(app, budget, 1_000_000, "کاغذ");
        app.Clock.Pass(TimeSpan.FromDays(31));
        var (file, form) = await Ready(app, budget, 1_000_000, "تونر");

        Assert.Equal("sourcing.imprest-unsettled", (await app.Decide(file, form)).Refusal.Code);
        await app.Look(async db =>
        {
            PurchaseDesk.Done((await db.Tracked<ImprestBook>().SingleAsync()).Settle(first, DocumentId.New(), app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        var decision = (await app.File(file)).DecisionId!.Value;
        PurchaseDesk.Done(await app.Send(decision));
    }

    [EngineFact]
    public async Task Never_spends_more_than_the_request_set_aside(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var (file, form) = await Ready(app, await app.Line(10_000_000_000), 1_000_000, "کاغذ");

        var dearer = form with { Lines = [form.Lines[0] with { UnitPrice = 1_000_001 }], InvoiceTotal = 10_000_010, ChoiceReason = "گران شد" };

        Assert.Equal("sourcing.imprest-above-request(10000010, 10000000)", (await app.Decide(file, dearer)).Refusal.ToString());
    }

    [EngineFact]
    public async Task Takes_no_advance_schedule_or_guarantee(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var (file, form) = await Ready(app, await app.Line(10_000_000_000), 1_000_000, "کاغذ");

        Assert.Equal("sourcing.imprest-has-terms", (await app.Decide(file, form with { HasSchedule = true })).Refusal.Code);
    }

    [EngineFact]
    public async Task Is_refused_by_name_while_nobody_entered_its_limits(DatabaseEngine engine)
    {
        await using var app = await (await TestApp.On(await databases.Fresh(engine))).WithSettings(samples: false);
        await app.Threshold(1405, 4_000_000_000, "1405/02/20");
        var (file, form) = await Ready(app, await app.Line(10_000_000_000), 1_000_000, "کاغذ");

        Assert.Equal("settings.value-missing", (await app.Decide(file, form)).Refusal.Code);
    }

    private static async Task<DocumentId> Bought(TestApp app, Domain.Budget.BudgetLineId budget, long unitPrice, string what)
    {
        var (file, form) = await Ready(app, budget, unitPrice, what);
        return await app.Awarded(file, form);
    }

    private static async Task<(SourcingFileId File, Application.Sourcing.DraftDecision.DecisionForm Form)> Ready(
        TestApp app, Domain.Budget.BudgetLineId budget, long unitPrice, string what)
    {
        var request = await app.Approved(budget, PurchaseDesk.Line(unitPrice, description: what));
        var file = await app.ReadyFile(request, unitPrice * 10);
        return (file, await app.Form(file, unitPrice) with { Payment = PaymentWay.Imprest });
    }

    private async Task<TestApp> Start(DatabaseEngine engine) => await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
}
