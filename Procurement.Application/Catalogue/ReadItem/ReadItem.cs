using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ReadItem;

/// <summary>Everything the catalogue knows of one item.</summary>
[Requires(CataloguePermissions.Read)]
public sealed record ReadItem(ItemId ItemId) : IQuery<Result<ItemCard>>;

public sealed record ItemCard(
    ItemId Id, long Version, string Code, string Name, string NameEn, CategoryId CategoryId, IReadOnlyList<CategoryNode> CategoryPath, bool NeedsExpertCheck,
    string ConventionalSet, ItemKind Kind, PropertyClass? Class, UnitCard BaseUnit, IReadOnlyList<ConversionCard> Conversions, ItemTracking Tracking,
    Quantity? MinStock, Quantity? ReorderPoint, Quantity? MaxStock, string IranCode, string GoodsServiceId, bool IsActive,
    IReadOnlyList<TemplateCard> Templates)
{
    /// <summary>The version new requests answer; null while none is published.</summary>
    public TemplateCard? TemplateInForce => Templates.Count == 0 ? null : Templates[^1];
}

public sealed record UnitCard(string Code, string Name, string NameEn, bool IsDivisible, bool IsActive);

public sealed record ConversionCard(UnitCard Unit, long Numerator, long Denominator);

public sealed record TemplateCard(int TemplateVersion, string PublishedBy, DateTimeOffset PublishedAt, IReadOnlyList<TemplateAttribute> Attributes);

internal sealed class ReadItemHandler(IItemStore items, IUnitStore units, ICategoryStore categories, ChartOfCall charts)
    : IQueryHandler<ReadItem, Result<ItemCard>>
{
    public async Task<Result<ItemCard>> Handle(ReadItem query, CancellationToken cancellationToken)
    {
        if (await items.Find(query.ItemId, cancellationToken) is not { } item) return CatalogueRefusals.ItemNotFound;
        var tree = await categories.Tree(cancellationToken);
        var chart = await charts.Get(cancellationToken);
        var unitsByCode = (await units.All(cancellationToken)).ToDictionary(u => u.Id, Card);
        return new ItemCard(
            item.Id, item.Version, item.Code, item.Name, item.NameEn, item.CategoryId, tree.PathTo(item.CategoryId), tree.NeedsExpertCheck(item.CategoryId),
            tree.ConventionalSetOf(item.CategoryId), item.Kind, item.Class, unitsByCode[item.BaseUnit],
            [.. item.Conversions.Select(c => new ConversionCard(unitsByCode[c.Unit], c.Numerator, c.Denominator)).OrderBy(c => c.Unit.Code, StringComparer.Ordinal)],
            item.Tracking, item.MinStock, item.ReorderPoint, item.MaxStock, item.IranCode?.Value ?? "", item.GoodsServiceId?.Value ?? "", item.IsActive,
            [.. item.Templates.OrderBy(t => t.TemplateVersion).Select(t => new TemplateCard(
                t.TemplateVersion, chart.NameOf(t.PublishedBy), t.PublishedAt, [.. t.Attributes.OrderBy(a => a.Place)]))]);
    }

    internal static UnitCard Card(UnitOfMeasure unit) => new(unit.Id.Value, unit.Name, unit.NameEn, unit.IsDivisible, unit.IsActive);
}
