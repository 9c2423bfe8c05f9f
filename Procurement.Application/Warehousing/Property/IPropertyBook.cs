using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.Property;

/// <summary>The property book (دفتر اموال): every numbered piece, tracked for change by those who receive, hand over, take back or remove.</summary>
public interface IPropertyBook
{
    Task<PropertyItem?> Find(PropertyItemId id, CancellationToken ct);

    /// <summary>The pieces of these numbers; a number that is not in the book is left out.</summary>
    Task<IReadOnlyList<PropertyItem>> ByNumbers(IReadOnlyCollection<PropertyNumber> numbers, CancellationToken ct);

    /// <summary>Labelled pieces of an item that lie in a store and are not out for a time, by number.</summary>
    Task<IReadOnlyList<PropertyItem>> InStore(StoreId store, ItemId item, CancellationToken ct);

    void Add(PropertyItem item);
}

/// <summary>The next free property numbers of a unit, by its scheme.</summary>
public interface IPropertyNumbers
{
    /// <summary>So many numbers that nobody has yet; empty when no scheme is in force and they are typed by hand.</summary>
    Task<Result<IReadOnlyList<PropertyNumber>>> Propose(OrgUnitId unit, int count, CancellationToken ct);
}

/// <summary>What pages and lists show of a piece.</summary>
public sealed record PropertyRow(
    PropertyItemId Id, PropertyNumber Number, ItemId Item, string ItemCode, string ItemName, string ItemNameEn, string Serial, PropertyState State,
    OrgUnitId UnitId, PersonId CustodianId, string Room, StoreId? StoreId, DateOnly EnteredOn, DocumentId EnteredBy, Rials Cost, bool IsLabelled);
