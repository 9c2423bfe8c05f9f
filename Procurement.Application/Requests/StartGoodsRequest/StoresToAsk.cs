using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.StartGoodsRequest;

/// <summary>The open stores the caller may ask: those of his own unit, then those of the units above it.</summary>
[Requires(RequestsPermissions.DraftGoodsRequest)]
public sealed record StoresToAsk : IQuery<Result<IReadOnlyList<StoreToAsk>>>;

public sealed record StoreToAsk(StoreId Id, string Name, string NameEn, string UnitName);

internal sealed class StoresToAskHandler(IStockFacts stock, ChartOfCall charts, ICurrentActor actor) : IQueryHandler<StoresToAsk, Result<IReadOnlyList<StoreToAsk>>>
{
    public async Task<Result<IReadOnlyList<StoreToAsk>>> Handle(StoresToAsk query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var near = chart.PathUp(chart.Person(actor.Person)!.UnitId).Select(u => u.Id).ToList();
        var stores = await stock.StoresIn(UnitScope.Of(near), cancellationToken);
        return Result<IReadOnlyList<StoreToAsk>>.Of(
            [.. stores.OrderBy(s => near.IndexOf(s.UnitId)).Select(s => new StoreToAsk(s.Id, s.Name, s.NameEn, chart.Unit(s.UnitId)?.Name ?? ""))]);
    }
}
