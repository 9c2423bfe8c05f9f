using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Budget;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Budget;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Budget;

public sealed class The_budget_ledger(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Moves_credit_from_free_to_reserved_to_committed_to_spent_to_paid(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        var (need, order, voucher) = (Hold(), Hold(), Hold());

        await Done(app.Post(BudgetPosting.Reserve(line, R(600), need)));
        await Done(app.Post(BudgetDraw.Commit(need, order, R(500), releaseRest: false)));
        await Done(app.Post(BudgetDraw.Spend(order, voucher, R(300))));
        await Done(app.Post(BudgetDraw.Pay(voucher, R(300))));

        var credit = await app.Credit(line);
        Assert.Equal((1_000, 400, 100, 200, 0, 300), (credit.Allotted.Amount, credit.Free.Amount, credit.Reserved.Amount, credit.Committed.Amount, credit.Spent.Amount, credit.Paid.Amount));
        var entries = await app.Look(db => db.Set<BudgetEntryRecord>().OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal(
            [SpendingStage.Allotment, SpendingStage.CreditReservation, SpendingStage.Commitment, SpendingStage.Conformity, SpendingStage.Payment],
            entries.Select(e => e.Stage));
    }

    [EngineFact]
    public async Task Never_sets_aside_more_than_is_free(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000, "101-7");

        var refused = await app.Post(BudgetPosting.Reserve(line, R(1_001), Hold()));

        Assert.Equal("budget.credit-not-enough(101-7, 1000)", refused.Refusal.ToString());
        Assert.Equal(1_000, (await app.Credit(line)).Free.Amount);
    }

    [EngineFact]
    public async Task Lets_only_one_of_eight_approvals_win_the_last_credit_of_a_line(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Post(BudgetPosting.Reserve(line, R(600), Hold())))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("budget.credit-not-enough", o.Refusal.Code));
        var credit = await app.Credit(line);
        Assert.Equal((400, 600), (credit.Free.Amount, credit.Reserved.Amount));
    }

    [EngineFact]
    public async Task Lets_eight_approvals_share_a_line_that_has_room_for_all(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var (one, two) = (await app.Line(800, "1"), await app.Line(800, "2"));

        // Half of them name the lines in the other order: lock order is the ledger's, so none waits for another for ever.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => app.Post(
            BudgetPosting.Reserve(i % 2 == 0 ? one : two, R(100), Hold()), BudgetPosting.Reserve(i % 2 == 0 ? two : one, R(100), Hold())))));

        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Equal((0, 0), ((await app.Credit(one)).Free.Amount, (await app.Credit(two)).Free.Amount));
    }

    [EngineFact]
    public async Task Releases_exactly_what_is_left_of_a_reservation(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        var (need, order) = (Hold(), Hold());
        await Done(app.Post(BudgetPosting.Reserve(line, R(600), need)));
        await Done(app.Post(BudgetDraw.Commit(need, order, R(250), releaseRest: false)));

        await Done(app.Post(new BudgetRelease(BudgetBucket.Reserved, need.Document)));
        await Done(app.Post(new BudgetRelease(BudgetBucket.Reserved, need.Document))); // nothing is left: nothing happens

        var credit = await app.Credit(line);
        Assert.Equal((750, 0, 250), (credit.Free.Amount, credit.Reserved.Amount, credit.Committed.Amount));
    }

    [EngineFact]
    public async Task Gives_back_the_difference_of_a_cheaper_price_and_tops_up_a_dearer_one(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        var (cheap, dear) = (Hold(), Hold());
        await Done(app.Post(BudgetPosting.Reserve(line, R(300), cheap), BudgetPosting.Reserve(line, R(300), dear)));

        await Done(app.Post(BudgetDraw.Commit(cheap, Hold(), R(200)), BudgetDraw.Commit(dear, Hold(), R(350))));

        var credit = await app.Credit(line);
        Assert.Equal((450, 0, 550), (credit.Free.Amount, credit.Reserved.Amount, credit.Committed.Amount));
    }

    [EngineFact]
    public async Task Spends_no_more_than_was_committed(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var line = await app.Line(1_000);
        var (need, order) = (Hold(), Hold());
        await Done(app.Post(BudgetPosting.Reserve(line, R(300), need), BudgetDraw.Commit(need, order, R(300))));

        var refused = await app.Post(BudgetDraw.Spend(order, Hold(), R(301)));

        Assert.Equal("budget.hold-not-enough(300, 301)", refused.Refusal.ToString());
    }

    [EngineFact]
    public async Task Refuses_to_change_an_entry(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await app.Line(1_000);

        var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Look(db => db.Set<BudgetEntryRecord>().ExecuteUpdateAsync(e => e.SetProperty(x => x.Amount, 1))));

        Assert.Equal(ViolationKind.AppendOnly, await app.Look(db => Task.FromResult(DatabaseFaults.ViolationOf(fault, db)!.Kind)));
    }

    [Fact]
    public void Whatever_is_posted_the_buckets_of_a_line_add_up_to_its_allotments()
    {
        Prop.ForAll(Gen.Choose(1, 500).Four().ToArbitrary(), amounts =>
        {
            var (reserve, commit, spend, second) = amounts;
            var (line, need, order, voucher) = (BudgetLineId.New(), Hold(), Hold(), Hold());
            var pass = new BudgetPass();
            pass.Note(BudgetPosting.Reserve(line, R(reserve), need));
            pass.Note(BudgetPosting.Reserve(line, R(second), need));
            pass.Note(BudgetDraw.Commit(need, order, R(commit)));
            pass.Note(BudgetDraw.Spend(order, voucher, R(Math.Min(spend, commit)), releaseRest: true));

            var change = Assert.Single(pass.Lines).Change;
            return change.Free + change.Reserved + change.Committed + change.Spent + change.Paid == 0
                && change is { Reserved: 0, Committed: 0 } && change.Spent == Math.Min(spend, commit);
        }).QuickCheckThrowOnFailure();
    }

    private static Rials R(long amount) => Rials.FromStored(amount);

    private static HoldRef Hold() => new(DocumentId.New(), Guid.CreateVersion7());

    private static async Task Done(Task<Domain.Shared.Result> posting)
    {
        var outcome = await posting;
        Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());
    }
}
