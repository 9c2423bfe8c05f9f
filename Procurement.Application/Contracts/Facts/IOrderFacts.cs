using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Contracts.Facts;

/// <summary>What later capabilities may ask about orders and contracts: what was agreed, with whom, for whom, and who bought it.</summary>
public interface IOrderFacts
{
    /// <summary>An order or contract, whatever the caller may see of it; null when there is none of that id.</summary>
    Task<DealFacts?> Find(DocumentId deal, CancellationToken ct);

    /// <summary>Deals in effect, newest first, with goods due at a store of the scope, or services and works of its units.</summary>
    Task<IReadOnlyList<OpenDeal>> InEffect(UnitScope scope, DealWork work, CancellationToken ct);
}

/// <summary>How a deal was made.</summary>
public enum DealForm
{
    /// <summary>The small deal's order.</summary>
    Order = 1,

    Contract = 2,

    /// <summary>The buyer pays out of his imprest; invoice and goods arrive together.</summary>
    Imprest = 3,
}

/// <summary>What of a deal is looked for.</summary>
public enum DealWork
{
    Goods = 1,
    ServicesAndWorks = 2,
}

/// <summary>A deal in a list to choose from.</summary>
public sealed record OpenDeal(DocumentId Id, DocumentKind Kind, string Number, string NumberFa, string SupplierName, DateOnly? DueOn);

/// <param name="Id">The order or contract.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number as the API writes it.</param>
/// <param name="NumberFa">Its number as people read it.</param>
/// <param name="IsInEffect">Goods may arrive and work may begin.</param>
/// <param name="Form">Order, contract, or a purchase out of the imprest.</param>
/// <param name="IsUrgent">It comes from an urgent request.</param>
/// <param name="UnitId">The buying unit.</param>
/// <param name="SupplierId">Who delivers.</param>
/// <param name="SupplierName">By name.</param>
/// <param name="BuyerId">Who bought: he may not receive, count, check or judge.</param>
/// <param name="Sheet">Its sign-off sheet, whose files later documents join.</param>
/// <param name="Lines">Its lines in order.</param>
public sealed record DealFacts(
    DocumentId Id, DocumentKind Kind, string Number, string NumberFa, DealForm Form, bool IsInEffect, bool IsUrgent, OrgUnitId UnitId,
    SupplierId SupplierId, string SupplierName, PersonId BuyerId, SignOffSheet Sheet, IReadOnlyList<DealLine> Lines);

/// <param name="LineId">The line.</param>
/// <param name="Order">Its place on the form.</param>
/// <param name="Kind">Goods, service or works.</param>
/// <param name="Item">The catalogue's item; null where the request described it in words only.</param>
/// <param name="Description">What is bought, in words.</param>
/// <param name="UnitName">The unit its quantity is stated in.</param>
/// <param name="Specification">The specification agreed, the requester's own unless he approved a change (6.2.a).</param>
/// <param name="Ordered">How much, amendments included.</param>
/// <param name="UnitPrice">Rials a base unit, amendments included.</param>
/// <param name="RequesterId">Who asked for it and judges what comes.</param>
/// <param name="RequestingUnitId">The requester's unit.</param>
/// <param name="StoreId">Where goods are to be delivered; null for services and works.</param>
/// <param name="DueOn">Delivery day agreed.</param>
public sealed record DealLine(
    Guid LineId, int Order, ItemKind Kind, ItemId? Item, string Description, string UnitName, Specification Specification, Quantity Ordered, Rials UnitPrice,
    PersonId RequesterId, OrgUnitId RequestingUnitId, StoreId? StoreId, DateOnly? DueOn);
