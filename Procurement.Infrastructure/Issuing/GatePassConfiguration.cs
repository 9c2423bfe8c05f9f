using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Issuing;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Issuing;

internal sealed class GatePassConfiguration : DocumentConfiguration<GatePass>
{
    protected override void ConfigureContent(EntityTypeBuilder<GatePass> builder)
    {
        builder.ToTable("gate_pass");
        builder.Property(p => p.BasisSha256).HasMaxLength(64);
        builder.Property(p => p.Destination).HasMaxLength(GatePass.MaxTextLength);
        builder.Property(p => p.Bearer).HasMaxLength(GatePass.MaxTextLength);
        builder.Property(p => p.Vehicle).HasMaxLength(GatePass.MaxTextLength);
        builder.Property(p => p.OutsideReceiver).HasMaxLength(DeliveryBasis.MaxNameLength);
        builder.Property(p => p.ReceiptPaper).HasMaxLength(GatePass.MaxTextLength);
        builder.Property(p => p.DisputeRemark).HasMaxLength(GatePass.MaxRemarkLength);
        builder.Ignore(p => p.HasLeft);
        builder.Ignore(p => p.IsConfirmed);
        builder.Ignore(p => p.IsDisputed);
        builder.Ignore(p => p.IsAway);
        builder.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId);
        builder.HasOne<SignOffSheet>().WithMany().HasForeignKey(p => p.BasisId);
        builder.OwnsMany(p => p.Lines, line =>
        {
            line.ToTable("gate_pass_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("GatePassId");
            line.Property(l => l.ItemCode).HasMaxLength(40);
            line.Property(l => l.Left).HasColumnName("went_out");
            line.HasIndex(l => l.BasisLineId);
            line.OwnsMany(l => l.Pieces, piece =>
            {
                piece.ToTable("gate_pass_piece");
                piece.HasKey(x => x.Id);
                piece.Property(x => x.Id).ValueGeneratedNever();
                piece.WithOwner().HasForeignKey("LineId");
                piece.Property(x => x.Number).HasMaxLength(PropertyNumber.MaxLength);
                piece.HasIndex(x => x.Number);
            });
        });
        builder.OwnsMany(p => p.Stopped, stopped =>
        {
            stopped.ToTable("stopped_item");
            stopped.HasKey(s => s.Id);
            stopped.Property(s => s.Id).ValueGeneratedNever();
            stopped.WithOwner().HasForeignKey("GatePassId");
            stopped.Property(s => s.Scanned).HasMaxLength(StoppedItem.MaxLength);
            stopped.HasIndex(s => s.StoppedAt);
        });
    }
}

internal sealed class DisputeDecisionConfiguration : DocumentConfiguration<DisputeDecision>
{
    protected override void ConfigureContent(EntityTypeBuilder<DisputeDecision> builder)
    {
        builder.ToTable("dispute_decision");
        builder.Property(d => d.PassSha256).HasMaxLength(64);
        builder.Property(d => d.Reason).HasMaxLength(DisputeDecision.MaxReasonLength);
        builder.HasOne<GatePass>().WithMany().HasForeignKey(d => d.PassId);
        builder.OwnsMany(d => d.Lines, line =>
        {
            line.ToTable("disputed_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("DisputeDecisionId");
            line.Property(l => l.ItemCode).HasMaxLength(40);
            line.Ignore(l => l.Take);
            line.HasIndex(l => l.PassLineId);
            line.OwnsMany(l => l.Pieces, piece =>
            {
                piece.ToTable("disputed_piece");
                piece.HasKey(p => p.Id);
                piece.Property(p => p.Id).ValueGeneratedNever();
                piece.WithOwner().HasForeignKey("LineId");
                piece.Property(p => p.Number).HasMaxLength(PropertyNumber.MaxLength);
            });
        });
    }
}
