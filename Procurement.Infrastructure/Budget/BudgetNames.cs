using Microsoft.EntityFrameworkCore;
using Procurement.Application.Shared.Names;
using Procurement.Domain.Budget;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Budget;

/// <summary>Names budget lines by code and title: people know a line by its code, and several bear one title.</summary>
internal sealed class BudgetNames(ProcurementDb db) : INameSource
{
    public async Task<IReadOnlyDictionary<Guid, NamedThing>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var lines = ids.Select(BudgetLineId.From).ToList();
        return (await db.Set<BudgetLine>().Where(l => lines.Contains(l.Id)).Select(l => new { l.Id, l.Code, l.Title }).ToListAsync(ct))
            .ToDictionary(l => l.Id.Value, l => new NamedThing($"{l.Code} · {l.Title}", "", l.Code));
    }
}
