using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Vouchers;

internal sealed class ImprestSettlementConfiguration : DocumentConfiguration<ImprestSettlement>
{
    protected override void ConfigureContent(EntityTypeBuilder<ImprestSettlement> builder)
    {
        builder.ToTable("imprest_settlement");
        builder.Property(s => s.Remark).HasMaxLength(ImprestSettlement.MaxRemarkLength);
        builder.Ignore(s => s.Bought);
        builder.Ignore(s => s.Spent);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.BuyerId);
        builder.OwnsMany(s => s.Lines, line =>
        {
            line.ToTable("settled_purchase");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("ImprestSettlementId");
            line.Property(l => l.DecisionSha256).HasMaxLength(64);
            line.Property(l => l.What).HasMaxLength(SignOffSheet.MaxSubjectLength);
            line.Property(l => l.Invoices).HasMaxLength(SettledPurchase.MaxTextLength);
            line.Property(l => l.InvoicesSha256).HasMaxLength(SettledPurchase.MaxTextLength);
            line.HasIndex(l => l.DecisionId);
        });
    }
}
