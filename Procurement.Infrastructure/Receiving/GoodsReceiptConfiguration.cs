using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Pipeline;
using Procurement.Infrastructure.SignOff;
using Procurement.Infrastructure.Warehousing;

namespace Procurement.Infrastructure.Receiving;

internal sealed class GoodsReceiptConfiguration : DocumentConfiguration<GoodsReceipt>
{
    protected override void ConfigureContent(EntityTypeBuilder<GoodsReceipt> builder)
    {
        builder.ToTable("goods_receipt");
        builder.Property(r => r.ConformanceSha256).HasMaxLength(64);
        builder.Property(r => r.FromName).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Property(r => r.InvoiceNo).HasMaxLength(Arrival.MaxTextLength);
        builder.Ignore(r => r.IsLabelled);
        builder.Ignore(r => r.Value);
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreId);
        builder.HasOne<ConformanceReport>().WithMany().HasForeignKey(r => r.ConformanceId);
        builder.OwnsOne(r => r.Facts, facts =>
        {
            facts.Property(f => f.LetterNo).HasColumnName("letter_no").HasMaxLength(SourceFacts.MaxTextLength);
            facts.Property(f => f.LetterDate).HasColumnName("letter_date");
            facts.Property(f => f.ValuedBy).HasColumnName("valued_by").HasMaxLength(SourceFacts.MaxTextLength);
            facts.Property(f => f.OwnerName).HasColumnName("owner_name").HasMaxLength(SourceFacts.MaxTextLength);
            facts.Property(f => f.DueBack).HasColumnName("due_back");
        });
        builder.Navigation(r => r.Facts).IsRequired();
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("goods_receipt_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("GoodsReceiptId");
            line.Property(l => l.LotCode).HasMaxLength(TemporaryReceiptLine.MaxLotLength);
            line.Ignore(l => l.NeedsLabels);
            line.Ignore(l => l.Pieces);
            line.HasIndex(l => l.ConformanceLineId);
            line.OwnsMany(l => l.Labels, label =>
            {
                label.ToTable("goods_receipt_label");
                label.HasKey(x => x.Id);
                label.Property(x => x.Id).ValueGeneratedNever();
                label.WithOwner().HasForeignKey("LineId");
                label.Property(x => x.Number).IsPropertyNumber();
                label.Property(x => x.Serial).HasMaxLength(ReceiptLabel.MaxSerialLength);
                label.HasIndex(x => x.Number).IsUnique();
            });
        });
    }
}

internal sealed class ServiceAcceptanceConfiguration : DocumentConfiguration<ServiceAcceptance>
{
    protected override void ConfigureContent(EntityTypeBuilder<ServiceAcceptance> builder)
    {
        builder.ToTable("service_acceptance");
        builder.Property(a => a.FromName).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Ignore(a => a.Value);
        builder.HasIndex(a => a.BasisId);
        builder.OwnsMany(a => a.Lines, line =>
        {
            line.ToTable("accepted_work");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("ServiceAcceptanceId");
            line.Property(l => l.MeasuredHow).HasMaxLength(ServiceAcceptance.MaxTextLength);
            line.HasIndex(l => l.BasisLineId);
        });
    }
}

internal sealed class ReceivingUniqueRefusals : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_goods_receipt_label_number", Refusal.Rule("property.number-taken-meanwhile")),
        ("ix_expert_checklist_line_id", Refusal.Rule("expert-checklist.appointed-already")),
    ];
}
