using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.RecordBankResult;

/// <summary>
/// What the bank answered to the payments of a batch, row by row. A row that is refused does not hold back the others; the same answer given
/// twice changes nothing.
/// </summary>
[Requires(VouchersPermissions.Export)]
public sealed record RecordBankResult(PaymentBatchId BatchId, IReadOnlyList<BankRow> Rows) : ICommand<Result<BankOutcome>>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => BatchId.Value;
}

/// <param name="VoucherNumber">Number of the voucher as the file wrote it.</param>
/// <param name="IsPaid">Paid, or sent back.</param>
/// <param name="Reference">The bank's reference; of a payment.</param>
/// <param name="PaidOn">The day; of a payment.</param>
/// <param name="Iban">The account it was paid to; of a payment.</param>
/// <param name="Amount">Rials; of a payment.</param>
/// <param name="Reason">Why it came back; of a failure.</param>
public sealed record BankRow(string? VoucherNumber, bool IsPaid, string? Reference, DateOnly? PaidOn, string? Iban, long? Amount, string? Reason);

/// <summary>How each row came out; a refusal by its code and facts.</summary>
public sealed record BankOutcome(IReadOnlyList<BankRowOutcome> Rows)
{
    public int Taken => Rows.Count(r => r.Refusal is null && !r.WasKnown);

    public int Refused => Rows.Count(r => r.Refusal is not null);
}

/// <param name="Row">Its place in the answer, from 1.</param>
/// <param name="VoucherNumber">The voucher it names.</param>
/// <param name="WasKnown">The same answer had come before.</param>
/// <param name="Refusal">Why it was not taken; null when it was.</param>
public sealed record BankRowOutcome(int Row, string VoucherNumber, bool WasKnown, BankRowRefusal? Refusal);

public sealed record BankRowRefusal(string Code, IReadOnlyList<string> Facts);

internal sealed class RecordBankResultHandler(IVoucherRecords records, IDocuments documents, Desk desk) : ICommandHandler<RecordBankResult, Result<BankOutcome>>
{
    public async Task<Result<BankOutcome>> Handle(RecordBankResult command, CancellationToken cancellationToken)
    {
        if (await records.Batch(command.BatchId, cancellationToken) is not { } batch) return Refusal.NotFound("payment-batch.not-found");
        if (command.Rows.Count is 0 or > PaymentBatch.MaxRows) return Refusal.Invalid("payment-batch.no-rows", PaymentBatch.MaxRows).At("Rows");

        var outcomes = new List<BankRowOutcome>();
        for (var i = 0; i < command.Rows.Count; i++)
        {
            var row = command.Rows[i];
            var number = PersianText.ToLatinDigits(PersianText.Clean(row.VoucherNumber)).ToUpperInvariant();
            var (known, taken) = await Take(batch, number, row, cancellationToken);
            if (taken.Refusals.Any(r => r.Kind == RefusalKind.NotFound && r.Code == "signoff.document-not-found")) return taken;
            outcomes.Add(new BankRowOutcome(
                i + 1, number, known, taken.Succeeded ? null : new BankRowRefusal(taken.Refusal.Code, [.. taken.Refusal.Args.Select(a => a.ToString() ?? "")])));
        }

        return new BankOutcome(outcomes);
    }

    private async Task<(bool Known, Result Taken)> Take(PaymentBatch batch, string number, BankRow row, CancellationToken ct)
    {
        if (batch.Rows.FirstOrDefault(r => r.VoucherNumber == number) is not { } sent) return (false, Refusal.Rule("payment-batch.voucher-not-in-batch", number));
        if (await documents.Find<PaymentVoucher>(sent.VoucherId, ct) is not { } voucher) return (false, Refusal.NotFound("signoff.document-not-found"));
        if (voucher.BatchId != batch.Id) return (false, Refusal.Rule("payment-batch.voucher-went-again", number));

        var before = voucher.Payment;
        var taken = row.IsPaid ? Paid(voucher, row) : voucher.MarkFailed(row.Reason, desk.Me);
        return (taken.Succeeded && voucher.Payment == before, taken);
    }

    private Result Paid(PaymentVoucher voucher, BankRow row)
    {
        var iban = Iban.Create(row.Iban);
        if (!iban.Succeeded) return iban.Plain();
        var amount = Rials.Of(row.Amount ?? 0);
        if (!amount.Succeeded) return amount.Plain();
        return row.PaidOn is { } on
            ? voucher.MarkPaid(row.Reference, on, iban.Value, amount.Value, desk.Me)
            : Refusal.Invalid("payment-voucher.paid-on-wrong-day").At(nameof(row.PaidOn));
    }
}
