using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Xunit;

namespace Procurement.Tests.Sourcing;

public sealed class Looking_for_split_deals
{
    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly OrgUnitId Unit = OrgUnitId.New();
    private static readonly PersonId Requester = PersonId.New();
    private static readonly SupplierId Shop = SupplierId.New();
    private static readonly ThresholdDecree Decree = new(1405, R(1_000), R(10_000), SmallBoundary.UpTo, true, "", "");
    private static readonly SplittingRules Rules = new([30, 90, 365], 500);

    [Fact]
    public void T1_a_set_whose_sum_crosses_the_limit_of_the_class_used_blocks()
    {
        var signal = Assert.Single(Examine(Deal(600), Deal(500, daysAgo: 40)), s => s.Test == SplittingTest.CumulativeSum);

        Assert.Equal((true, 90, 1_100, DealClass.Small, DealClass.Medium), (signal.Blocks, signal.WindowDays, signal.Sum.Amount, signal.ClassUsed, signal.ClassOfSum));
        Assert.Equal(2, signal.Members.Count);
    }

    [Fact]
    public void T1_is_silent_below_the_limit_over_another_set_and_outside_every_window()
    {
        Assert.Empty(Examine(Deal(600), Deal(400)));
        Assert.Empty(Examine(Deal(600), Deal(900, set: "TONER")));
        Assert.Empty(Examine(Deal(600), Deal(900, daysAgo: 365)));
    }

    [Fact]
    public void T1_is_silent_when_the_method_is_already_that_of_the_sum() =>
        Assert.Empty(Examine(DealClass.Medium, Deal(600), Deal(500)));

    [Theory]
    [InlineData(949, false)]
    [InlineData(950, true)]
    [InlineData(1_000, true)]
    public void T2_speaks_within_the_margin_below_a_limit(long amount, bool speaks) =>
        Assert.Equal(speaks, Examine(Deal(amount)).Any(s => s.Test == SplittingTest.JustBelow));

    [Fact]
    public void T2_blocks_only_where_it_meets_another_deal_of_the_set()
    {
        Assert.False(Assert.Single(Examine(Deal(960))).Blocks);
        Assert.Contains(Examine(Deal(960), Deal(10, daysAgo: 5)), s => s is { Test: SplittingTest.JustBelow, Blocks: true });
    }

    [Fact]
    public void T3_several_deals_with_one_seller_are_a_signal_that_blocks_nothing()
    {
        var signals = Examine(Deal(10, seller: Shop), Deal(10, set: "A", seller: Shop), Deal(10, set: "B", seller: Shop, daysAgo: 80));

        var signal = Assert.Single(signals);
        Assert.Equal((SplittingTest.SameSeller, false, 90), (signal.Test, signal.Blocks, signal.WindowDays));
    }

    [Fact]
    public void T5_one_need_asked_for_twice_is_a_signal_that_blocks_nothing()
    {
        var signal = Assert.Single(Examine(Deal(10, requester: Requester), Deal(10, set: "A", requester: Requester, daysAgo: 3)));

        Assert.Equal((SplittingTest.SameNeed, false), (signal.Test, signal.Blocks));
    }

    [Fact]
    public void A_decision_covers_its_set_until_a_member_is_added()
    {
        var (first, second, third) = (Deal(600), Deal(500), Deal(300));
        var finding = Finding(Assert.Single(Examine(first, second)));
        Assert.True(finding.Decide(SplittingVerdict.SeparateDeals, "دو کارگاه جدا", PersonId.New(), DateTimeOffset.UnixEpoch).Succeeded);

        Assert.True(finding.Covers("PAPER", Assert.Single(Examine(second, first)).Members));
        Assert.False(finding.Covers("PAPER", Examine(first, second, third).Single(s => s.Test == SplittingTest.CumulativeSum).Members));
        Assert.False(finding.Covers("TONER", [first.Requests[0]]));
    }

    [Fact]
    public void Neither_buyer_nor_requester_of_the_set_decides()
    {
        var deal = Deal(600, requester: Requester);
        var signal = Assert.Single(Examine(deal, Deal(500)));
        var buyer = PersonId.New();
        var finding = SplittingFinding.Open(
            Unit, "PAPER", signal, new Dictionary<Guid, PersonId> { [deal.Requests[0]] = Requester }, ExaminedAt.FileOpening, Guid.Empty, buyer, DateTimeOffset.UnixEpoch);

        Assert.Equal("sourcing.decider-is-buyer-or-requester", finding.Decide(SplittingVerdict.SeparateDeals, "x", buyer, DateTimeOffset.UnixEpoch).Refusal.Code);
        Assert.Equal("sourcing.decider-is-buyer-or-requester", finding.Decide(SplittingVerdict.SeparateDeals, "x", Requester, DateTimeOffset.UnixEpoch).Refusal.Code);
        Assert.Equal("sourcing.reason-missing", finding.Decide(SplittingVerdict.SeparateDeals, " ", PersonId.New(), DateTimeOffset.UnixEpoch).Refusal.Code);
        Assert.True(finding.Blocks);
    }

    private static SplittingFinding Finding(SplittingSignal signal) => SplittingFinding.Open(
        Unit, "PAPER", signal, new Dictionary<Guid, PersonId>(), ExaminedAt.FileOpening, Guid.Empty, null, DateTimeOffset.UnixEpoch);

    private static IReadOnlyList<SplittingSignal> Examine(SetDeal examined, params SetDeal[] others) => Examine(DealClass.Small, examined, others);

    private static IReadOnlyList<SplittingSignal> Examine(DealClass used, SetDeal examined, params SetDeal[] others) =>
        Splitting.Examine(examined, others, used, Decree, Rules);

    private static SetDeal Deal(long amount, int daysAgo = 0, string set = "PAPER", SupplierId? seller = null, PersonId? requester = null) => new(
        Guid.CreateVersion7(), [Guid.CreateVersion7()], set, Unit, [requester ?? PersonId.New()], seller, R(amount), Today.AddDays(-daysAgo), null, "store");

    private static Rials R(long amount) => Rials.FromStored(amount);
}
