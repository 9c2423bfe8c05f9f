using Microsoft.EntityFrameworkCore;
using Procurement.Application.Shared.Search;
using Procurement.Application.Warehousing;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Stores of the caller's units in the global search, by code or name.</summary>
internal sealed class StoreSearch(ProcurementDb db, StoreSight sight) : ISearchSource
{
    public string Kind => "store";

    public string Permission => WarehousingPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct)
    {
        var scope = await sight.Scope(ct);
        var rows = db.Set<Store>().TagWith("warehousing: store search");
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            rows = rows.Where(s => units.Contains(s.UnitId));
        }

        foreach (var word in asked.Words) rows = rows.Where(s => s.Folded.Contains(word));
        var found = await rows.OrderBy(s => s.SortKey).ThenBy(s => s.Id).Take(asked.Take).Select(s => new { s.Id, s.Code, s.Name, s.NameEn }).ToListAsync(ct);
        return [.. found.Select(s => new SearchHit(Kind, s.Name, s.NameEn, s.Code, s.Id.Value.ToString("D")))];
    }
}
