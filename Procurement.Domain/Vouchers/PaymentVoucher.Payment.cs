using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>What happens to an approved voucher: it goes to the accounts in a batch, and the bank answers (documents 8).</summary>
public sealed partial class PaymentVoucher
{
    public const int MaxReferenceLength = 60;

    /// <summary>Puts the voucher into a batch: approved for the first time, or again after the bank sent it back.</summary>
    public Result SendWith(PaymentBatch batch, ActBy by)
    {
        if (Payment is not (PaymentState.Approved or PaymentState.Failed)) return Refusal.Rule("payment-voucher.not-to-be-sent", Payment);

        Payment = PaymentState.Exported;
        BatchId = batch.Id;
        _attempts.Add(new PaymentAttempt(_attempts.Count + 1, batch.Id, by.At));
        SignOff.Stamp(ActCode.SentToBank, by, batch.Id.Value.ToString("N"));
        return Result.Ok;
    }

    /// <summary>The bank paid. Another account than the voucher's is refused: the money went to somebody else.</summary>
    /// <param name="reference">The bank's reference.</param>
    /// <param name="on">The day it paid.</param>
    /// <param name="iban">The account it paid to.</param>
    /// <param name="amount">What it paid.</param>
    /// <param name="by">The accounts officer.</param>
    public Result MarkPaid(string? reference, DateOnly on, Iban iban, Rials amount, ActBy by)
    {
        var read = PersianText.ToLatinDigits(PersianText.Clean(reference));
        if (read.Length is 0 or > MaxReferenceLength) return Refusal.Invalid("payment-voucher.reference-missing", MaxReferenceLength).At(nameof(BankReference));
        if (Payment == PaymentState.Paid) return read == BankReference ? Result.Ok : Refusal.Rule("payment-voucher.paid-already", BankReference);
        if (Payment != PaymentState.Exported) return Refusal.Rule("payment-voucher.not-with-the-bank", Payment);
        if (iban != PayeeIban) return Refusal.Rule("payment-voucher.paid-to-another-account", PayeeIban.Grouped, iban.Grouped).At(nameof(PayeeIban));
        if (amount != Net) return Refusal.Rule("payment-voucher.paid-another-amount", Net, amount).At(nameof(Net));
        if (on > TehranTime.LocalDate(by.At) || on < TehranTime.LocalDate(_attempts[^1].SentAt))
            return Refusal.Invalid("payment-voucher.paid-on-wrong-day").At(nameof(PaidOn));

        Payment = PaymentState.Paid;
        BankReference = read;
        PaidOn = on;
        _attempts[^1].Paid(read, by.At);
        SignOff.Stamp(ActCode.PaidByBank, by, read);
        Raise(new PaymentMade(Id, BasisId, ImprestOf, by.At));
        return SignOff.Close(by);
    }

    /// <summary>The bank sent the payment back; it may go again with another batch.</summary>
    public Result MarkFailed(string? reason, ActBy by)
    {
        var read = PersianText.CleanLines(reason ?? "");
        if (read.Length is 0 or > MaxTextLength) return Refusal.Invalid("payment-voucher.failure-reason-missing", MaxTextLength).At("Reason");
        if (Payment == PaymentState.Failed && _attempts[^1].FailureReason == read) return Result.Ok;
        if (Payment != PaymentState.Exported) return Refusal.Rule("payment-voucher.not-with-the-bank", Payment);

        Payment = PaymentState.Failed;
        _attempts[^1].Failed(read, by.At);
        SignOff.Stamp(ActCode.ReturnedByBank, by, read);
        return Result.Ok;
    }

    /// <summary>
    /// The controller reports a payment he objected to, and the official took upon himself, to the ministry with a copy to the audit court
    /// (PAL art. 91): the end of its objection.
    /// </summary>
    public Result ReportObjection(string? ministryLetter, string? auditCourtLetter, DateOnly on, ActBy by)
    {
        if (!SignOff.UnderObjection) return Refusal.Rule("payment-voucher.not-under-objection");
        if (ReportedOn is not null) return Refusal.Rule("payment-voucher.reported-already", MinistryLetter);
        var (ministry, court) = (PersianText.Clean(ministryLetter), PersianText.Clean(auditCourtLetter));
        var faults = new List<Refusal>();
        if (ministry.Length is 0 or > MaxReferenceLength) faults.Add(Refusal.Invalid("payment-voucher.letter-missing", MaxReferenceLength).At(nameof(MinistryLetter)));
        if (court.Length is 0 or > MaxReferenceLength) faults.Add(Refusal.Invalid("payment-voucher.letter-missing", MaxReferenceLength).At(nameof(AuditCourtLetter)));
        if (on > TehranTime.LocalDate(by.At)) faults.Add(Refusal.Invalid("payment-voucher.report-in-future").At(nameof(ReportedOn)));
        if (faults.Count > 0) return Result.RefusedBy(faults);

        MinistryLetter = ministry;
        AuditCourtLetter = court;
        ReportedOn = on;
        SignOff.Stamp(ActCode.ReportedUnderObjection, by, ministry);
        return Result.Ok;
    }
}
