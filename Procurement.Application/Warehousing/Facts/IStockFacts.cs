using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.Facts;

/// <summary>What other capabilities may ask the store. Answers are facts of the moment; the ledger judges again when it posts.</summary>
public interface IStockFacts
{
    /// <summary>The stores of the units in a scope that are open, by name.</summary>
    Task<IReadOnlyList<StoreFact>> StoresIn(UnitScope scope, CancellationToken ct);

    Task<StoreFact?> Store(StoreId store, CancellationToken ct);

    /// <summary>What is there of each item in one store; an item without stock is listed with zeros.</summary>
    Task<IReadOnlyList<StockFact>> Of(StoreId store, IReadOnlyCollection<ItemId> items, CancellationToken ct);

    /// <summary>What is there of one item in every store of a scope, stores without it left out.</summary>
    Task<IReadOnlyList<StockFact>> Everywhere(ItemId item, UnitScope scope, CancellationToken ct);

    /// <summary>The places of a store: the standing ones and its open bins.</summary>
    Task<StorePlaces?> PlacesOf(StoreId store, CancellationToken ct);

    /// <summary>Where an item lies in a store's bins, first to expire first, then by bin code: the order to pick in.</summary>
    Task<IReadOnlyList<BinStock>> PickOrder(StoreId store, ItemId item, CancellationToken ct);

    /// <summary>What lies at one place, item by item and lot by lot.</summary>
    Task<IReadOnlyList<HeldStock>> At(StockPlace place, CancellationToken ct);

    /// <summary>What a document still holds reserved, and what became of the rest.</summary>
    Task<IReadOnlyList<ReservationFact>> ReservedBy(DocumentId document, CancellationToken ct);

    /// <summary>The lots of an item that were ever opened.</summary>
    Task<IReadOnlyList<LotFact>> LotsOf(ItemId item, CancellationToken ct);

    /// <summary>The value the ledger fixed for a document, line by line; negative for goods that left.</summary>
    Task<IReadOnlyList<LineValue>> ValueOf(DocumentId document, CancellationToken ct);
}

/// <param name="Id">The store.</param>
/// <param name="Code">Its code, the number series of its documents.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="UnitId">The unit it belongs to.</param>
/// <param name="HasGuard">Whether a guard stands at its gate.</param>
/// <param name="IsActive">Whether it takes new documents.</param>
/// <param name="ClosedThrough">The last day of its closed period.</param>
public sealed record StoreFact(StoreId Id, string Code, string Name, string NameEn, OrgUnitId UnitId, bool HasGuard, bool IsActive, DateOnly? ClosedThrough);

/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="OnHand">In the store's bins.</param>
/// <param name="Reserved">Held for approved requests.</param>
/// <param name="Staged">Picked and waiting for its receiver; no longer on hand.</param>
public sealed record StockFact(StoreId Store, ItemId Item, Quantity OnHand, Quantity Reserved, Quantity Staged)
{
    /// <summary>What can still be promised.</summary>
    public Quantity Available => Quantity.FromScaled(OnHand.Scaled - Reserved.Scaled);
}

/// <summary>The places of one store, ready to be sides of a move.</summary>
public sealed record StorePlaces(
    StockPlace Quarantine, StockPlace Staged, StockPlace WithCarrier, StockPlace InTransit, StockPlace Entrusted, StockPlace Away, IReadOnlyList<BinFact> Bins);

public sealed record BinFact(StockPlace Place, string Code, string Name);

public sealed record BinStock(StockPlace Place, string BinCode, LotId? Lot, string LotCode, DateOnly? ExpiresOn, Quantity Quantity);

public sealed record HeldStock(ItemId Item, LotId? Lot, Quantity Quantity);

/// <param name="Line">The reserving line.</param>
/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="Lot">The lot, when one was asked for.</param>
/// <param name="Reserved">Reserved in all.</param>
/// <param name="Consumed">Taken for its purpose.</param>
/// <param name="Released">Given back.</param>
public sealed record ReservationFact(Guid Line, StoreId Store, ItemId Item, LotId? Lot, Quantity Reserved, Quantity Consumed, Quantity Released)
{
    /// <summary>What is still held.</summary>
    public Quantity Open => Quantity.FromScaled(Reserved.Scaled - Consumed.Scaled - Released.Scaled);
}

public sealed record LotFact(LotId Id, string Code, DateOnly? ExpiresOn);

/// <param name="Line">The document's line.</param>
/// <param name="Quantity">Quantity valued; negative for goods that left.</param>
/// <param name="Value">Rials; negative for goods that left.</param>
public sealed record LineValue(Guid Line, SignedQuantity Quantity, SignedRials Value);
