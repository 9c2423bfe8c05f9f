using System.Collections.Frozen;

namespace Procurement.Domain.Receiving;

/// <summary>Where goods that enter a store come from (منبع ورود کالا; documents 7). Stored numbers: never renumber.</summary>
public enum GoodsSource
{
    /// <summary>A contract (قرارداد).</summary>
    Contract = 1,

    /// <summary>An order, the small deal's own record (سفارش).</summary>
    Order = 2,

    /// <summary>Bought by the buyer out of his imprest; invoice and goods arrive together (تنخواه).</summary>
    Imprest = 3,

    /// <summary>Given to the body: letter of gift and an expert's value (اهدایی).</summary>
    Donation = 4,

    /// <summary>Sent by the head office with its own document and value (ارسالی ستاد).</summary>
    HeadOfficeTransfer = 5,

    /// <summary>Made in the body's own workshop, at the cost sheet's value (تولید داخلی).</summary>
    OwnProduction = 6,

    /// <summary>Belongs to another owner: quantity only, kept apart, due back (امانی).</summary>
    Entrusted = 7,

    /// <summary>First signed count of a store (موجودی اول دوره).</summary>
    Opening = 8,

    /// <summary>Back from a unit or custodian (برگشت از مصرف).</summary>
    ReturnFromUse = 9,

    /// <summary>Surplus of a signed count (اضافی انبارگردانی).</summary>
    CountSurplus = 10,
}

/// <summary>What each source of goods demands before its goods may enter the books.</summary>
public static class GoodsSources
{
    /// <summary>Bought goods: an order or contract stands behind each line, with specification, price, supplier, buyer and requester.</summary>
    private static readonly FrozenSet<GoodsSource> Bought = new[] { GoodsSource.Contract, GoodsSource.Order, GoodsSource.Imprest }.ToFrozenSet();

    /// <summary>Goods that arrive at the gate without a purchase; a deed stands behind them.</summary>
    private static readonly FrozenSet<GoodsSource> Given =
        new[] { GoodsSource.Donation, GoodsSource.HeadOfficeTransfer, GoodsSource.OwnProduction, GoodsSource.Entrusted }.ToFrozenSet();

    /// <summary>Whether an order or contract stands behind the goods.</summary>
    public static bool IsPurchase(this GoodsSource source) => Bought.Contains(source);

    /// <summary>
    /// Whether goods of this source arrive at the gate, are counted twice and judged. The others are moved by a signed document of their
    /// own: opening count, return from use, count adjustment.
    /// </summary>
    public static bool ArrivesAtTheGate(this GoodsSource source) => Bought.Contains(source) || Given.Contains(source);

    /// <summary>Whether the goods enter the value ledger; goods of another owner are followed by quantity only.</summary>
    public static bool HasValue(this GoodsSource source) => source != GoodsSource.Entrusted;

    /// <summary>Whether the value still waits for an invoice; a deed's value is final at once.</summary>
    public static bool IsPricedByInvoice(this GoodsSource source) => Bought.Contains(source);
}
