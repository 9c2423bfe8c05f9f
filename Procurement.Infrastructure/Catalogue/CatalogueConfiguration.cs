using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Catalogue;

internal static class CatalogueColumns
{
    public static PropertyBuilder<UnitCode> IsUnitCode(this PropertyBuilder<UnitCode> property) =>
        property.HasConversion(code => code.Value, stored => UnitCode.FromStored(stored)).HasMaxLength(UnitCode.MaxLength);
}

internal sealed class UnitOfMeasureConfiguration : IEntityTypeConfiguration<UnitOfMeasure>
{
    public void Configure(EntityTypeBuilder<UnitOfMeasure> builder)
    {
        builder.ToTable("unit_of_measure");
        builder.Property(u => u.Id).IsUnitCode().HasColumnName("code").ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(UnitOfMeasure.MaxNameLength);
        builder.Property(u => u.NameEn).HasMaxLength(UnitOfMeasure.MaxNameLength);
        builder.HasData(UnitsInUse.All.Select(u => new
        {
            Id = UnitCode.FromStored(u.Code), u.Name, u.NameEn, IsDivisible = u.Divisible, IsActive = true, Version = 1L,
        }));
    }
}

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("category");
        builder.Property(c => c.Code).HasMaxLength(Category.MaxCodeLength);
        builder.Property(c => c.Name).HasMaxLength(Category.MaxNameLength);
        builder.Property(c => c.NameEn).HasMaxLength(Category.MaxNameLength);
        builder.Property(c => c.ConventionalSet).HasMaxLength(Category.MaxSetKeyLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.Placement).IsUnique();
        builder.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId);
    }
}

internal sealed class ItemConfiguration : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("item");
        builder.Property(i => i.Code).HasMaxLength(Item.MaxCodeLength);
        builder.Property(i => i.Name).HasMaxLength(Item.MaxNameLength);
        builder.Property(i => i.NameEn).HasMaxLength(Item.MaxNameLength);
        builder.Property(i => i.BaseUnit).IsUnitCode();
        builder.Property(i => i.IranCode).HasConversion(c => c!.Value, stored => IranCode.FromStored(stored)).HasMaxLength(IranCode.Length);
        builder.Property(i => i.GoodsServiceId).HasConversion(c => c!.Value, stored => GoodsServiceId.FromStored(stored)).HasMaxLength(GoodsServiceId.Length);
        builder.Ignore(i => i.Tracking);
        builder.Ignore(i => i.TemplateInForce);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => new { i.SortKey, i.Id });
        builder.HasIndex(i => new { i.SortKey, i.Id }, "ix_item_with_reorder_point").HasFilter("reorder_point IS NOT NULL");
        builder.HasIndex(i => new { i.CategoryId, i.SortKey, i.Id });
        builder.HasOne<Category>().WithMany().HasForeignKey(i => i.CategoryId);
        builder.HasOne<UnitOfMeasure>().WithMany().HasForeignKey(i => i.BaseUnit);

        builder.OwnsMany(i => i.Conversions, conversion =>
        {
            conversion.ToTable("item_conversion");
            conversion.HasKey(c => c.Id);
            conversion.Property(c => c.Id).ValueGeneratedNever();
            conversion.Property(c => c.Unit).IsUnitCode();
            conversion.WithOwner().HasForeignKey("ItemId");
            conversion.HasOne<UnitOfMeasure>().WithMany().HasForeignKey(c => c.Unit);
        });
        builder.OwnsMany(i => i.Templates, template =>
        {
            template.ToTable("specification_template");
            template.HasKey(t => t.Id);
            template.Property(t => t.Id).ValueGeneratedNever();
            template.WithOwner().HasForeignKey(t => t.ItemId);
            template.HasIndex(t => new { t.ItemId, t.TemplateVersion }).IsUnique();
            template.HasOne<Person>().WithMany().HasForeignKey(t => t.PublishedBy);
            template.OwnsMany(t => t.Attributes, attribute =>
            {
                attribute.ToTable("template_attribute");
                attribute.HasKey(a => a.Id);
                attribute.Property(a => a.Id).ValueGeneratedNever();
                attribute.WithOwner().HasForeignKey("TemplateId");
                attribute.Property(a => a.Name).HasMaxLength(TemplateAttribute.MaxNameLength);
                attribute.Property(a => a.NameEn).HasMaxLength(TemplateAttribute.MaxNameLength);
                attribute.Property(a => a.Unit).HasMaxLength(TemplateAttribute.MaxUnitLength);
                attribute.Property(a => a.Standard).HasMaxLength(TemplateAttribute.MaxNameLength);
                attribute.Ignore(a => a.Choices);
            });
        });
    }
}

/// <summary>What the unique indexes of the catalogue mean to people.</summary>
internal sealed class CatalogueUniques : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("pk_unit_of_measure", Refusal.Rule("catalogue.unit-code-taken").At("Code")),
        ("ix_category_code", Refusal.Rule("catalogue.category-code-taken").At("Code")),
        ("ix_category_placement", Refusal.Stale("catalogue.changed-since-seen")),
        ("ix_item_code", Refusal.Rule("catalogue.item-code-taken").At("Code")),
        ("ix_specification_template_item_id_template_version", Refusal.Stale("catalogue.changed-since-seen")),
        ("ix_supplier_legal_id", Refusal.Rule("catalogue.supplier-already-registered").At("LegalId")),
        ("ix_supplier_national_id", Refusal.Rule("catalogue.supplier-already-registered").At("NationalId")),
    ];
}
