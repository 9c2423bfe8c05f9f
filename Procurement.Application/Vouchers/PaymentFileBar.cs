using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>What must hold whenever a payment is signed or sent: nothing behind it lacks a signature, and the account is still the payee's own.</summary>
internal sealed class PaymentConditions(IAcceptedDeliveries deliveries, IVoucherRecords records, ICatalogueFacts catalogue, IFileFacts files)
{
    public async Task<Result> Hold(PaymentVoucher voucher, CancellationToken ct)
    {
        if (voucher.SignOff.IsSuspended) return Refusal.Rule("signoff.objection-open");
        if (await files.FrozenBy(voucher.SignOff, ct) is not null) return Refusal.Rule("signoff.file-frozen");

        var matches = await records.Matches([.. voucher.Invoices.Select(i => i.InvoiceId)], ct);
        var paid = voucher.Lines.Select(l => l.InvoiceLineId).ToHashSet();
        var behind = matches.SelectMany(m => m.Parts).Where(p => paid.Contains(p.InvoiceLineId)).Select(p => p.DeliveredDocument).Distinct().ToList();
        var owed = await deliveries.Owed(behind, ct);
        if (owed.Count > 0) return Result.RefusedBy([.. owed.Select(o => Refusal.Rule("payment-voucher.receipt-unsigned", o.NumberFa, o.Capacity))]);
        if (voucher.ImprestOf is not null) return Result.Ok;

        var supplier = (await catalogue.Suppliers([voucher.SupplierId], ct)).GetValueOrDefault(voucher.SupplierId);
        return supplier?.DefaultIban == voucher.PayeeIban.Value ? Result.Ok : Refusal.Rule("payment-voucher.account-changed", voucher.PayeeIban.Grouped);
    }
}

/// <summary>Holds back the next signature on a payment until its conditions hold (documents 2, timing; 4).</summary>
internal sealed class PaymentFileBar(PaymentConditions conditions) : ISigningBar
{
    public Task<Result> MaySign(Document document, CancellationToken ct) =>
        document is PaymentVoucher voucher ? conditions.Hold(voucher, ct) : Task.FromResult(Result.Ok);
}
