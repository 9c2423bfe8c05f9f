using System.Runtime.InteropServices;
using Procurement.Domain.Organisation;

namespace Procurement.Domain.Warehousing;

/// <summary>What kind of place goods can be at. Stored numbers: never renumber.</summary>
public enum PlaceKind
{
    /// <summary>Arrived and not yet accepted: not issuable, not in the books (قرنطینه).</summary>
    Quarantine = 1,

    /// <summary>A shelf or bin of a store; the only place goods are reserved and picked from (قفسه).</summary>
    Bin = 2,

    /// <summary>Picked for hand-over, still in the store's book (آماده تحویل).</summary>
    Staged = 3,

    /// <summary>Past the gate, not yet confirmed by the receiver (نزد حامل).</summary>
    WithCarrier = 4,

    /// <summary>Between two stores (در راه).</summary>
    InTransit = 5,

    /// <summary>In the hands of a named custodian (تحویل‌گیرنده / جمعدار).</summary>
    Custody = 6,

    /// <summary>Used up by a unit (مصرف واحد).</summary>
    Consumption = 7,

    /// <summary>Where goods from outside the books come from - bought, given, sent, made or entrusted - and rejected ones go back to; virtual.</summary>
    Supplier = 8,

    /// <summary>Where the first signed count comes from; virtual.</summary>
    Opening = 9,

    /// <summary>The other side of a signed count difference; virtual.</summary>
    CountDifference = 10,

    /// <summary>Where goods end that left the books by a disposal decision; virtual.</summary>
    Scrap = 11,

    /// <summary>Goods of another owner kept apart, by quantity only (امانی).</summary>
    Entrusted = 12,

    /// <summary>With a repairer or borrower for a time, to come back (خروج موقت).</summary>
    Away = 13,
}

/// <summary>One side of a stock move (محل): a place and what the ledger must know of it.</summary>
/// <remarks>
/// Custody and consumption need no row of their own: the place of a person or a unit carries that person's or unit's id. Virtual places are
/// one for the whole body.
/// </remarks>
/// <param name="Id">The place.</param>
/// <param name="Kind">Its kind; never changes.</param>
/// <param name="Store">The store it belongs to; null for custody, consumption and virtual places.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StockPlace(PlaceId Id, PlaceKind Kind, StoreId? Store)
{
    public static StockPlace Supplier { get; } = Virtual(PlaceKind.Supplier);

    public static StockPlace Opening { get; } = Virtual(PlaceKind.Opening);

    public static StockPlace CountDifference { get; } = Virtual(PlaceKind.CountDifference);

    public static StockPlace Scrap { get; } = Virtual(PlaceKind.Scrap);

    /// <summary>Physical places hold a balance that the database itself keeps at or above zero; virtual ones hold none.</summary>
    public bool IsPhysical => Kind is not (PlaceKind.Supplier or PlaceKind.Opening or PlaceKind.CountDifference or PlaceKind.Scrap);

    /// <summary>Goods here may be reserved and issued.</summary>
    public bool IsIssuable => Kind == PlaceKind.Bin;

    /// <summary>Goods here stand in the store's book: its card, its counts, its value.</summary>
    public bool IsInBook => Kind is PlaceKind.Bin or PlaceKind.Staged;

    /// <summary>What a person holds in his own name.</summary>
    public static StockPlace CustodyOf(PersonId person) => new(new PlaceId(person.Value), PlaceKind.Custody, null);

    /// <summary>What a unit has taken for use.</summary>
    public static StockPlace ConsumptionOf(OrgUnitId unit) => new(new PlaceId(unit.Value), PlaceKind.Consumption, null);

    private static StockPlace Virtual(PlaceKind kind) =>
        new(new PlaceId(new Guid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 1, (byte)kind)), kind, null);
}
