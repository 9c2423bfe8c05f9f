using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Sourcing;

/// <summary>The tests that look for deals split to stay under a limit (آزمون‌های تفکیک; law file 5.1). Stored numbers: never renumber.</summary>
public enum SplittingTest
{
    /// <summary>The sum of a set in a window reaches a higher class than the one used.</summary>
    CumulativeSum = 1,

    /// <summary>An amount just below a limit.</summary>
    JustBelow = 2,

    /// <summary>Several deals with one seller in the window.</summary>
    SameSeller = 3,

    /// <summary>Consecutive invoice numbers or one invoice date.</summary>
    Sequence = 4,

    /// <summary>Several requests for one need: same requester, credit line and delivery.</summary>
    SameNeed = 5,

    /// <summary>Quotes from one circle.</summary>
    QuotePattern = 6,

    /// <summary>«Three quotes not possible», again and again.</summary>
    FakeAbsence = 7,

    /// <summary>Deals moved across the day a decree changed.</summary>
    ClassDrift = 8,
}

/// <summary>One deal, planned or made, of one conventional set, as the tests see it.</summary>
/// <param name="Key">File or request: lines bought together are one deal.</param>
/// <param name="Requests">The requests it stands for; findings name these, so that a request keeps its decision when a file takes it up.</param>
/// <param name="Set">Conventional set of its items.</param>
/// <param name="UnitId">Unit that asked.</param>
/// <param name="Requesters">Who asked.</param>
/// <param name="Seller">Seller, once chosen.</param>
/// <param name="Amount">Its estimate, or the price agreed.</param>
/// <param name="On">The day it was asked for or made.</param>
/// <param name="BudgetLine">Credit line, once certified.</param>
/// <param name="DeliveryPlace">Where it is to be delivered, folded.</param>
public sealed record SetDeal(
    Guid Key, IReadOnlyList<Guid> Requests, string Set, OrgUnitId UnitId, IReadOnlyList<PersonId> Requesters, SupplierId? Seller, Rials Amount, DateOnly On,
    BudgetLineId? BudgetLine, string DeliveryPlace);

/// <summary>The parameters of the tests, all settings.</summary>
/// <param name="Windows">Days back, in rising order.</param>
/// <param name="MarginBasisPoints">How far under a limit is just below, in hundredths of a percent.</param>
public sealed record SplittingRules(IReadOnlyList<int> Windows, long MarginBasisPoints);

/// <summary>What one test saw; a signal for the risk view, and a finding where <see cref="Blocks"/> holds.</summary>
/// <param name="Test">The test.</param>
/// <param name="WindowDays">The window it was seen in.</param>
/// <param name="Members">The requests it concerns, the examined ones included, in one order.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="ClassUsed">The class the examined deal uses.</param>
/// <param name="ClassOfSum">The class the sum belongs to.</param>
/// <param name="Blocks">The next signature waits for a decision (product 3.5).</param>
public sealed record SplittingSignal(
    SplittingTest Test, int WindowDays, IReadOnlyList<Guid> Members, Rials Sum, DealClass ClassUsed, DealClass ClassOfSum, bool Blocks);

/// <summary>
/// Tests T1, T2, T3 and T5 over facts (tender law art. 3 note 3). They only see; whether items are one conventional set is a judgement that a
/// person states.
/// </summary>
public static class Splitting
{
    /// <summary>One more deal with the same seller beside the examined one and another makes «several».</summary>
    private const int SeveralDeals = 3;

    /// <param name="examined">The deal in hand.</param>
    /// <param name="others">Other deals of the unit; of any set, the tests choose.</param>
    /// <param name="classUsed">The class by which it is bought.</param>
    /// <param name="decree">The decree that gave it.</param>
    /// <param name="rules">Windows and margin.</param>
    public static IReadOnlyList<SplittingSignal> Examine(
        SetDeal examined, IReadOnlyCollection<SetDeal> others, DealClass classUsed, ThresholdDecree decree, SplittingRules rules)
    {
        var signals = new List<SplittingSignal>();
        foreach (var window in rules.Windows)
        {
            var near = others.Where(o => o.Key != examined.Key && IsWithin(o, examined, window)).ToList();
            var set = near.Where(o => o.Set == examined.Set).ToList();
            signals.AddRange(Seen(
                Cumulative(examined, set, window, classUsed, decree),
                JustBelow(examined, set, window, classUsed, decree, rules),
                SameSeller(examined, near, window, classUsed, decree),
                SameNeed(examined, near, window, classUsed, decree)));
        }

        // The smallest window in which a test speaks says it most plainly.
        return [.. signals.GroupBy(s => (s.Test, s.Blocks)).Select(g => g.MinBy(s => s.WindowDays)!)];
    }

    /// <summary>T1: the set's sum crosses the limit of the class used. Opens a finding.</summary>
    private static SplittingSignal? Cumulative(SetDeal examined, List<SetDeal> set, int window, DealClass classUsed, ThresholdDecree decree)
    {
        if (set.Count == 0) return null;
        var signal = Signal(SplittingTest.CumulativeSum, examined, set, window, classUsed, decree, blocks: true);
        return signal.ClassOfSum > classUsed ? signal : null;
    }

    /// <summary>T2: just below the limit of the class used; opens a finding where it meets another deal of the set.</summary>
    private static SplittingSignal? JustBelow(
        SetDeal examined, List<SetDeal> set, int window, DealClass classUsed, ThresholdDecree decree, SplittingRules rules)
    {
        if (decree.LimitOf(classUsed) is not { } limit || examined.Amount > limit) return null;
        var isJustBelow = limit.Minus(examined.Amount).Value <= limit.Percent(rules.MarginBasisPoints);
        return isJustBelow ? Signal(SplittingTest.JustBelow, examined, set, window, classUsed, decree, blocks: set.Count > 0) : null;
    }

    /// <summary>T3: several deals with one seller.</summary>
    private static SplittingSignal? SameSeller(SetDeal examined, List<SetDeal> near, int window, DealClass classUsed, ThresholdDecree decree)
    {
        if (examined.Seller is not { } seller) return null;
        var same = near.Where(o => o.Seller == seller).ToList();
        return same.Count + 1 >= SeveralDeals ? Signal(SplittingTest.SameSeller, examined, same, window, classUsed, decree, blocks: false) : null;
    }

    /// <summary>T5: other requests of the same requester on the same credit line for the same place.</summary>
    private static SplittingSignal? SameNeed(SetDeal examined, List<SetDeal> near, int window, DealClass classUsed, ThresholdDecree decree)
    {
        var same = near.Where(o => o.Requesters.Any(examined.Requesters.Contains) && o.DeliveryPlace == examined.DeliveryPlace
            && (o.BudgetLine is null || examined.BudgetLine is null || o.BudgetLine == examined.BudgetLine)).ToList();
        return same.Count > 0 ? Signal(SplittingTest.SameNeed, examined, same, window, classUsed, decree, blocks: false) : null;
    }

    private static SplittingSignal Signal(
        SplittingTest test, SetDeal examined, List<SetDeal> others, int window, DealClass classUsed, ThresholdDecree decree, bool blocks)
    {
        var sum = others.Aggregate(examined.Amount, (total, o) => total + o.Amount);
        var members = others.SelectMany(o => o.Requests).Concat(examined.Requests).Distinct().Order().ToList();
        return new SplittingSignal(test, window, members, sum, classUsed, decree.ClassOf(sum), blocks);
    }

    private static bool IsWithin(SetDeal other, SetDeal examined, int days) =>
        other.On <= examined.On && other.On > examined.On.AddDays(-days);

    private static List<SplittingSignal> Seen(params ReadOnlySpan<SplittingSignal?> signals)
    {
        var seen = new List<SplittingSignal>();
        foreach (var signal in signals)
        {
            if (signal is not null) seen.Add(signal);
        }

        return seen;
    }
}
