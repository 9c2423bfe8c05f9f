using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;

namespace Procurement.Infrastructure.Catalogue;

/// <summary>How a line of any document embeds its specification: the heading in the line's own row, each attribute in a row of a table beside it.</summary>
internal static class SpecificationMapping
{
    /// <param name="line">The line, itself a part of its document.</param>
    /// <param name="specification">The line's specification; may be empty until the line is filled.</param>
    /// <param name="table">The table of the attributes: <c>purchase_request_line_attribute</c>.</param>
    public static void OwnsSpecification<TOwner, TLine>(
        this OwnedNavigationBuilder<TOwner, TLine> line, Expression<Func<TLine, Specification?>> specification, string table)
        where TOwner : class where TLine : class =>
        line.OwnsOne(specification, owned =>
        {
            owned.Property(s => s.ItemId).HasColumnName("specification_item_id");
            owned.Property(s => s.TemplateVersion).HasColumnName("template_version");
            owned.Property(s => s.Brand).HasColumnName("brand").HasMaxLength(Specification.MaxBrandLength);
            owned.Property(s => s.BrandReason).HasColumnName("brand_reason").HasMaxLength(Specification.MaxReasonLength);
            owned.OwnsMany(s => s.Attributes, attribute =>
            {
                attribute.ToTable(table);
                attribute.HasKey(a => a.Id);
                attribute.Property(a => a.Id).ValueGeneratedNever();
                attribute.WithOwner().HasForeignKey("LineId");
                attribute.Property(a => a.Name).HasMaxLength(TemplateAttribute.MaxNameLength);
                attribute.Property(a => a.NameEn).HasMaxLength(TemplateAttribute.MaxNameLength);
                attribute.Property(a => a.Unit).HasMaxLength(TemplateAttribute.MaxUnitLength);
                attribute.Property(a => a.Value).HasMaxLength(TemplateAttribute.MaxTextLength);
            });
        });
}
