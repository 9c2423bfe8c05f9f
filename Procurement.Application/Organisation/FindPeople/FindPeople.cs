using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.FindPeople;

/// <summary>Active staff within the caller's units, by name; paged by sort key.</summary>
/// <param name="Text">Words of the name; empty for everyone.</param>
/// <param name="Unit">Only this unit; null for all the caller sees.</param>
/// <param name="After">The last row of the page before.</param>
[Requires(OrganisationPermissions.Read)]
public sealed record FindPeople(string? Text, OrgUnitId? Unit, PeopleCursor? After) : IQuery<Result<PeoplePage>>;

public sealed record PeopleCursor(string SortKey, Guid Id);

public sealed record PeoplePage(IReadOnlyList<PersonRow> Rows, PeopleCursor? Next);

public sealed record PersonRow(PersonId Id, string Name, string UnitName, IReadOnlyList<Capacity> Capacities);

/// <summary>Reads people by name over both engines' index of sort keys.</summary>
public interface IPeopleQueries
{
    Task<(IReadOnlyList<(PersonId Id, string Name, OrgUnitId Unit)> Rows, PeopleCursor? Next)> Page(
        IReadOnlyList<string> words, IReadOnlyCollection<OrgUnitId>? units, PeopleCursor? after, CancellationToken ct);
}

internal sealed class FindPeopleHandler(IPeopleQueries people, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<FindPeople, Result<PeoplePage>>
{
    public async Task<Result<PeoplePage>> Handle(FindPeople query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        if (query.Unit is { } only && !scope.Covers(only)) return Refusal.NotFound("organisation.unit-not-found");

        IReadOnlyCollection<OrgUnitId>? units = query.Unit is { } unit ? [unit] : scope.All ? null : scope.Units;
        var (rows, next) = await people.Page(PersianText.SearchWords(query.Text), units, query.After, cancellationToken);
        return new PeoplePage(
            [.. rows.Select(r => new PersonRow(
                r.Id, r.Name, chart.Unit(r.Unit)?.Name ?? "", [.. chart.PostsHeldBy(r.Id, clock.Today).Select(p => p.Capacity).Distinct().Order()]))],
            next);
    }
}
