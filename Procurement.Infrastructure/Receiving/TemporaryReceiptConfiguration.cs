using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Receiving;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Receiving;

internal sealed class TemporaryReceiptConfiguration : DocumentConfiguration<TemporaryReceipt>
{
    protected override void ConfigureContent(EntityTypeBuilder<TemporaryReceipt> builder)
    {
        builder.ToTable("temporary_receipt");
        builder.Property(r => r.FromName).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Property(r => r.Deed).HasMaxLength(DeliveryBasis.MaxDeedLength);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreId);
        builder.HasIndex(r => r.BasisId);
        builder.OwnsOne(r => r.Arrival, arrival =>
        {
            arrival.Property(a => a.WaybillNo).HasColumnName("waybill_no").HasMaxLength(Arrival.MaxTextLength);
            arrival.Property(a => a.InvoiceNo).HasColumnName("invoice_no").HasMaxLength(Arrival.MaxTextLength);
            arrival.Property(a => a.Vehicle).HasColumnName("vehicle").HasMaxLength(Arrival.MaxTextLength);
            arrival.Property(a => a.Deliverer).HasColumnName("deliverer").HasMaxLength(Arrival.MaxTextLength);
            arrival.Property(a => a.ArrivedAt).HasColumnName("arrived_at");
            arrival.Ignore(a => a.Papers);
        });
        builder.Navigation(r => r.Arrival).IsRequired();
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("temporary_receipt_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("TemporaryReceiptId");
            line.Property(l => l.LotCode).HasMaxLength(TemporaryReceiptLine.MaxLotLength);
            line.Property(l => l.Condition).HasMaxLength(TemporaryReceiptLine.MaxConditionLength);
            line.Property(l => l.Salt).HasMaxLength(32);
            line.Ignore(l => l.DiffersFromOrder);
            line.Ignore(l => l.DiffersFromPapers);
            line.HasIndex(l => l.BasisLineId);
        });
        builder.OwnsMany(r => r.Counts, count =>
        {
            count.ToTable("delivery_count");
            count.HasKey(c => c.Id);
            count.Property(c => c.Id).ValueGeneratedNever();
            count.WithOwner().HasForeignKey("TemporaryReceiptId");
            count.Property(c => c.Salt).HasMaxLength(32);
        });
    }
}

internal sealed class ExpertChecklistConfiguration : IEntityTypeConfiguration<ExpertChecklist>
{
    public void Configure(EntityTypeBuilder<ExpertChecklist> builder)
    {
        builder.ToTable("expert_checklist");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Remark).HasMaxLength(ExpertChecklist.MaxRemarkLength);
        builder.Ignore(c => c.IsComplete);
        builder.Ignore(c => c.FoundDifference);
        builder.HasOne<TemporaryReceipt>().WithMany().HasForeignKey(c => c.TemporaryReceiptId);
        builder.HasIndex(c => c.LineId).IsUnique();
        builder.HasIndex(c => new { c.ExpertId, c.CompletedAt });
        builder.OwnsMany(c => c.Results, result =>
        {
            result.ToTable("expert_checklist_result");
            result.HasKey(r => r.Id);
            result.Property(r => r.Id).ValueGeneratedNever();
            result.WithOwner().HasForeignKey("ExpertChecklistId");
            result.Ignore(r => r.Photo);
            result.Property(r => r.Method).HasMaxLength(Domain.Receiving.AttributeCheck.MaxMethodLength);
            result.Property(r => r.PhotoSha256).HasMaxLength(64);
        });
    }
}

internal sealed class RequesterSubstituteConfiguration : IEntityTypeConfiguration<RequesterSubstitute>
{
    public void Configure(EntityTypeBuilder<RequesterSubstitute> builder)
    {
        builder.ToTable("requester_substitute");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.LetterNo).HasMaxLength(RequesterSubstitute.MaxLetterLength);
        builder.HasIndex(s => new { s.BasisId, s.RequesterId });
    }
}
