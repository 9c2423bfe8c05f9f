using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>Whom a step of a route is bound to.</summary>
public enum StepSource
{
    /// <summary>The document's owner.</summary>
    Owner = 1,

    /// <summary>A person the document names for the capacity.</summary>
    Named = 2,

    /// <summary>Holders of the post that serves the unit, nearest first.</summary>
    Post = 3,

    /// <summary>One inspector drawn at random from those whose term and scope fit (documents 3.7).</summary>
    Drawn = 4,
}

/// <summary>One step of a route definition.</summary>
/// <param name="Capacity">In which hand the signer signs.</param>
/// <param name="Source">Whom it is bound to.</param>
/// <param name="Timing">Whether the effect waits; <see cref="StepTiming.After"/> holds only where the document may be signed after.</param>
/// <param name="DueWorkingDays">Working days the holder has once it is his turn.</param>
/// <param name="When">Condition the document must state for the step to exist; null for always.</param>
public sealed record RouteStepRule(
    Capacity Capacity, StepSource Source, StepTiming Timing = StepTiming.Before, int DueWorkingDays = 3, string? When = null)
{
    public static RouteStepRule Owner(Capacity capacity) => new(capacity, StepSource.Owner);

    public static RouteStepRule Named(Capacity capacity, string? when = null) => new(capacity, StepSource.Named, When: when);

    public static RouteStepRule Post(Capacity capacity, string? when = null) => new(capacity, StepSource.Post, When: when);

    /// <summary>Finance controller, before the effect; after it where the document may be signed after.</summary>
    public static RouteStepRule Controller(StepTiming timing = StepTiming.Before) => new(Capacity.FinanceController, StepSource.Post, timing);

    /// <summary>Drawn Article 91 inspector, before the effect; after it where the document may be signed after.</summary>
    public static RouteStepRule Inspector(StepTiming timing = StepTiming.Before) => new(Capacity.Inspector, StepSource.Drawn, timing);
}

/// <summary>The route of a kind (مسیر امضا): data, effective-dated, resolved and frozen when a document is submitted.</summary>
public sealed record RouteDefinition(DocumentKind Kind, IReadOnlyList<RouteStepRule> Steps)
{
    /// <summary>
    /// Checks the body's own requirement: on a Signed kind, finance controller and Article 91 inspector are unconditional steps; nobody
    /// can save a route without them in any setting.
    /// </summary>
    public static Result<RouteDefinition> Create(DocumentKind kind, DocumentGroup group, IReadOnlyList<RouteStepRule> steps)
    {
        if (steps.Count == 0) return Refusal.Invalid("signoff.route-empty");
        if (steps.Select(s => (s.Capacity, s.When)).Distinct().Count() != steps.Count) return Refusal.Invalid("signoff.route-repeats-a-step");
        if (group == DocumentGroup.Signed)
        {
            if (!steps.Any(s => s.Capacity == Capacity.FinanceController && s.When is null))
                return Refusal.Rule("signoff.route-needs-controller");
            if (!steps.Any(s => s.Capacity == Capacity.Inspector && s.When is null)) return Refusal.Rule("signoff.route-needs-inspector");
        }

        return new RouteDefinition(kind, steps);
    }
}

/// <summary>Who has acted on a file so far, and in which hand.</summary>
public sealed class FileHands(IEnumerable<(PersonId Person, Capacity Capacity)> hands)
{
    private readonly ILookup<PersonId, Capacity> _hands = hands.ToLookup(h => h.Person, h => h.Capacity);

    public static FileHands None { get; } = new([]);

    /// <summary>The hand the person already has on the file that may not meet this one; null when there is none.</summary>
    public Capacity? ClashWith(PersonId person, Capacity capacity)
    {
        foreach (var had in _hands[person])
        {
            if (Incompatibilities.OnOneFile(capacity, had)) return had;
        }

        return null;
    }
}

/// <summary>A route bound to posts and people, ready to be frozen on a sheet.</summary>
public sealed class RoutePlan(IReadOnlyList<PlannedStep> steps, string? drawNote)
{
    public IReadOnlyList<PlannedStep> Steps => steps;

    /// <summary>Seed and pool of the inspector's draw, for the timeline; null when nobody was drawn.</summary>
    public string? DrawNote => drawNote;

    internal IEnumerable<RouteStep> Build(int round)
    {
        var built = steps.Select((s, i) => (s, step: new RouteStep(round, i + 1, s.Rule.Capacity, s.Timing, s.Rule.DueWorkingDays, s.Post, s.Person))).ToList();
        for (var i = 0; i < built.Count; i++)
        {
            var (planned, step) = built[i];
            if (planned.Inherited is { } from)
            {
                step.Inherit(from);
                continue;
            }

            // One person due on several steps signs once, as late as the latest needs (documents 3.2). After-steps never carry a before-step.
            if (planned.SoleSigner is not { } sole) continue;
            var later = built.FindLastIndex(b => b.s.SoleSigner == sole && b.s.Inherited is null && b.s.Timing == planned.Timing);
            if (later > i) step.JoinTo(later + 1);
        }

        return built.Select(b => b.step);
    }
}

/// <summary>One step of a plan.</summary>
/// <param name="Rule">Its definition.</param>
/// <param name="Timing">Before or after the effect, as this document allows.</param>
/// <param name="Post">The post that holds it; null when a person is bound.</param>
/// <param name="Person">The person bound.</param>
/// <param name="SoleSigner">The one person who can sign it today; null when several can.</param>
/// <param name="Inherited">The signature that stands for it.</param>
public sealed record PlannedStep(
    RouteStepRule Rule, StepTiming Timing, PostId? Post, PersonId? Person, PersonId? SoleSigner, InheritedSignature? Inherited);

/// <summary>Binds a route to posts and people for one document.</summary>
/// <remarks>
/// A step whose holders are all incompatible on the file moves to the same post one unit up, then to the province pool; when nobody is
/// eligible the submit is refused, naming the post to fill (documents 3.4).
/// </remarks>
public static class RouteResolver
{
    /// <param name="chart">The organisation.</param>
    /// <param name="route">The route in force.</param>
    /// <param name="unit">The document's unit.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="facts">What the kind tells of the document.</param>
    /// <param name="hands">Who has acted on its file.</param>
    /// <param name="day">Today, in the body's time zone.</param>
    /// <param name="seed">Random seed of the inspector's draw; recorded.</param>
    public static Result<RoutePlan> Resolve(
        OrganisationChart chart, RouteDefinition route, OrgUnitId unit, PersonId owner, RouteFacts facts, FileHands hands, DateOnly day, ulong seed)
    {
        var planned = new List<PlannedStep>();
        var taken = new List<(PersonId, Capacity)>();
        string? drawNote = null;
        var ownerCapacity = route.Steps.FirstOrDefault(s => s.Source == StepSource.Owner)?.Capacity;
        if (ownerCapacity is { } mine) taken.Add((owner, mine));

        foreach (var rule in route.Steps)
        {
            if (rule.When is { } condition && !facts.Conditions.Contains(condition)) continue;

            var timing = facts.MaySignAfter ? rule.Timing : StepTiming.Before;
            if (facts.Inherited.TryGetValue(rule.Capacity, out var inherited))
            {
                planned.Add(new PlannedStep(rule, timing, null, inherited.PersonId, inherited.PersonId, inherited));
                continue;
            }

            bool Eligible(PersonId person) =>
                hands.ClashWith(person, rule.Capacity) is null
                && !taken.Exists(t => t.Item1 == person && Incompatibilities.OnOneFile(rule.Capacity, t.Item2));

            switch (rule.Source)
            {
                case StepSource.Owner:
                case StepSource.Named:
                    var person = rule.Source == StepSource.Owner ? owner : facts.Named.GetValueOrDefault(rule.Capacity);
                    if (person == default) return Refusal.Rule("signoff.nobody-named", rule.Capacity);
                    if (hands.ClashWith(person, rule.Capacity) is { } had)
                        return Refusal.Rule("signoff.hands-incompatible", chart.NameOf(person), rule.Capacity, had);
                    taken.Add((person, rule.Capacity));
                    planned.Add(new PlannedStep(rule, timing, null, person, person, null));
                    break;

                case StepSource.Drawn:
                    var pool = chart.PostsServing(rule.Capacity, unit).SelectMany(p => chart.HoldersOf(p, day)).Distinct().Where(Eligible)
                        .OrderBy(p => p.Value.ToString("N"), StringComparer.Ordinal).ToList();
                    if (pool.Count == 0) return NobodyEligible(chart, rule.Capacity, unit);
                    var drawn = pool[(int)(seed % (ulong)pool.Count)];
                    drawNote = FormattableString.Invariant($"seed={seed} pool={pool.Count}");
                    planned.Add(new PlannedStep(rule, timing, null, drawn, drawn, null));
                    break;

                case StepSource.Post:
                    var found = chart.PostsServing(rule.Capacity, unit)
                        .Select(p => (Post: p, Holders: chart.HoldersOf(p, day).Where(Eligible).ToList()))
                        .FirstOrDefault(p => p.Holders.Count > 0);
                    if (found.Post is null) return NobodyEligible(chart, rule.Capacity, unit);
                    var sole = found.Holders.Count == 1 ? found.Holders[0] : (PersonId?)null;
                    if (sole is { } one) taken.Add((one, rule.Capacity));
                    planned.Add(new PlannedStep(rule, timing, found.Post.Id, null, sole, null));
                    break;

                default:
                    throw new ArgumentOutOfRangeException(nameof(route), rule.Source, "Unknown step source.");
            }
        }

        return new RoutePlan(planned, drawNote);
    }

    /// <summary>The inspectors another could be drawn from when one recuses himself.</summary>
    public static IReadOnlyList<PersonId> InspectorPool(OrganisationChart chart, OrgUnitId unit, FileHands hands, DateOnly day, PersonId except) =>
        [.. chart.PostsServing(Capacity.Inspector, unit).SelectMany(p => chart.HoldersOf(p, day)).Distinct()
            .Where(p => p != except && hands.ClashWith(p, Capacity.Inspector) is null)
            .OrderBy(p => p.Value.ToString("N"), StringComparer.Ordinal)];

    private static Refusal NobodyEligible(OrganisationChart chart, Capacity capacity, OrgUnitId unit) =>
        Refusal.Rule("signoff.nobody-eligible", capacity, chart.Unit(unit)?.Name ?? "");
}
