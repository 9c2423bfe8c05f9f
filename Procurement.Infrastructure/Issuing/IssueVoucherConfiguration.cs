using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Issuing;

internal sealed class IssueVoucherConfiguration : DocumentConfiguration<IssueVoucher>
{
    protected override void ConfigureContent(EntityTypeBuilder<IssueVoucher> builder)
    {
        builder.ToTable("issue_voucher");
        builder.Property(v => v.RequestSha256).HasMaxLength(64);
        builder.Property(v => v.Purpose).HasMaxLength(GoodsRequest.MaxPurposeLength);
        builder.Ignore(v => v.Value);
        builder.Ignore(v => v.IsConsumablesOnly);
        builder.Ignore(v => v.HasSubstitutes);
        builder.HasOne<Store>().WithMany().HasForeignKey(v => v.StoreId);
        builder.HasOne<GoodsRequest>().WithMany().HasForeignKey(v => v.RequestId);
        builder.OwnsMany(v => v.Lines, line =>
        {
            line.ToTable("issue_voucher_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("IssueVoucherId");
            line.Property(l => l.ItemCode).HasMaxLength(40);
            line.Property(l => l.SubstituteReason).HasMaxLength(IssueLine.MaxReasonLength);
            line.Property(l => l.Room).HasMaxLength(PropertyItem.MaxRoomLength);
            line.Property(l => l.CheckRemark).HasMaxLength(IssueLine.MaxRemarkLength);
            line.Ignore(l => l.IsSubstitute);
            line.Ignore(l => l.IsConsumable);
            line.Ignore(l => l.IsLabelled);
            line.HasIndex(l => l.RequestLineId);
            line.OwnsMany(l => l.Pieces, piece =>
            {
                piece.ToTable("issue_voucher_piece");
                piece.HasKey(p => p.Id);
                piece.Property(p => p.Id).ValueGeneratedNever();
                piece.WithOwner().HasForeignKey("LineId");
                piece.Property(p => p.Number).HasMaxLength(PropertyNumber.MaxLength);
                piece.HasIndex(p => p.Number);
            });
        });
    }
}

internal sealed class IssueDeliveryConfiguration : IEntityTypeConfiguration<IssueDelivery>
{
    public void Configure(EntityTypeBuilder<IssueDelivery> builder)
    {
        builder.ToTable("issue_delivery");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.ReceiverId);
        builder.Ignore(d => d.IsComplete);
        builder.Ignore(d => d.IsQuiet);
        builder.HasOne<IssueVoucher>().WithOne().HasForeignKey<IssueDelivery>(d => d.Id);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(d => d.UnitId);

        // The work of a store is asked for on every page of its keeper; what is closed is most of the table.
        builder.HasIndex(d => new { d.IsClosed, d.StoreId });
        builder.OwnsMany(d => d.Lines, line =>
        {
            line.ToTable("issue_delivery_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("DeliveryId");
            line.Property(l => l.ItemCode).HasMaxLength(40);
            line.Property(l => l.Room).HasMaxLength(PropertyItem.MaxRoomLength);
            line.OwnsMany(l => l.Pieces, piece =>
            {
                piece.ToTable("issue_delivery_piece");
                piece.HasKey(p => p.Id);
                piece.Property(p => p.Id).ValueGeneratedNever();
                piece.WithOwner().HasForeignKey("LineId");
                piece.Property(p => p.Number).HasMaxLength(PropertyNumber.MaxLength);
            });
        });
        builder.OwnsMany(d => d.Parcels, parcel =>
        {
            parcel.ToTable("picked_parcel");
            parcel.HasKey(p => p.Id);
            parcel.Property(p => p.Id).ValueGeneratedNever();
            parcel.WithOwner().HasForeignKey("DeliveryId");
            parcel.Property(p => p.PieceNumber).HasMaxLength(PropertyNumber.MaxLength);
            parcel.Ignore(p => p.Staged);
            parcel.Ignore(p => p.Free);
            parcel.Ignore(p => p.WithCarrier);
            parcel.Ignore(p => p.TakenOver);
            parcel.HasIndex(p => p.LineId);
            parcel.OwnsMany(p => p.Passed, passed =>
            {
                passed.ToTable("passed_part");
                passed.HasKey(x => x.Id);
                passed.Property(x => x.Id).ValueGeneratedNever();
                passed.WithOwner().HasForeignKey("ParcelId");
                passed.Ignore(x => x.Out);
                passed.HasIndex(x => x.PassId);

                // "left" is a word of SQL.
                passed.Property(x => x.Left).HasColumnName("went_out");
            });
        });
        builder.OwnsMany(d => d.Substitutes, substitute =>
        {
            substitute.ToTable("receiver_substitute");
            substitute.HasKey(s => s.Id);
            substitute.Property(s => s.Id).ValueGeneratedNever();
            substitute.WithOwner().HasForeignKey("DeliveryId");
            substitute.Property(s => s.Reason).HasMaxLength(ReceiverSubstitute.MaxReasonLength);
        });
    }
}
