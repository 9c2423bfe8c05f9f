using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Issuing;
using Procurement.Domain.Receiving;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Issuing;

internal sealed class TemporaryExitConfiguration : DocumentConfiguration<TemporaryExit>
{
    protected override void ConfigureContent(EntityTypeBuilder<TemporaryExit> builder)
    {
        builder.ToTable("temporary_exit");
        builder.Property(e => e.Reason).HasMaxLength(TemporaryExit.MaxReasonLength);
        builder.Property(e => e.OutsideReceiver).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.HasOne<Store>().WithMany().HasForeignKey(e => e.StoreId);
        builder.OwnsMany(e => e.Lines, line =>
        {
            line.ToTable("exit_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("TemporaryExitId");
            line.Property(l => l.ItemCode).HasMaxLength(40);
            line.Ignore(l => l.IsLabelled);
            line.Ignore(l => l.Waiting);
            line.OwnsMany(l => l.Pieces, piece =>
            {
                piece.ToTable("exit_piece");
                piece.HasKey(p => p.Id);
                piece.Property(p => p.Id).ValueGeneratedNever();
                piece.WithOwner().HasForeignKey("LineId");
                piece.Property(p => p.Number).HasMaxLength(PropertyNumber.MaxLength);
                piece.HasIndex(p => p.Number);
            });
        });
    }
}
