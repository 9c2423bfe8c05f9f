using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class StoreConfiguration : IEntityTypeConfiguration<Store>
{
    public void Configure(EntityTypeBuilder<Store> builder)
    {
        builder.ToTable("store");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(Store.MaxCodeLength);
        builder.Property(s => s.Name).HasMaxLength(Store.MaxNameLength);
        builder.Property(s => s.NameEn).HasMaxLength(Store.MaxNameLength);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => s.UnitId);
        builder.HasIndex(s => new { s.SortKey, s.Id });
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.UnitId);
    }
}

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("place");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(Place.MaxCodeLength);
        builder.Property(p => p.Name).HasMaxLength(Place.MaxNameLength);
        builder.Ignore(p => p.AsStockPlace);
        builder.HasIndex(p => new { p.StoreId, p.Kind, p.Code }).IsUnique();
        builder.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId);
    }
}

internal sealed class LotConfiguration : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("lot");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Code).HasMaxLength(Lot.MaxCodeLength);
        builder.HasIndex(l => new { l.ItemId, l.Code }).IsUnique();
    }
}

internal sealed class WarehousingUniqueRefusals : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_store_code", Refusal.Rule("warehousing.store-code-taken").At("Code")),
        ("ix_place_store_id_kind_code", Refusal.Rule("warehousing.bin-code-taken").At("Code")),
        ("ix_lot_item_id_code", Refusal.Rule("warehousing.lot-opened-meanwhile")),
    ];
}
