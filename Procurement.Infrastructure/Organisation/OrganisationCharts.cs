using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Organisation;

/// <summary>The chart last built, shared by all calls of the process.</summary>
internal sealed class ChartCache
{
    private volatile OrganisationChart? _chart;

    public OrganisationChart? Chart
    {
        get => _chart;
        set => _chart = value;
    }
}

internal sealed class OrganisationCharts(ProcurementDb db, ISqlSession sql, ChartCache cache) : IOrganisationCharts
{
    public async Task<OrganisationChart> Current(CancellationToken ct)
    {
        var version = (await sql.Query($"SELECT version FROM organisation_version WHERE id = 1", row => row.GetInt64(0), ct))[0];
        if (cache.Chart is { } known && known.Version == version) return known;

        // Read the version first: a change that slips in between only makes the next call build again.
        var chart = await Build(version, ct);
        cache.Chart = chart;
        return chart;
    }

    private async Task<OrganisationChart> Build(long version, CancellationToken ct)
    {
        var units = await db.Set<OrgUnit>()
            .Select(u => new ChartUnit(u.Id, u.Code, u.Name, u.NameEn, u.Kind, u.ParentId, u.IsActive)).ToListAsync(ct);
        var people = await db.Set<Person>()
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.UnitId, p.IsActive }).ToListAsync(ct);
        var posts = await db.Set<Post>().ToListAsync(ct);
        var delegations = await db.Set<Delegation>().Where(d => d.RevokedOn == null).ToListAsync(ct);
        return new OrganisationChart(
            version,
            units,
            people.Select(p => new ChartPerson(p.Id, p.FirstName + " " + p.LastName, p.UnitId, p.IsActive)),
            posts.Select(p => new ChartPost(
                p.Id, p.Capacity, p.UnitId, p.ServesSubtree, p.IsOpen,
                [.. p.Appointments.Select(a => new ChartAppointment(a.Id, a.PersonId, a.From, a.To, a.IsActing))])),
            delegations);
    }
}

/// <summary>The organisation changed between the decision and the commit: the whole command is decided again.</summary>
internal sealed class ChartMovedException() : Exception("The organisation changed while the command was being decided.");
