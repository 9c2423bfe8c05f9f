using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

/// <summary>
/// The table of documents 3.3, written out once more by hand so that the product's own table cannot drift unseen, and every pair of it at each
/// of the moments it is looked at: when a post is given, at submit, at signing, and inside the transaction.
/// </summary>
public sealed class Hands_that_may_not_meet(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly (Capacity One, Capacity Other)[] Written =
    [
        (Capacity.Requester, Capacity.UnitManager), // requester × own manager step
        (Capacity.Buyer, Capacity.Requester),
        (Capacity.Buyer, Capacity.StockPlanner), // requests replenishment
        (Capacity.Buyer, Capacity.HeadOfProcurement), // approves prices
        (Capacity.Buyer, Capacity.Receiver),
        (Capacity.Buyer, Capacity.Keeper), // receives
        (Capacity.Buyer, Capacity.SecondCounter), // receives
        (Capacity.Buyer, Capacity.TechnicalExpert),
        (Capacity.Buyer, Capacity.Conformer),
        (Capacity.Keeper, Capacity.Requester), // stock for own use
        (Capacity.Keeper, Capacity.StockPlanner),
        (Capacity.Keeper, Capacity.Receiver),
        (Capacity.Keeper, Capacity.SecondCounter),
        (Capacity.Keeper, Capacity.HeadOfGeneralAffairs), // approves his count
        (Capacity.SecondCounter, Capacity.Requester),
        (Capacity.AuthorisedOfficial, Capacity.FinanceController), // تشخیص، تعهد، حواله × finance control
        (Capacity.HeadOfGeneralAffairs, Capacity.FinanceController), // تسجیل × finance control
        (Capacity.HeadOfCentre, Capacity.FinanceController),
    ];

    /// <summary>Each pair once, the inspector's with every other hand included.</summary>
    public static TheoryData<Capacity, Capacity> Pairs()
    {
        var pairs = new TheoryData<Capacity, Capacity>();
        foreach (var (one, other) in Written) pairs.Add(one, other);
        foreach (var other in Enum.GetValues<Capacity>().Where(c => c != Capacity.Inspector)) pairs.Add(Capacity.Inspector, other);
        return pairs;
    }

    [Fact]
    public void The_products_table_is_this_one_and_no_other()
    {
        var table = Pairs().Select(row => Ordered((Capacity)row[0], (Capacity)row[1])).ToHashSet();

        Assert.Equal(table.Order(), Incompatibilities.AllOnOneFile().Select(p => Ordered(p.One, p.Other)).Order());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_pair_is_refused_less_than_when_it_is_given_at_submit_and_at_signing(Capacity one, Capacity other)
    {
        foreach (var (had, due) in new[] { (one, other), (other, one) })
        {
            WhenGiven(had, due);
            AtSubmit(had, due);
            AtSigning(had, due);
        }
    }

    [EngineFact]
    public async Task No_pair_passes_the_transaction_whatever_was_read_before_it(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var passed = new List<(Capacity, Capacity)>();
        foreach (var row in Pairs())
        {
            var (one, other) = ((Capacity)row[0], (Capacity)row[1]);
            var file = DocumentId.New();
            Assert.True((await Post(app, file, one)).Succeeded);
            var second = await Post(app, file, other);
            if (second.Succeeded || second.Refusal.Code != "signoff.hands-incompatible") passed.Add((one, other));
        }

        Assert.Empty(passed);
    }

    /// <summary>Two posts for one unit are not given to one person; a hand one has by the file itself is no post.</summary>
    private static void WhenGiven(Capacity had, Capacity due)
    {
        if (IsByTheFileItself(had) || IsByTheFileItself(due)) return;
        var body = new PaperBody();
        var person = body.Seat(had, body.Province);
        var post = new ChartPost(PostId.New(), due, body.Province, true, true, []);

        Assert.Equal("organisation.posts-incompatible", body.Chart.ClashOfPosts(person, due, PaperBody.Today, null, post)?.Code);
    }

    /// <summary>The only holder of the post due has already had the other hand: nobody is eligible, and the post to fill is named.</summary>
    private static void AtSubmit(Capacity had, Capacity due)
    {
        var body = new PaperBody();
        var owner = body.Hire(body.Province);
        RouteStepRule[] steps;
        PersonId who;
        if (IsByTheFileItself(due) || due == Capacity.Administrator)
        {
            who = owner;
            steps = [RouteStepRule.Owner(due)];
        }
        else
        {
            who = body.Seat(due, body.Province);
            steps = [RouteStepRule.Owner(had == Capacity.Requester ? Capacity.Receiver : Capacity.Requester), due == Capacity.Inspector ? RouteStepRule.Inspector() : RouteStepRule.Post(due)];
        }

        var hands = new FileHands([(who, had)]);
        var request = body.Request(owner);
        var plan = RouteResolver.Resolve(
            body.Chart, new RouteDefinition(request.SignOff.Kind, steps), request.SignOff.UnitId, owner, RouteFacts.None, hands, PaperBody.Today, seed: 7);

        Assert.False(plan.Succeeded, $"{had} × {due}");
        Assert.Equal(who == owner ? "signoff.hands-incompatible" : "signoff.nobody-eligible", plan.Refusal.Code);
        Assert.Contains(due, plan.Refusal.Args);
    }

    /// <summary>Had the other hand come to the file after the submit, the signature itself is refused.</summary>
    private static void AtSigning(Capacity had, Capacity due)
    {
        var body = new PaperBody();
        var owner = body.Hire(body.Province);
        var mine = due == Capacity.Requester ? Capacity.Conformer : Capacity.Requester;
        RouteStepRule[] steps;
        PersonId signer;
        if (IsByTheFileItself(due))
        {
            signer = body.Hire(body.Province);
            steps = [RouteStepRule.Owner(mine), RouteStepRule.Named(due)];
        }
        else
        {
            signer = body.Seat(due, body.Province);
            steps = [RouteStepRule.Owner(mine), due == Capacity.Inspector ? RouteStepRule.Inspector() : RouteStepRule.Post(due)];
        }

        var request = body.Request(owner);
        var facts = new RouteFacts { Named = new Dictionary<Capacity, PersonId> { [due] = signer } };
        var plan = RouteResolver.Resolve(
            body.Chart, new RouteDefinition(request.SignOff.Kind, steps), request.SignOff.UnitId, owner, facts, FileHands.None, PaperBody.Today, seed: 7);
        Assert.True(SigningDesk.Submit(request, plan.Value, new ActBy(owner, PaperBody.Noon), body.View()).Succeeded);

        var signed = body.Sign(request, signer, new FileHands([(signer, had)]));

        Assert.Equal("signoff.hands-incompatible", signed.Refusal.Code);
        Assert.Equal([body.Chart.NameOf(signer), due, had], signed.Refusal.Args);
    }

    private static bool IsByTheFileItself(Capacity capacity) => capacity is Capacity.Requester or Capacity.Receiver or Capacity.Conformer;

    private static (Capacity, Capacity) Ordered(Capacity one, Capacity other) => one < other ? (one, other) : (other, one);

    private static async Task<Result> Post(TestApp app, DocumentId file, Capacity capacity)
    {
        await using var scope = app.Scope();
        var hands = scope.ServiceProvider.GetServices<ILedger>().Single(ledger => ledger.Takes(new HandPosting(file, file, app.Body.Requester, capacity)));
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var posted = await hands.Apply(
            [new HandPosting(file, file, app.Body.Requester, capacity)], new PostingMoment(app.Clock.GetUtcNow(), Guid.CreateVersion7()), CancellationToken.None);
        if (posted.Succeeded) await transaction.CommitAsync();
        return posted;
    }
}
