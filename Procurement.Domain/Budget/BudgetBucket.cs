namespace Procurement.Domain.Budget;

/// <summary>
/// Where a rial of a credit stands on its way from allotment to payment. Every ledger entry takes it out of one bucket and puts it
/// into another of the same budget line. Stored numbers: never renumber.
/// </summary>
public enum BudgetBucket
{
    /// <summary>The treasury side: allotments come from here and withdrawals go back. Virtual, so it stores no balance.</summary>
    Outside = 1,

    /// <summary>Allotted and still free (اعتبار آزاد).</summary>
    Free = 2,

    /// <summary>Set aside for an approved need: تأمین اعتبار.</summary>
    Reserved = 3,

    /// <summary>Owed under a contract or order once the goods come: تعهد.</summary>
    Committed = 4,

    /// <summary>Approved for payment by the finance controller.</summary>
    Spent = 5,

    /// <summary>Left the bank.</summary>
    Paid = 6,
}

/// <summary>Stage of spending an entry belongs to (PAL arts 17 to 23; documents 8). Stored numbers: never renumber.</summary>
public enum SpendingStage
{
    /// <summary>The credit itself came, moved or went back (تخصیص).</summary>
    Allotment = 1,

    /// <summary>تأمین اعتبار: the controller certified line and amount.</summary>
    CreditReservation = 2,

    /// <summary>تعهد.</summary>
    Commitment = 3,

    /// <summary>تطبیق: the voucher was approved for payment.</summary>
    Conformity = 4,

    /// <summary>The bank paid.</summary>
    Payment = 5,

    /// <summary>A document ended or was cut short and gave back what was left.</summary>
    Release = 6,

    /// <summary>An open commitment went over to the line of the next year.</summary>
    CarriedOver = 7,
}
