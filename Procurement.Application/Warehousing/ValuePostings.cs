using Procurement.Application.Ledgers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>One entry of the value ledger: rials are the accounts' side of what the keeper moves (product 3.12).</summary>
/// <param name="Entity">The accounting entity: <see cref="AccountingEntity"/>.</param>
/// <param name="Store">The store whose book the goods enter or leave.</param>
/// <param name="Item">The item.</param>
/// <param name="Effective">The business day of the move it values.</param>
/// <param name="Document">The document.</param>
/// <param name="Line">Its line; the cost fixed for it is found again under this name.</param>
public abstract record ValuePosting(OrgUnitId Entity, StoreId Store, ItemId Item, DateOnly Effective, DocumentId Document, Guid Line) : Posting;

/// <summary>Goods enter the book at a value.</summary>
/// <param name="Entity">The accounting entity.</param>
/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Value">Its value as a whole.</param>
/// <param name="IsProvisional">The order's price, to be confirmed by the invoice; a deed, a count or an expert's value is final at once.</param>
/// <param name="Effective">The business day.</param>
/// <param name="Document">The document.</param>
/// <param name="Line">Its line.</param>
public sealed record ValueInPosting(
    OrgUnitId Entity, StoreId Store, ItemId Item, Quantity Quantity, Rials Value, bool IsProvisional, DateOnly Effective, DocumentId Document, Guid Line)
    : ValuePosting(Entity, Store, Item, Effective, Document, Line);

/// <summary>
/// Goods leave the book: the cost is the moving average at the posting, fixed for good; the last of an item takes the rounding rest. Refused
/// when less is covered by value.
/// </summary>
public sealed record ValueOutPosting(
    OrgUnitId Entity, StoreId Store, ItemId Item, Quantity Quantity, DateOnly Effective, DocumentId Document, Guid Line)
    : ValuePosting(Entity, Store, Item, Effective, Document, Line);

/// <summary>
/// The invoice confirms what a receipt line entered provisionally. A difference goes forward only: onto what is still in stock of it, and for
/// what was already issued into cost; no issue is ever recomputed.
/// </summary>
/// <param name="Entity">The accounting entity.</param>
/// <param name="Store">The store.</param>
/// <param name="Item">The item.</param>
/// <param name="ReceivedBy">The receipt.</param>
/// <param name="ReceivedLine">Its line, confirmed once.</param>
/// <param name="Confirmed">The value by the invoice.</param>
/// <param name="Effective">The business day.</param>
/// <param name="Document">The document that confirms.</param>
/// <param name="Line">Its line.</param>
public sealed record ValueConfirmPosting(
    OrgUnitId Entity, StoreId Store, ItemId Item, DocumentId ReceivedBy, Guid ReceivedLine, Rials Confirmed, DateOnly Effective, DocumentId Document, Guid Line)
    : ValuePosting(Entity, Store, Item, Effective, Document, Line);

/// <summary>The value of what is in stock changes without a move, by a signed document.</summary>
public sealed record RevaluePosting(
    OrgUnitId Entity, StoreId Store, ItemId Item, SignedRials Difference, DateOnly Effective, DocumentId Document, Guid Line)
    : ValuePosting(Entity, Store, Item, Effective, Document, Line);

/// <summary>Which unit's accounts the goods of a store stand in.</summary>
public static class AccountingEntity
{
    /// <summary>The province or the head office itself; a centre keeps no accounts of its own.</summary>
    public static OrgUnitId Of(OrganisationChart chart, OrgUnitId unit) =>
        chart.PathUp(unit).FirstOrDefault(u => u.Kind is UnitKind.Province or UnitKind.HeadOffice)?.Id ?? unit;
}

/// <summary>What an entry of the value ledger is, as the kardex names it. Stored numbers: never renumber.</summary>
public enum ValueEntryKind
{
    /// <summary>At the order's price until the invoice comes (موقت).</summary>
    Provisional = 1,

    /// <summary>At a final value: opening count, deed, own production.</summary>
    Entered = 2,

    /// <summary>The invoice's difference, forward only (قطعی).</summary>
    Confirmed = 3,

    /// <summary>A change of value without a move (تجدید ارزیابی).</summary>
    Revalued = 4,

    /// <summary>Left at a cost fixed for good.</summary>
    Issued = 5,
}
