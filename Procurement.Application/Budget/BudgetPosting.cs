using Procurement.Application.Ledgers;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Budget;

/// <summary>The document line money is held under: what a release gives back and what a later stage draws from.</summary>
public sealed record HoldRef(DocumentId Document, Guid Line);

/// <summary>
/// Moves rials of one budget line from one bucket to another (double entry). A bucket after <see cref="BudgetBucket.Free"/> is held under a
/// document line; neither the line's balance nor the hold may fall below zero.
/// </summary>
/// <param name="Line">The budget line.</param>
/// <param name="From">Where the rials stand now.</param>
/// <param name="FromHold">Under which document line; null for outside and free.</param>
/// <param name="To">Where they go.</param>
/// <param name="ToHold">Under which document line; null for outside and free.</param>
/// <param name="Amount">How much; more than zero.</param>
/// <param name="Stage">Stage of spending.</param>
/// <param name="Source">The document or allotment that causes it.</param>
public sealed record BudgetPosting(
    BudgetLineId Line, BudgetBucket From, HoldRef? FromHold, BudgetBucket To, HoldRef? ToHold, Rials Amount, SpendingStage Stage, Guid Source) : Posting
{
    /// <summary>تأمین اعتبار: free credit is set aside for a line of an approved need.</summary>
    public static BudgetPosting Reserve(BudgetLineId line, Rials amount, HoldRef need) =>
        new(line, BudgetBucket.Free, null, BudgetBucket.Reserved, need, amount, SpendingStage.CreditReservation, need.Document.Value);

    /// <summary>What an approved allotment does to its lines.</summary>
    public static IEnumerable<BudgetPosting> Of(Allotment allotment)
    {
        if (allotment.Kind != AllotmentKind.Allot)
            yield return new(allotment.FromLineId ?? allotment.LineId, BudgetBucket.Free, null, BudgetBucket.Outside, null,
                allotment.Amount, SpendingStage.Allotment, allotment.Id.Value);
        if (allotment.Kind != AllotmentKind.Withdraw)
            yield return new(allotment.LineId, BudgetBucket.Outside, null, BudgetBucket.Free, null,
                allotment.Amount, SpendingStage.Allotment, allotment.Id.Value);
    }
}

/// <summary>
/// Draws money held under one document line into the next stage under another, on whatever budget lines it is held. The ledger reads
/// what is left inside the transaction, so the caller needs no figure of his own.
/// </summary>
/// <param name="FromBucket">The stage it stands in.</param>
/// <param name="From">The document line it is held under.</param>
/// <param name="ToBucket">The next stage.</param>
/// <param name="To">The document line that holds it from now on.</param>
/// <param name="Amount">How much.</param>
/// <param name="MayTopUp">What the hold lacks comes from the free credit of the same budget line; otherwise a short hold refuses.</param>
/// <param name="ReleaseRest">What the hold has beyond the amount goes back to free credit.</param>
/// <param name="Stage">Stage of spending.</param>
public sealed record BudgetDraw(
    BudgetBucket FromBucket, HoldRef From, BudgetBucket ToBucket, HoldRef To, Rials Amount, bool MayTopUp, bool ReleaseRest, SpendingStage Stage) : Posting
{
    /// <summary>تعهد: a contract or order line commits what its need reserved; a dearer price takes the difference from free credit, a cheaper one gives it back.</summary>
    public static BudgetDraw Commit(HoldRef need, HoldRef commitment, Rials amount, bool releaseRest = true) =>
        new(BudgetBucket.Reserved, need, BudgetBucket.Committed, commitment, amount, true, releaseRest, SpendingStage.Commitment);

    /// <summary>The controller approved a voucher: committed becomes spent.</summary>
    public static BudgetDraw Spend(HoldRef commitment, HoldRef voucher, Rials amount, bool releaseRest = false) =>
        new(BudgetBucket.Committed, commitment, BudgetBucket.Spent, voucher, amount, false, releaseRest, SpendingStage.Conformity);

    /// <summary>The bank paid: spent becomes paid.</summary>
    public static BudgetDraw Pay(HoldRef voucher, Rials amount) =>
        new(BudgetBucket.Spent, voucher, BudgetBucket.Paid, voucher, amount, false, false, SpendingStage.Payment);
}

/// <summary>Gives back to free credit exactly what is left of a bucket under a document, or under one of its lines.</summary>
public sealed record BudgetRelease(BudgetBucket Bucket, DocumentId Document, Guid? DocumentLine = null) : Posting;
