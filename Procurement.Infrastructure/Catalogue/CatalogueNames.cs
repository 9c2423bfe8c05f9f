using Microsoft.EntityFrameworkCore;
using Procurement.Application.Shared.Names;
using Procurement.Domain.Catalogue;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Catalogue;

/// <summary>Names items and suppliers.</summary>
internal sealed class CatalogueNames(ProcurementDb db) : INameSource
{
    public async Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var items = ids.Select(ItemId.From).ToList();
        var named = (await db.Set<Item>().IgnoreAutoIncludes().Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Code, i.Name, i.NameEn }).ToListAsync(ct))
            .ToDictionary(i => i.Id.Value, i => new NamedThing(i.Name, i.NameEn, i.Code));
        if (named.Count == ids.Count) return named;

        var suppliers = ids.Where(id => !named.ContainsKey(id)).Select(SupplierId.From).ToList();
        foreach (var supplier in await db.Set<Supplier>().IgnoreAutoIncludes().Where(s => suppliers.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.NameEn }).ToListAsync(ct))
            named[supplier.Id.Value] = new NamedThing(supplier.Name, supplier.NameEn);
        return named;
    }
}
