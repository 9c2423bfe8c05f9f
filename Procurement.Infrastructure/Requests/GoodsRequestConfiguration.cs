using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Requests;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Requests;

internal sealed class GoodsRequestConfiguration : DocumentConfiguration<GoodsRequest>
{
    protected override void ConfigureContent(EntityTypeBuilder<GoodsRequest> builder)
    {
        builder.ToTable("goods_request");
        builder.Property(r => r.Purpose).HasMaxLength(GoodsRequest.MaxPurposeLength);
        builder.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("goods_request_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("GoodsRequestId");
            line.Ignore(l => l.Missing);
        });
    }
}
