using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.Sourcing.DecideFinding;
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

/// <summary>Sample ceiling of small deals: 4,000,000,000 rials.</summary>
public sealed class Deciding_about_split_deals(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_next_signature_waits_until_somebody_else_has_decided(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        await Paper(app, 250_000_000);
        var second = await Paper(app, 200_000_000);

        Assert.Equal("sourcing.splitting-undecided", (await Sign(app, second)).Refusal.Code);
        var finding = await Finding(app);
        Assert.Equal((SplittingTest.CumulativeSum, 4_500_000_000, ExaminedAt.Request), (finding.Test, finding.Sum.Amount, finding.At));
        PurchaseDesk.Done(await Decided(app, finding, SplittingVerdict.SeparateDeals));

        PurchaseDesk.Done(await Sign(app, second));
    }

    [EngineFact]
    public async Task The_first_request_is_not_held_back_by_the_second(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var first = await Paper(app, 250_000_000);
        await Paper(app, 200_000_000);

        PurchaseDesk.Done(await Sign(app, first));
    }

    [EngineFact]
    public async Task A_decision_is_reused_at_file_opening_and_award_and_asked_again_when_a_member_is_added(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(100_000_000_000);
        await Paper(app, 250_000_000);
        var second = await Paper(app, 200_000_000);
        PurchaseDesk.Done(await Decided(app, await Finding(app), SplittingVerdict.SeparateDeals));
        await Approve(app, second, budget);

        var file = await app.ReadyFile(second, 2_000_000_000);
        Assert.Equal(1, await Count(app));
        await Paper(app, 100_000_000);
        Assert.Equal(2, await Count(app));
        PurchaseDesk.Done(await app.Decide(file, await app.Form(file, 200_000_000)));
        var decision = (await app.File(file)).DecisionId!.Value;

        Assert.Equal(3, await Count(app));
        Assert.Equal("sourcing.splitting-undecided", (await app.As(app.Body.HeadOfProcurement, new SignDocuments([new(decision, await app.Version(decision))], null))).Refusal.Code);
    }

    [EngineFact]
    public async Task One_set_is_not_bought_apart(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        var budget = await app.Line(100_000_000_000);
        await Paper(app, 250_000_000);
        var second = await Paper(app, 200_000_000);
        PurchaseDesk.Done(await Decided(app, await Finding(app), SplittingVerdict.OneSet));
        await Approve(app, second, budget); // the need itself may go on
        var file = await app.ReadyFile(second, 2_000_000_000);
        PurchaseDesk.Done(await Decided(app, await Finding(app), SplittingVerdict.OneSet));

        Assert.Equal("sourcing.splitting-one-set", (await app.Decide(file, await app.Form(file, 200_000_000))).Refusal.Code);
    }

    [EngineFact]
    public async Task A_stranger_does_not_find_the_finding(DatabaseEngine engine)
    {
        await using var app = await Start(engine);
        await Paper(app, 250_000_000);
        await Paper(app, 200_000_000);
        var finding = await Finding(app);

        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Stranger, new DecideFinding(finding.Id, SplittingVerdict.SeparateDeals, "x"))).Refusal.Code);
        Assert.Equal("shared.not-permitted", (await app.As(app.Body.Requester, new DecideFinding(finding.Id, SplittingVerdict.SeparateDeals, "x"))).Refusal.Code);
    }

    /// <summary>A request of one line of the same catalogue item.</summary>
    private static async Task<DocumentId> Paper(TestApp app, long unitEstimate) =>
        await app.Submitted(PurchaseDesk.Line(unitEstimate) with { ItemCode = await app.GoodsItem() });

    private static Task<Result> Decided(TestApp app, SplittingFinding finding, SplittingVerdict verdict) =>
        app.As(app.Body.Official, new DecideFinding(finding.Id, verdict, "دو کارگاه در دو ساختمان"));

    private static async Task<Result> Sign(TestApp app, DocumentId request) =>
        (await app.As(app.Body.Manager, new SignDocuments([new(request, await app.Version(request))], null))).Plain();

    private static async Task Approve(TestApp app, DocumentId request, Domain.Budget.BudgetLineId budget)
    {
        PurchaseDesk.Done(await Sign(app, request));
        PurchaseDesk.Done(await app.As(app.Body.Keeper, await app.Absent(request)));
        await app.SignAs(app.Body.HeadOfProcurement, request);
        await app.SignAs(app.Body.Official, request);
        PurchaseDesk.Done(await app.Certified(request, budget));
        await app.InspectorSigns(request);
    }

    /// <summary>The finding that waits.</summary>
    private static Task<SplittingFinding> Finding(TestApp app) => app.Look(db => db.Set<SplittingFinding>().SingleAsync(f => f.Verdict == null));

    private static Task<int> Count(TestApp app) => app.Look(db => db.Set<SplittingFinding>().CountAsync());

    private async Task<TestApp> Start(DatabaseEngine engine) => await (await TestApp.On(await databases.Fresh(engine))).WithSettings();
}
