using Microsoft.EntityFrameworkCore;
using Procurement.Application.Shared.Names;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Warehousing;

/// <summary>Stores, bins and lots as people call them.</summary>
internal sealed class StoreNames(ProcurementDb db) : INameSource
{
    public async Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var named = new Dictionary<Guid, NamedThing>();
        var stores = ids.Select(StoreId.From).ToList();
        foreach (var store in await db.Set<Store>().Where(s => stores.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.NameEn, s.Code }).ToListAsync(ct))
            named[store.Id.Value] = new NamedThing(store.Name, store.NameEn, store.Code);
        var places = ids.Select(PlaceId.From).ToList();
        foreach (var place in await db.Set<Place>().Where(p => places.Contains(p.Id) && p.Kind == PlaceKind.Bin).Select(p => new { p.Id, p.Code, p.Name }).ToListAsync(ct))
            named[place.Id.Value] = new NamedThing(place.Name.Length == 0 ? place.Code : place.Name, "", place.Code);
        var lots = ids.Select(LotId.From).ToList();
        foreach (var lot in await db.Set<Lot>().Where(l => lots.Contains(l.Id)).Select(l => new { l.Id, l.Code }).ToListAsync(ct))
            named[lot.Id.Value] = new NamedThing(lot.Code, "", lot.Code);
        return named;
    }
}
