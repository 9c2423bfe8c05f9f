namespace Procurement.Domain.Warehousing;

/// <summary>Why goods moved, as the stock card names it (نوع گردش). Stored numbers: never renumber.</summary>
public enum MoveReason
{
    /// <summary>First signed count of a store (موجودی اول دوره).</summary>
    Opening = 1,

    /// <summary>From the supplier into quarantine (رسید موقت).</summary>
    Arrival = 2,

    /// <summary>From quarantine to a bin (رسید انبار).</summary>
    Receipt = 3,

    /// <summary>From quarantine back to the supplier.</summary>
    Rejection = 4,

    /// <summary>From a bin to the hand-over place.</summary>
    Pick = 5,

    /// <summary>From the hand-over place back to its bin.</summary>
    PutBack = 6,

    /// <summary>Handed to the receiver inside the site (حواله انبار).</summary>
    HandOver = 7,

    /// <summary>Out through the gate (برگه خروج).</summary>
    Exit = 8,

    /// <summary>Confirmed by the receiver outside the site.</summary>
    Delivery = 9,

    TransferOut = 10,

    TransferIn = 11,

    /// <summary>Back from a unit or custodian (برگشت از مصرف).</summary>
    ReturnFromUse = 12,

    ReturnToSupplier = 13,

    CountSurplus = 14,

    CountShortage = 15,

    /// <summary>From one bin to another of the same store.</summary>
    Relocation = 16,

    /// <summary>Out of the books by a disposal decision (اسقاط).</summary>
    Disposal = 17,

    Donation = 18,

    /// <summary>Goods of another owner, in or out (امانی).</summary>
    Entrusted = 19,

    /// <summary>From one custodian to another.</summary>
    CustodyHandover = 20,

    /// <summary>The decision over goods disputed at hand-over.</summary>
    DisputeDecision = 21,

    /// <summary>The opposite of an earlier move, by a reversing document.</summary>
    Reversal = 22,

    OwnProduction = 23,

    /// <summary>Back from a temporary exit (بازگشت خروج موقت).</summary>
    TemporaryReturn = 24,
}
