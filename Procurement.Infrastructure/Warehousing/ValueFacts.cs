using Microsoft.EntityFrameworkCore;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class ValueFacts(ProcurementDb db) : IValueFacts
{
    public async Task<IReadOnlyDictionary<ItemId, StockWorth>> WorthOf(OrgUnitId entity, IReadOnlyCollection<ItemId> items, CancellationToken ct)
    {
        var rows = await db.Set<ValueBalanceRow>().Where(b => b.EntityId == entity && items.Contains(b.ItemId)).ToListAsync(ct);
        return rows.ToDictionary(r => r.ItemId, r => new StockWorth(Quantity.FromScaled(r.Qty), Rials.FromStored(r.Rials)));
    }
}
