using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>What the exam looks at and by which class it is bought.</summary>
/// <param name="UnitId">The unit whose deals are added up.</param>
/// <param name="Key">The file, or the request while it has none.</param>
/// <param name="On">The day of the step.</param>
/// <param name="ClassUsed">The class used.</param>
/// <param name="Decree">The decree that gave it.</param>
/// <param name="At">The step of the chain.</param>
/// <param name="Subject">What a finding would hold back.</param>
/// <param name="Own">The lines in hand, at their estimate or agreed price; the database may not know them yet.</param>
/// <param name="Buyer">The buyer, once there is one.</param>
/// <param name="Seller">The seller, once chosen.</param>
public sealed record Examined(
    OrgUnitId UnitId, Guid Key, DateOnly On, DealClass ClassUsed, ThresholdDecree Decree, ExaminedAt At, Guid Subject, IReadOnlyList<RequestedLine> Own,
    PersonId? Buyer = null, SupplierId? Seller = null);

/// <summary>
/// Runs the splitting tests at request, file opening and award (product 3.5). Every hit is a signal; where it blocks and no decision covers
/// the set, a finding opens.
/// </summary>
public sealed class SplittingExam(
    IPurchaseRequestFacts requests, ICatalogueFacts catalogue, IAwards awards, ISplittingFindings findings, ISettings settings, IBodyClock clock)
{
    /// <summary>Examines and opens what findings are due.</summary>
    public async Task<Result> Run(Examined examined, CancellationToken ct)
    {
        var seen = await Look(examined, ct);
        if (!seen.Succeeded) return seen.Plain();

        foreach (var set in seen.Value)
        {
            var known = await findings.About(examined.UnitId, set.Set, ct);
            // One question about a set is enough: the signal with the most members asks it.
            if (set.Signals.Where(s => s.Blocks).MaxBy(s => s.Members.Count) is not { } signal) continue;
            if (known.Any(f => f.Covers(set.Set, signal.Members) || (f.IsOpen && f.SubjectId == examined.Subject && f.HasAll(signal.Members)))) continue;
            findings.Add(SplittingFinding.Open(
                examined.UnitId, set.Set, signal, set.Requesters, examined.At, examined.Subject, examined.Buyer, clock.Now));
        }

        return Result.Ok;
    }

    /// <summary>What the tests see now, set by set; nothing is stored.</summary>
    public async Task<Result<IReadOnlyList<SetSignals>>> Look(Examined examined, CancellationToken ct)
    {
        var windows = await settings.Require(SourcingSettings.SplitWindows, examined.On, ct);
        var margin = await settings.Require(SourcingSettings.SplitMargins, examined.On, ct);
        if (!windows.Succeeded || !margin.Succeeded) return Result<IReadOnlyList<SetSignals>>.RefusedBy([.. windows.Refusals, .. margin.Refusals]);

        var rules = new SplittingRules(windows.Value.Value, margin.Value.Value);
        var deals = await Deals(examined, examined.On.AddDays(-rules.Windows[^1]), ct);
        var requesters = deals.SelectMany(d => d.Lines).DistinctBy(l => l.Request).ToDictionary(l => l.Request.Value, l => l.Requester);
        var all = deals.ConvertAll(d => d.Deal);
        var sets = new List<SetSignals>();
        foreach (var deal in all.Where(d => d.Key == examined.Key))
        {
            var signals = Splitting.Examine(deal, all, examined.ClassUsed, examined.Decree, rules);
            if (signals.Count > 0) sets.Add(new SetSignals(deal.Set, signals, requesters));
        }

        return sets;
    }

    /// <summary>What the tests see of several deals, laid open for the reader; or why they could not look.</summary>
    public async Task<(IReadOnlyList<SplittingCase> Cases, Refusal? Unable)> Show(IEnumerable<Examined> deals, SplittingBoard board, CancellationToken ct)
    {
        var cases = new List<SplittingCase>();
        foreach (var deal in deals)
        {
            var seen = await Look(deal, ct);
            if (!seen.Succeeded) return ([], seen.Refusal);
            cases.AddRange(await board.Cases(deal, seen.Value, ct));
        }

        return (cases, null);
    }

    /// <summary>Requested lines of the unit as deals: lines of one file, or of one request without a file, and one set are one deal.</summary>
    private async Task<List<(SetDeal Deal, IReadOnlyList<RequestedLine> Lines)>> Deals(Examined examined, DateOnly since, CancellationToken ct)
    {
        var mine = examined.Own.Select(l => l.Line).ToHashSet();
        var others = (await requests.Requested([examined.UnitId], TehranTime.StartOfDay(since), ct)).Where(l => !mine.Contains(l.Line)).ToList();
        var items = await catalogue.Items([.. examined.Own.Concat(others).Select(l => l.Item).OfType<ItemId>().Distinct()], ct);
        var awarded = (await awards.Of([.. others.Select(l => l.FileId).OfType<Guid>().Distinct()], ct)).ToLookup(a => a.RequestLine);
        var deals = new List<(SetDeal, IReadOnlyList<RequestedLine>)>();
        foreach (var own in examined.Own.GroupBy(l => SetOf(l, items), StringComparer.Ordinal))
            deals.Add((Deal(examined.Key, own.Key, examined, [.. own], examined.Seller, own.Select(l => l.Estimate), examined.On), [.. own]));
        foreach (var other in others.GroupBy(l => (Key: l.FileId ?? l.Request.Value, Set: SetOf(l, items))))
        {
            var agreed = other.SelectMany(l => awarded[l.Line]).ToList();
            deals.Add((
                Deal(
                    other.Key.Key, other.Key.Set, examined, [.. other], agreed.FirstOrDefault()?.Supplier, other.Select(l => awarded[l.Line].FirstOrDefault()?.Price ?? l.Estimate),
                    agreed.FirstOrDefault()?.On ?? TehranTime.LocalDate(other.Min(l => l.SubmittedAt))),
                [.. other]));
        }

        return deals;
    }

    private static SetDeal Deal(
        Guid key, string set, Examined examined, IReadOnlyList<RequestedLine> lines, SupplierId? seller, IEnumerable<Rials> prices, DateOnly on) => new(
        key, [.. lines.Select(l => l.Request.Value).Distinct()], set, examined.UnitId, [.. lines.Select(l => l.Requester).Distinct()], seller,
        prices.Aggregate(Rials.Zero, (sum, p) => sum + p), on, lines[0].BudgetLine, PersianText.Fold(lines[0].DeliveryPlace));

    /// <summary>The conventional set of a line: its item's, or its own words where it has no item.</summary>
    public static string SetOf(RequestedLine line, IReadOnlyDictionary<ItemId, ItemFacts> items) =>
        line.Item is { } id && items.TryGetValue(id, out var item) ? item.ConventionalSet : "«" + PersianText.Fold(line.Description) + "»";
}

/// <summary>What the tests saw of one set, and who asked for its members.</summary>
public sealed record SetSignals(string Set, IReadOnlyList<SplittingSignal> Signals, IReadOnlyDictionary<Guid, PersonId> Requesters);
