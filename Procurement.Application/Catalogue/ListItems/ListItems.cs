using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.ListItems;

/// <summary>Items in Persian order, page by page.</summary>
/// <param name="Search">What somebody typed; every word of it must be found in code or names.</param>
/// <param name="Category">Only this group and those below it.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="WithWithdrawn">Whether withdrawn items are shown too.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(CataloguePermissions.Read)]
public sealed record ListItems(string? Search = null, CategoryId? Category = null, ItemKind? Kind = null, bool WithWithdrawn = false, NameCursor? After = null)
    : IQuery<Result<ItemPage>>;

/// <summary>Key of the last row of a page in name order.</summary>
public sealed record NameCursor(string SortKey, Guid Id);

public sealed record ItemPage(IReadOnlyList<ItemRow> Rows, NameCursor? Next);

public sealed record ItemRow(
    ItemId Id, string Code, string Name, string NameEn, CategoryId CategoryId, string Category, string CategoryEn, ItemKind Kind, PropertyClass? Class,
    string Unit, string UnitEn, bool IsActive, bool HasTemplate);

public interface IItemQueries
{
    Task<ItemPage> Page(ListItems asked, CategoryTree tree, CancellationToken ct);
}

internal sealed class ListItemsHandler(IItemQueries queries, ICategoryStore categories) : IQueryHandler<ListItems, Result<ItemPage>>
{
    public async Task<Result<ItemPage>> Handle(ListItems query, CancellationToken cancellationToken) =>
        await queries.Page(query, await categories.Tree(cancellationToken), cancellationToken);
}
