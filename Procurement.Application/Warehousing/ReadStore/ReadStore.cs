using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.ReadStore;

/// <summary>One store with its bins and who keeps it.</summary>
[Requires(WarehousingPermissions.Read)]
public sealed record ReadStore(StoreId Store) : IQuery<Result<StoreView>>;

public sealed record StoreView(
    StoreId Id, string Code, string Name, string NameEn, OrgUnitId UnitId, string UnitName, string UnitNameEn, bool HasGuard, bool IsActive,
    DateOnly? ClosedThrough, DateOnly? ProposedThrough, string ProposedBy, string ClosedBy, IReadOnlyList<string> Keepers, IReadOnlyList<BinView> Bins)
{
    /// <summary>Whether the reader keeps the store.</summary>
    public bool Own { get; init; }

    /// <summary>Whether the reader may approve the proposed closing: not his own.</summary>
    public bool MayApproveClosing { get; init; }
}

public sealed record BinView(PlaceId Id, string Code, string Name, bool IsActive, long Items);

public interface IBinQueries
{
    Task<IReadOnlyList<BinView>> BinsOf(StoreId store, CancellationToken ct);
}

internal sealed class ReadStoreHandler(StoreSight sight, IBinQueries bins, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadStore, Result<StoreView>>
{
    public async Task<Result<StoreView>> Handle(ReadStore query, CancellationToken cancellationToken)
    {
        var found = await sight.Find(query.Store, cancellationToken);
        if (!found.Succeeded) return found.Plain();

        var store = found.Value;
        var chart = await charts.Get(cancellationToken);
        var unit = chart.Unit(store.UnitId);
        var keepers = chart.PostsServing(Capacity.Keeper, store.UnitId).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct().Select(chart.NameOf);
        return new StoreView(
            store.Id, store.Code, store.Name, store.NameEn, store.UnitId, unit?.Name ?? "", unit?.NameEn ?? "", store.HasGuard, store.IsActive,
            store.ClosedThrough, store.ProposedThrough, store.ProposedBy is { } proposer ? chart.NameOf(proposer) : "",
            store.ClosedBy is { } closer ? chart.NameOf(closer) : "", [.. keepers], await bins.BinsOf(store.Id, cancellationToken))
        {
            Own = !actor.IsSystem && chart.HasCapacityFor(actor.Person, Capacity.Keeper, store.UnitId, clock.Today),
            MayApproveClosing = store.ProposedThrough is not null && store.ProposedBy != actor.Person,
        };
    }
}
