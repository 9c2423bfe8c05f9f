using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.StartTemporaryExit;

/// <summary>What the form of a temporary exit offers: the keeper's stores, their bins, and who of the body may take the goods.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record StartTemporaryExit : IQuery<Result<IReadOnlyList<ExitStore>>>;

/// <summary>A store the caller keeps.</summary>
public sealed record ExitStore(StoreId Id, string Code, string Name, string NameEn, IReadOnlyList<ExitBin> Bins, IReadOnlyList<PersonChoice> Receivers);

public sealed record ExitBin(string Code, string Name);

internal sealed class StartTemporaryExitHandler(IStockFacts stock, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartTemporaryExit, Result<IReadOnlyList<ExitStore>>>
{
    public async Task<Result<IReadOnlyList<ExitStore>>> Handle(StartTemporaryExit query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var offered = new List<ExitStore>();
        foreach (var store in await stock.StoresIn(chart.ScopeOf(actor.Person, clock.Today), cancellationToken))
        {
            if (!chart.HasCapacityFor(actor.Person, Capacity.Keeper, store.UnitId, clock.Today)) continue;
            var places = await stock.PlacesOf(store.Id, cancellationToken);
            offered.Add(new ExitStore(
                store.Id, store.Code, store.Name, store.NameEn, [.. (places?.Bins ?? []).Select(b => new ExitBin(b.Code, b.Name))],
                chart.Besides(store.UnitId, clock.Today, actor.Person)));
        }

        return offered;
    }
}
