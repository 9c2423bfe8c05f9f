using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.StaffingCheck;

/// <summary>Which document kinds a unit cannot complete today, and which post is missing (documents 6).</summary>
[Requires(OrganisationPermissions.Read)]
public sealed record StaffingCheck(OrgUnitId Unit) : IQuery<Result<UnitStaffing>>;

public sealed record UnitStaffing(OrgUnitId Unit, string UnitName, IReadOnlyList<KindStaffing> Kinds);

/// <param name="Kind">The document kind.</param>
/// <param name="Missing">Capacities nobody can fill; empty when the kind can be completed.</param>
/// <param name="Signers">Who would sign each step, as names by capacity, when it can.</param>
public sealed record KindStaffing(string Kind, IReadOnlyList<Capacity> Missing, IReadOnlyList<StaffedStep> Signers);

public sealed record StaffedStep(Capacity Capacity, string Names);

internal sealed class StaffingCheckHandler(ChartOfCall charts, DocumentRegistry registry, IRoutes routes, IBodyClock clock)
    : IQueryHandler<StaffingCheck, Result<UnitStaffing>>
{
    public async Task<Result<UnitStaffing>> Handle(StaffingCheck query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        if (chart.Unit(query.Unit) is not { } unit) return Refusal.NotFound("organisation.unit-not-found");

        var kinds = new List<KindStaffing>();
        foreach (var kind in registry.Kinds)
        {
            var route = await routes.InForce(kind.Kind, unit.Kind, clock.Today, cancellationToken);
            kinds.Add(Check(chart, kind, route, unit.Id, clock.Today));
        }

        return new UnitStaffing(unit.Id, unit.Name, kinds);
    }

    /// <summary>Tries every person who could own such a document; the kind can be completed when one of them finds a whole route.</summary>
    private static KindStaffing Check(OrganisationChart chart, DocumentKindDefinition kind, RouteDefinition route, OrgUnitId unit, DateOnly day)
    {
        // People the document itself will name are not posts, so they cannot be missing here.
        var posts = route with { Steps = [.. route.Steps.Where(s => s.Source != StepSource.Named)] };
        var all = new RouteFacts { Conditions = posts.Steps.Select(s => s.When).OfType<string>().ToHashSet() };
        var owners = OwnersOf(chart, kind, unit, day).ToList();
        var missing = new HashSet<Capacity>();
        if (owners.Count == 0) missing.UnionWith(kind.DraftedBy.Count > 0 ? kind.DraftedBy : [Capacity.Requester]);
        foreach (var owner in owners)
        {
            var lacking = LackingFor(chart, posts, unit, owner, all, day, out var plan);
            if (lacking.Count > 0)
            {
                missing.UnionWith(lacking);
                continue;
            }

            return new KindStaffing(kind.Kind.Code, [], [.. plan!.Steps.Select(s => new StaffedStep(
                s.Rule.Capacity,
                s.Person is { } person ? chart.NameOf(person)
                    : string.Join("، ", s.Post is { } post ? chart.HoldersOf(chart.PostOf(post)!, day).Select(chart.NameOf) : [])))]);
        }

        return new KindStaffing(kind.Kind.Code, [.. missing.Order()], []);
    }

    /// <summary>Every capacity the owner's document would wait for in vain: each one found is set aside and the rest tried again.</summary>
    private static List<Capacity> LackingFor(
        OrganisationChart chart, RouteDefinition route, OrgUnitId unit, PersonId owner, RouteFacts facts, DateOnly day, out RoutePlan? plan)
    {
        var lacking = new List<Capacity>();
        while (true)
        {
            var resolved = RouteResolver.Resolve(chart, route, unit, owner, facts, FileHands.None, day, seed: 0);
            plan = resolved.Succeeded ? resolved.Value : null;
            if (resolved.Succeeded || resolved.Refusal.Args.FirstOrDefault() is not Capacity capacity) return lacking;

            lacking.Add(capacity);
            route = route with { Steps = [.. route.Steps.Where(s => s.Capacity != capacity)] };
        }
    }

    private static IEnumerable<PersonId> OwnersOf(OrganisationChart chart, DocumentKindDefinition kind, OrgUnitId unit, DateOnly day) =>
        kind.DraftedBy.Count > 0
            ? kind.DraftedBy.SelectMany(c => chart.PostsServing(c, unit)).SelectMany(p => chart.HoldersOf(p, day)).Distinct()
            : chart.People.Where(p => p.UnitId == unit && p.IsActive).Select(p => p.Id).OrderBy(p => p.Value);
}
