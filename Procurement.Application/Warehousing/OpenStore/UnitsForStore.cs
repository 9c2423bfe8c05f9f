using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Warehousing.OpenStore;

/// <summary>The units the caller may open a store for.</summary>
[Requires(WarehousingPermissions.ManageStores)]
public sealed record UnitsForStore : IQuery<Result<IReadOnlyList<UnitForStore>>>;

public sealed record UnitForStore(OrgUnitId Id, string Code, string Name, string NameEn);

internal sealed class UnitsForStoreHandler(StoreSight sight, ChartOfCall charts) : IQueryHandler<UnitsForStore, Result<IReadOnlyList<UnitForStore>>>
{
    public async Task<Result<IReadOnlyList<UnitForStore>>> Handle(UnitsForStore query, CancellationToken cancellationToken)
    {
        var scope = await sight.Scope(cancellationToken);
        var chart = await charts.Get(cancellationToken);
        return Result<IReadOnlyList<UnitForStore>>.Of(
        [
            .. chart.Units.Where(u => u.IsActive && scope.Covers(u.Id)).OrderBy(u => u.Code, StringComparer.Ordinal)
                .Select(u => new UnitForStore(u.Id, u.Code, u.Name, u.NameEn)),
        ]);
    }
}
