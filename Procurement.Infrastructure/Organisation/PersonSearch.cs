using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Search;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Organisation;

/// <summary>Active staff of the caller's units in the global search, by name; the unit stands beside the name.</summary>
internal sealed class PersonSearch(ProcurementDb db, CallerRights rights, ChartOfCall charts) : ISearchSource
{
    public string Kind => "person";

    public string Permission => OrganisationPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct)
    {
        var scope = await rights.Scope(ct);
        var rows = db.Set<Person>().TagWith("organisation: person search").IgnoreAutoIncludes().Where(p => p.IsActive);
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            rows = rows.Where(p => units.Contains(p.UnitId));
        }

        foreach (var word in asked.Words) rows = rows.Where(p => p.Folded.Contains(word));
        var found = await rows.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(asked.Take)
            .Select(p => new { p.Id, p.FirstName, p.LastName, p.UnitId }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        return [.. found.Select(p => new SearchHit(Kind, p.FirstName + " " + p.LastName, "", chart.Unit(p.UnitId)?.Name ?? "", p.Id.Value.ToString("D")))];
    }
}
