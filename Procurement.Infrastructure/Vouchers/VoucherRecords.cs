using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.SignOff;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;
using Procurement.Infrastructure.SignOff.Checks;

namespace Procurement.Infrastructure.Vouchers;

internal sealed class VoucherRecords(ProcurementDb db) : IVoucherRecords
{
    public Task<InvoiceMatch?> Match(DocumentId invoice, CancellationToken ct) =>
        db.Tracked<InvoiceMatch>().AsSplitQuery().FirstOrDefaultAsync(m => m.Id == invoice, ct);

    public async Task<IReadOnlyList<InvoiceMatch>> Matches(IReadOnlyCollection<DocumentId> invoices, CancellationToken ct) =>
        await db.Set<InvoiceMatch>().AsSplitQuery().Where(m => invoices.Contains(m.Id)).ToListAsync(ct);

    public void Add(InvoiceMatch match) => db.Add(match);

    public Task<PaymentBatch?> Batch(PaymentBatchId id, CancellationToken ct) => db.Set<PaymentBatch>().FirstOrDefaultAsync(b => b.Id == id, ct);

    public void Add(PaymentBatch batch) => db.Add(batch);
}

internal sealed class Payables(ProcurementDb db) : IPayables
{
    public async Task<IReadOnlyList<PayableLine>> Of(IReadOnlyCollection<DocumentId> invoices, CancellationToken ct) =>
        Lines(await db.Set<PayableRow>().Where(p => invoices.Contains(p.InvoiceId)).OrderBy(p => p.LineId).ToListAsync(ct));

    public async Task<IReadOnlyList<PayableLine>> OfDeal(DocumentId deal, CancellationToken ct) => Lines(await (
        from invoice in db.Set<SupplierInvoice>().IgnoreAutoIncludes()
        where invoice.BasisId == deal
        join row in db.Set<PayableRow>() on invoice.Id equals row.InvoiceId
        orderby row.LineId
        select row).ToListAsync(ct));

    public async Task<DocumentId?> NumberTakenBy(SupplierId supplier, string number, CancellationToken ct)
    {
        var taken = await db.Set<InvoiceNumberRow>().Where(n => n.SupplierId == supplier && n.Key == number).Select(n => n.InvoiceId).Take(1).ToListAsync(ct);
        return taken.Count == 0 ? null : taken[0];
    }

    private static IReadOnlyList<PayableLine> Lines(IEnumerable<PayableRow> rows) =>
        [.. rows.Select(r => new PayableLine(r.InvoiceId, r.LineId, Rials.FromStored(r.Matched), Rials.FromStored(r.Vouchered), Rials.FromStored(r.Paid)))];
}

internal sealed class VoucherUniqueness : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_payment_voucher_bank_reference", Refusal.Rule("payment-voucher.reference-taken").At(nameof(PaymentVoucher.BankReference))),
        // Two comparisons of one invoice at one moment: the second is asked to come again.
        ("pk_invoice_match", Refusal.Busy("shared.busy")),
    ];
}

internal sealed class VouchersServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IVoucherRecords, VoucherRecords>();
        services.AddScoped<IPayables, Payables>();
        services.AddScoped<IPaymentFiles, PaymentFiles>();
        services.AddScoped<IVoucherQueries, VoucherQueries>();
        services.AddScoped<IProvisionalValues, ProvisionalValues>();
        services.AddScoped<PaymentRules>();
        services.AddScoped<InvoiceMatcher>();
        services.AddScoped<VoucherDrafting>();
        services.AddScoped<ProvenPurchases>();
        services.AddScoped<PaymentConditions>();
        services.AddScoped<ISigningBar, PaymentFileBar>();
        services.AddSingleton(new NumberedRecords(PaymentBatch.SeriesKind, "payment_batch"));
    }
}
