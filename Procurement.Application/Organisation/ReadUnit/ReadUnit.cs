using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.ReadUnit;

/// <summary>A unit with its path, the units under it and its posts with their holders; without an id, the top of the tree.</summary>
[Requires(OrganisationPermissions.Read)]
public sealed record ReadUnit(OrgUnitId? Unit) : IQuery<Result<UnitCard>>;

public sealed record UnitCard(
    OrgUnitId? Id, string Code, string Name, string NameEn, UnitKind? Kind, bool IsActive, IReadOnlyList<UnitLink> Path, IReadOnlyList<UnitLink> Children,
    IReadOnlyList<PostRow> Posts)
{
    /// <summary>The caller may open the cards of its people; the chart itself is everybody's to read.</summary>
    public bool SeesPeople { get; init; }
}

public sealed record UnitLink(OrgUnitId Id, string Code, string Name, string NameEn, UnitKind Kind, bool IsActive);

public sealed record PostRow(PostId Id, Capacity Capacity, bool ServesSubtree, bool IsOpen, IReadOnlyList<HolderRow> Holders);

public sealed record HolderRow(AppointmentId Appointment, PersonId Person, string Name, DateOnly From, DateOnly? To, bool IsActing);

internal sealed class ReadUnitHandler(ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<ReadUnit, Result<UnitCard>>
{
    public async Task<Result<UnitCard>> Handle(ReadUnit query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var top = chart.Units.Where(u => u.ParentId is null).OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
        if (query.Unit is null && top.Count != 1) return new UnitCard(null, "", "", "", null, true, [], [.. top.Select(Link)], []);

        var unit = query.Unit is { } id ? chart.Unit(id) : top[0];
        if (unit is null) return Refusal.NotFound("organisation.unit-not-found");

        return new UnitCard(
            unit.Id, unit.Code, unit.Name, unit.NameEn, unit.Kind, unit.IsActive,
            [.. chart.PathUp(unit.Id).Skip(1).Reverse().Select(Link)],
            [.. chart.Units.Where(u => u.ParentId == unit.Id).OrderBy(u => u.Code, StringComparer.Ordinal).Select(Link)],
            [.. chart.Posts.Where(p => p.UnitId == unit.Id && p.IsOpen).OrderBy(p => p.Capacity).Select(p => Post(p, chart))])
        {
            SeesPeople = chart.ScopeOf(actor.Person, clock.Today).Covers(unit.Id),
        };
    }

    private PostRow Post(ChartPost post, OrganisationChart chart) => new(
        post.Id, post.Capacity, post.ServesSubtree, post.IsOpen,
        [.. post.Appointments.Where(a => a.To is null || a.To >= clock.Today)
            .OrderBy(a => a.From).Select(a => new HolderRow(a.Id, a.PersonId, chart.NameOf(a.PersonId), a.From, a.To, a.IsActing))]);

    private static UnitLink Link(ChartUnit unit) => new(unit.Id, unit.Code, unit.Name, unit.NameEn, unit.Kind, unit.IsActive);
}
