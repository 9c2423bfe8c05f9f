using Procurement.Application.Budget.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Vouchers.KeepPaymentFile;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>What page, print and API show of a payment voucher.</summary>
public sealed record PaymentVoucherView(
    DocumentId BasisId, string DealNumber, string DealNumberFa, SupplierId SupplierId, string PayeeName, string PayeeIban, bool ByImprest, string Purpose, Rials Gross,
    Rials Withheld, Rials Net, string NetInWords, string NetInWordsEn, PaymentState Payment, PaymentBatchId? BatchId, string BatchNumber, string BatchNumberFa,
    string BankReference, DateOnly? PaidOn, string MinistryLetter, string AuditCourtLetter, DateOnly? ReportedOn, IReadOnlyList<VoucherLineView> Lines,
    IReadOnlyList<DeductionView> Deductions, IReadOnlyList<FileItemView> File, IReadOnlyList<AttemptView> Attempts, IReadOnlyList<CreditView> Credit);

public sealed record VoucherLineView(
    Guid Id, int Order, DocumentId Invoice, string InvoiceNumber, Guid InvoiceLine, string Description, Rials Payable, Rials Before, Rials Amount);

public sealed record DeductionView(DeductionKind Kind, Rials Base, long BasisPoints, Rials Amount, string LegalBasis);

public sealed record AttemptView(int Order, PaymentBatchId Batch, DateTimeOffset SentAt, DateTimeOffset? AnsweredAt, string BankReference, string FailureReason);

/// <summary>A budget line the payment is charged to, and in which bucket its rials stand now.</summary>
public sealed record CreditView(string Code, string Title, BudgetBucket Bucket, Rials Amount);

internal sealed class PaymentVoucherBody(IOrderFacts orders, IVoucherRecords records, IBudgetFacts budget) : IDocumentBody
{
    public DocumentKind Kind => PaymentVoucher.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var voucher = (PaymentVoucher)document;
        var deal = await orders.Find(voucher.BasisId, ct);
        var batch = voucher.BatchId is { } id ? await records.Batch(id, ct) : null;
        var numbers = voucher.Invoices.ToDictionary(i => i.InvoiceId, i => i.Number);
        return new PaymentVoucherView(
            voucher.BasisId, deal?.Number ?? "", deal?.NumberFa ?? "", voucher.SupplierId, voucher.PayeeName, voucher.PayeeIban.Grouped, voucher.ImprestOf is not null,
            voucher.Purpose, voucher.Gross, voucher.Withheld, voucher.Net, AmountInWords.Persian(voucher.Net), AmountInWords.English(voucher.Net), voucher.Payment,
            voucher.BatchId, batch?.Number(persian: false) ?? "", batch?.Number(persian: true) ?? "", voucher.BankReference, voucher.PaidOn, voucher.MinistryLetter,
            voucher.AuditCourtLetter, voucher.ReportedOn,
            [.. voucher.Lines.OrderBy(l => l.Order).Select(l => new VoucherLineView(
                l.Id, l.Order, l.InvoiceId, numbers[l.InvoiceId], l.InvoiceLineId, l.Description, l.Payable, l.Before, l.Amount))],
            [.. voucher.Deductions.OrderBy(d => d.Order).Select(d => new DeductionView(d.Kind, d.Base, d.BasisPoints, d.Amount, d.LegalBasis))],
            FileItems.Of(voucher),
            [.. voucher.Attempts.OrderBy(a => a.Order).Select(a => new AttemptView(a.Order, a.BatchId, a.SentAt, a.AnsweredAt, a.BankReference, a.FailureReason))],
            await Credit(voucher, ct));
    }

    /// <summary>Before the approval the deal's commitment, after it what the voucher itself has spent.</summary>
    private async Task<IReadOnlyList<CreditView>> Credit(PaymentVoucher voucher, CancellationToken ct)
    {
        var own = await budget.HoldsOf(voucher.Id, ct);
        var lines = voucher.Lines.Select(l => l.BasisLineId).ToHashSet();
        var holds = own.Count > 0 ? own : [.. (await budget.HoldsOf(voucher.BasisId, ct)).Where(h => lines.Contains(h.DocumentLine))];
        var found = new List<CreditView>();
        foreach (var held in holds.GroupBy(h => (h.Line, h.Bucket)))
        {
            var line = await budget.Line(held.Key.Line, ct);
            found.Add(new CreditView(line?.Code ?? "", line?.Title ?? "", held.Key.Bucket, held.Aggregate(Rials.Zero, (sum, h) => sum + h.Amount)));
        }

        return found;
    }
}
