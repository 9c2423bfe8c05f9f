using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Warehousing;

internal static class PropertyNumberMapping
{
    public static PropertyBuilder<PropertyNumber> IsPropertyNumber(this PropertyBuilder<PropertyNumber> property) =>
        property.HasConversion(number => number.Value, stored => PropertyNumber.FromStored(stored)).HasMaxLength(PropertyNumber.MaxLength);
}

internal sealed class PropertyItemConfiguration : IEntityTypeConfiguration<PropertyItem>
{
    public void Configure(EntityTypeBuilder<PropertyItem> builder)
    {
        builder.ToTable("property_item");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).IsPropertyNumber();
        builder.Property(p => p.Serial).HasMaxLength(PropertyItem.MaxSerialLength);
        builder.Property(p => p.Room).HasMaxLength(PropertyItem.MaxRoomLength);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => new { p.StoreId, p.ItemId });
        builder.HasIndex(p => new { p.CustodianId, p.State });
        builder.HasIndex(p => p.EnteredByLine);
        builder.OwnsMany(p => p.Custodies, custody =>
        {
            custody.ToTable("property_custody");
            custody.HasKey(c => c.Id);
            custody.Property(c => c.Id).ValueGeneratedNever();
            custody.WithOwner().HasForeignKey("PropertyItemId");
            custody.Property(c => c.Room).HasMaxLength(PropertyItem.MaxRoomLength);
            custody.Property(c => c.From).HasColumnName("from_at");
            custody.Property(c => c.To).HasColumnName("to_at");
        });
    }
}

internal sealed class PropertySchemeConfiguration : IEntityTypeConfiguration<PropertyScheme>
{
    public void Configure(EntityTypeBuilder<PropertyScheme> builder)
    {
        builder.ToTable("property_scheme");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Prefix).HasMaxLength(PropertyScheme.MaxPrefixLength);
        builder.Ignore(s => s.IsInForce);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.UnitId);
    }
}

internal sealed class PropertyUniqueRefusals : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals => [("ix_property_item_number", Refusal.Rule("property.number-taken-meanwhile"))];
}
