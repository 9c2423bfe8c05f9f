using Procurement.Application.Budget;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.SignOff;
using Procurement.Application.Sourcing;
using Procurement.Domain.Shared;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.Reactions;

/// <summary>A voucher on its way holds its share of the invoices; of two racing for one rial the second is refused.</summary>
internal sealed class TakePayable(PostingPlan plan) : IReactTo<PayableTaken>
{
    public Task<Result> React(PayableTaken happened, CancellationToken ct)
    {
        plan.Add(happened.Shares.Select(s => new PayablePosting(s.Invoice, s.InvoiceLine, PayableStage.Vouchered, s.Amount.ToSigned())));
        return Task.FromResult(Result.Ok);
    }
}

internal sealed class GivePayableBack(PostingPlan plan) : IReactTo<PayableGivenBack>
{
    public Task<Result> React(PayableGivenBack happened, CancellationToken ct)
    {
        plan.Add(happened.Shares.Select(s => new PayablePosting(s.Invoice, s.InvoiceLine, PayableStage.Vouchered, -s.Amount.ToSigned())));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>
/// An approved payment spends what its deal committed (documents 8). When nothing of a deal's line remains to be billed or paid, what is left of
/// its commitment goes back to free credit.
/// </summary>
internal sealed class SpendApprovedPayment(IDocuments documents, IPayables payables, Contracts.Facts.IOrderFacts orders, IVoucherRecords records, PostingPlan plan)
    : IReactTo<PaymentApproved>
{
    public async Task<Result> React(PaymentApproved happened, CancellationToken ct)
    {
        var voucher = (await documents.Load<PaymentVoucher>(happened.DocumentId, ct))!;
        var deal = (await orders.Find(happened.Basis, ct))!;
        var ofDeal = await payables.OfDeal(happened.Basis, ct);
        var invoices = ofDeal.Select(p => p.Invoice).Distinct().ToList();
        var matches = await records.Matches(invoices, ct);
        var basisOf = new Dictionary<Guid, Guid>();
        foreach (var id in invoices)
        {
            foreach (var line in (await documents.Load<SupplierInvoice>(id, ct))!.Lines) basisOf[line.Id] = line.BasisLineId;
        }

        foreach (var group in voucher.Lines.GroupBy(l => l.BasisLineId))
        {
            var lines = ofDeal.Where(p => basisOf[p.Line] == group.Key).ToList();
            var matched = matches.SelectMany(m => m.Parts).Where(p => basisOf[p.InvoiceLineId] == group.Key).Sum(p => p.Quantity.Scaled);
            var isLast = matched >= deal.Lines.First(l => l.LineId == group.Key).Ordered.Scaled && lines.TrueForAll(p => p.Open.IsZero);
            var ordered = group.OrderBy(l => l.Order).ToList();
            for (var i = 0; i < ordered.Count; i++)
            {
                plan.Add(BudgetDraw.Spend(
                    new HoldRef(happened.Basis, group.Key), new HoldRef(voucher.Id, ordered[i].Id), ordered[i].Amount, releaseRest: isLast && i == ordered.Count - 1));
            }
        }

        foreach (var line in voucher.Lines)
        {
            var parts = matches.Where(m => m.Id == line.InvoiceId).SelectMany(m => m.Parts).Where(p => p.InvoiceLineId == line.InvoiceLineId).ToList();
            var quantity = parts.Sum(p => p.Quantity.Scaled);
            var payable = parts.Sum(p => p.Payable.Amount);
            plan.Add(new LineLinkPosting(
                SupplierInvoice.Kind, line.InvoiceId, line.InvoiceLineId, PaymentVoucher.Kind, voucher.Id, line.Id,
                Quantity.FromScaled((long)((Int128)quantity * line.Amount.Amount / payable)), line.Amount));
        }

        return Result.Ok;
    }
}

/// <summary>The bank paid: spent becomes paid, the invoices are paid by so much, and an imprest that got all its money back is settled.</summary>
internal sealed class SettlePaidPayment(IDocuments documents, IPayables payables, IOrderBooks books, PostingPlan plan) : IReactTo<PaymentMade>
{
    public async Task<Result> React(PaymentMade happened, CancellationToken ct)
    {
        var voucher = (await documents.Load<PaymentVoucher>(happened.DocumentId, ct))!;
        foreach (var line in voucher.Lines)
        {
            plan.Add(BudgetDraw.Pay(new HoldRef(voucher.Id, line.Id), line.Amount));
            plan.Add(new PayablePosting(line.InvoiceId, line.InvoiceLineId, PayableStage.Paid, line.Amount.ToSigned()));
        }

        if (happened.ImprestOf is not { } buyer || await books.FindImprest(buyer, ct) is not { } book) return Result.Ok;

        // Several vouchers may give one purchase back in parts; the one that pays the last of it settles it.
        var left = (await payables.OfDeal(happened.Basis, ct)).Sum(p => p.Matched.Amount - p.Paid.Amount) - voucher.Gross.Amount;
        var isOpen = book.Purchases.Any(p => p.DecisionId == happened.Basis && p.IsOpen);
        return left == 0 && isOpen ? book.Settle(happened.Basis, voucher.Id, happened.At) : Result.Ok;
    }
}
