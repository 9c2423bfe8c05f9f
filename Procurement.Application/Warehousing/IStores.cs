using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>Stores, their places, and lots: whole and tracked.</summary>
public interface IStores
{
    Task<Store?> Find(StoreId store, CancellationToken ct);

    Task<Place?> FindPlace(PlaceId place, CancellationToken ct);

    Task<Lot?> FindLot(ItemId item, string code, CancellationToken ct);

    /// <summary>What lies at a place over all items; zero when it is empty.</summary>
    Task<Quantity> HeldAt(PlaceId place, CancellationToken ct);

    /// <summary>Whether anything lies in any place of the store.</summary>
    Task<bool> HoldsAnything(StoreId store, CancellationToken ct);

    void Add(Store store);

    void Add(Place place);

    void Add(Lot lot);
}

/// <summary>The stores the caller may see: those of the units in his scope. A foreign store is not found.</summary>
public sealed class StoreSight(IStores stores, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
{
    public async Task<UnitScope> Scope(CancellationToken ct) =>
        actor.IsSystem ? UnitScope.Everything : (await charts.Get(ct)).ScopeOf(actor.Person, clock.Today);

    /// <summary>The store, when the caller may see it.</summary>
    public async Task<Result<Store>> Find(StoreId id, CancellationToken ct) =>
        await stores.Find(id, ct) is { } store && (await Scope(ct)).Covers(store.UnitId) ? store : Refusal.NotFound("warehousing.store-not-found");

    /// <summary>The store, when the caller keeps it.</summary>
    public async Task<Result<Store>> FindOwn(StoreId id, CancellationToken ct)
    {
        var store = await Find(id, ct);
        if (!store.Succeeded || actor.IsSystem) return store;
        return (await charts.Get(ct)).HasCapacityFor(actor.Person, Capacity.Keeper, store.Value.UnitId, clock.Today)
            ? store
            : Refusal.Forbidden("warehousing.not-your-store", store.Value.Name);
    }
}
