using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Vouchers;

internal sealed class SupplierInvoiceConfiguration : DocumentConfiguration<SupplierInvoice>
{
    protected override void ConfigureContent(EntityTypeBuilder<SupplierInvoice> builder)
    {
        builder.ToTable("supplier_invoice");
        builder.Property(i => i.SupplierName).HasMaxLength(SupplierInvoice.MaxNameLength);
        builder.Property(i => i.SupplierIdentifier).HasMaxLength(20);
        builder.Property(i => i.EconomicCode).HasMaxLength(20);
        builder.Property(i => i.Number).HasMaxLength(SupplierInvoice.MaxNumberLength);
        builder.Property(i => i.TaxMemoryId).HasMaxLength(SupplierInvoice.MaxNumberLength);
        builder.Ignore(i => i.Price);
        builder.Ignore(i => i.Tax);
        builder.Ignore(i => i.Total);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(i => i.SupplierId);
        builder.HasIndex(i => i.BasisId);
        builder.OwnsMany(i => i.Lines, line =>
        {
            line.ToTable("supplier_invoice_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("SupplierInvoiceId");
            line.Property(l => l.Description).HasMaxLength(300);
            line.Property(l => l.UnitName).HasMaxLength(60);
            line.Ignore(l => l.Total);
            line.HasIndex(l => l.BasisLineId);
        });
    }
}

internal sealed class InvoiceMatchConfiguration : IEntityTypeConfiguration<InvoiceMatch>
{
    public void Configure(EntityTypeBuilder<InvoiceMatch> builder)
    {
        builder.ToTable("invoice_match");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Payable);
        builder.HasOne<SupplierInvoice>().WithOne().HasForeignKey<InvoiceMatch>(m => m.Id);
        builder.OwnsMany(m => m.Parts, part =>
        {
            part.ToTable("invoice_match_part");
            part.HasKey(p => p.Id);
            part.Property(p => p.Id).ValueGeneratedNever();
            part.WithOwner().HasForeignKey("InvoiceId");
            part.Property(p => p.DeliveredKind).HasMaxLength(40);
            part.Ignore(p => p.Payable);
            part.HasIndex(p => new { p.DeliveredDocument, p.DeliveredLine });
        });
        builder.OwnsMany(m => m.Gaps, gap =>
        {
            gap.ToTable("invoice_match_gap");
            gap.HasKey(g => g.Id);
            gap.Property(g => g.Id).ValueGeneratedNever();
            gap.WithOwner().HasForeignKey("InvoiceId");
        });
    }
}

internal sealed class PaymentVoucherConfiguration : DocumentConfiguration<PaymentVoucher>
{
    protected override void ConfigureContent(EntityTypeBuilder<PaymentVoucher> builder)
    {
        builder.ToTable("payment_voucher");
        builder.Property(v => v.PayeeName).HasMaxLength(PaymentVoucher.MaxNameLength);
        builder.Property(v => v.PayeeIban).HasConversion(iban => iban.Value, stored => Iban.FromStored(stored)).HasMaxLength(Iban.Length);
        builder.Property(v => v.Purpose).HasMaxLength(PaymentVoucher.MaxTextLength);
        builder.Property(v => v.BankReference).HasMaxLength(PaymentVoucher.MaxReferenceLength);
        builder.Property(v => v.MinistryLetter).HasMaxLength(PaymentVoucher.MaxReferenceLength);
        builder.Property(v => v.AuditCourtLetter).HasMaxLength(PaymentVoucher.MaxReferenceLength);
        builder.Ignore(v => v.Gross);
        builder.Ignore(v => v.Withheld);
        builder.Ignore(v => v.Net);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(v => v.SupplierId);
        builder.HasIndex(v => v.BasisId);
        builder.HasIndex(v => new { v.BatchId, v.Payment });
        builder.HasIndex(v => new { v.Payment, v.Id });
        // The bank gives a reference once; two vouchers with one reference would be one payment told twice.
        builder.HasIndex(v => v.BankReference).IsUnique().HasFilter("bank_reference <> ''");
        builder.OwnsMany(v => v.Lines, line =>
        {
            line.ToTable("payment_voucher_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("PaymentVoucherId");
            line.Property(l => l.Description).HasMaxLength(300);
            line.HasIndex(l => l.InvoiceLineId);
        });
        builder.OwnsMany(v => v.Deductions, deduction =>
        {
            deduction.ToTable("payment_deduction");
            deduction.HasKey(d => d.Id);
            deduction.Property(d => d.Id).ValueGeneratedNever();
            deduction.WithOwner().HasForeignKey("PaymentVoucherId");
            deduction.Property(d => d.LegalBasis).HasMaxLength(PaymentVoucher.MaxTextLength);
        });
        builder.OwnsMany(v => v.Invoices, invoice =>
        {
            invoice.ToTable("payment_voucher_invoice");
            invoice.WithOwner().HasForeignKey("PaymentVoucherId");
            invoice.HasKey("PaymentVoucherId", nameof(BilledInvoice.InvoiceId));
            invoice.Property(i => i.Number).HasMaxLength(SupplierInvoice.MaxNumberLength);
            invoice.Property(i => i.Sha256).HasMaxLength(64);
            invoice.HasIndex(i => i.InvoiceId);
        });
        ConfigureFile(builder);
    }

    private static void ConfigureFile(EntityTypeBuilder<PaymentVoucher> builder)
    {
        builder.OwnsMany(v => v.Evidence, evidence =>
        {
            evidence.ToTable("payment_file_evidence");
            evidence.HasKey(e => e.Id);
            evidence.Property(e => e.Id).ValueGeneratedNever();
            evidence.WithOwner().HasForeignKey("PaymentVoucherId");
            evidence.Property(e => e.Kind).HasMaxLength(40);
            evidence.Property(e => e.Number).HasMaxLength(260);
            evidence.Property(e => e.Sha256).HasMaxLength(64);
            evidence.Ignore(e => e.IsPaper);
        });
        builder.OwnsMany(v => v.NotDue, item =>
        {
            item.ToTable("payment_file_not_due");
            item.WithOwner().HasForeignKey("PaymentVoucherId");
            item.HasKey("PaymentVoucherId", nameof(FileItemNotDue.Item));
        });
        builder.OwnsMany(v => v.Attempts, attempt =>
        {
            attempt.ToTable("payment_attempt");
            attempt.HasKey(a => a.Id);
            attempt.Property(a => a.Id).ValueGeneratedNever();
            attempt.WithOwner().HasForeignKey("PaymentVoucherId");
            attempt.Property(a => a.BankReference).HasMaxLength(PaymentVoucher.MaxReferenceLength);
            attempt.Property(a => a.FailureReason).HasMaxLength(PaymentVoucher.MaxTextLength);
        });
    }
}

internal sealed class PaymentBatchConfiguration : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> builder)
    {
        builder.ToTable("payment_batch");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.SeriesCode).HasMaxLength(20);
        builder.Ignore(b => b.Total);
        builder.HasIndex(b => new { b.SeriesCode, b.NumberYear, b.NumberSerial }).IsUnique().HasFilter("number_serial > 0");
        builder.HasIndex(b => new { b.UnitId, b.Id });
        builder.OwnsMany(b => b.Rows, row =>
        {
            row.ToTable("payment_batch_row");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.WithOwner().HasForeignKey("PaymentBatchId");
            row.Property(r => r.VoucherNumber).HasMaxLength(60);
            row.Property(r => r.PayeeName).HasMaxLength(PaymentVoucher.MaxNameLength);
            row.Property(r => r.PayeeIban).HasConversion(iban => iban.Value, stored => Iban.FromStored(stored)).HasMaxLength(Iban.Length);
            row.Property(r => r.Purpose).HasMaxLength(PaymentVoucher.MaxTextLength);
            row.HasIndex(r => r.VoucherId);
        });
    }
}
