using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Receiving;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Receiving;

internal sealed class ConformanceReportConfiguration : DocumentConfiguration<ConformanceReport>
{
    protected override void ConfigureContent(EntityTypeBuilder<ConformanceReport> builder)
    {
        builder.ToTable("conformance_report");
        builder.Property(r => r.TemporaryReceiptSha256).HasMaxLength(64);
        builder.Property(r => r.FromName).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Ignore(r => r.FullyConforms);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreId);
        builder.HasOne<TemporaryReceipt>().WithMany().HasForeignKey(r => r.TemporaryReceiptId);
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("conformance_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("ConformanceReportId");
            line.Property(l => l.LotCode).HasMaxLength(TemporaryReceiptLine.MaxLotLength);
            line.Property(l => l.Reason).HasMaxLength(ConformanceLine.MaxReasonLength);
            line.Property(l => l.Waiver).HasMaxLength(ConformanceLine.MaxReasonLength);
            line.Property(l => l.ExpertRemark).HasMaxLength(ExpertChecklist.MaxRemarkLength);
            line.Ignore(l => l.ValueAccepted);
            line.HasIndex(l => l.TemporaryLineId);
            line.OwnsSpecification(l => l.Required, "conformance_line_attribute");
            line.OwnsMany(l => l.Checks, check =>
            {
                check.ToTable("attribute_check");
                check.HasKey(c => c.Id);
                check.Property(c => c.Id).ValueGeneratedNever();
                check.WithOwner().HasForeignKey("LineId");
                check.Property(c => c.Method).HasMaxLength(AttributeCheck.MaxMethodLength);
                check.Property(c => c.EvidenceSha256).HasMaxLength(64);
            });
        });
    }
}

internal sealed class ReturnToSupplierConfiguration : DocumentConfiguration<ReturnToSupplier>
{
    protected override void ConfigureContent(EntityTypeBuilder<ReturnToSupplier> builder)
    {
        builder.ToTable("return_to_supplier");
        builder.Property(r => r.ConformanceSha256).HasMaxLength(64);
        builder.Property(r => r.FromName).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Property(r => r.Reason).HasMaxLength(ReturnToSupplier.MaxReasonLength);
        builder.Property(r => r.Carrier).HasMaxLength(Arrival.MaxTextLength);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreId);
        builder.HasOne<ConformanceReport>().WithMany().HasForeignKey(r => r.ConformanceId);
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("return_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("ReturnToSupplierId");
            line.Property(l => l.LotCode).HasMaxLength(TemporaryReceiptLine.MaxLotLength);
            line.Property(l => l.Reason).HasMaxLength(ConformanceLine.MaxReasonLength);
            line.Ignore(l => l.Waiting);
            line.HasIndex(l => l.ConformanceLineId);
        });
    }
}
