using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue;

public interface IItemStore
{
    Task<Item?> Find(ItemId id, CancellationToken ct);

    /// <summary>Codes of a list that are taken already; one question however long the list.</summary>
    Task<IReadOnlySet<string>> CodesTaken(IReadOnlyCollection<string> codes, CancellationToken ct);

    void Add(Item item);
}

public interface ICategoryStore
{
    Task<Category?> Find(CategoryId id, CancellationToken ct);

    Task<CategoryTree> Tree(CancellationToken ct);

    void Add(Category category);
}

public interface IUnitStore
{
    Task<UnitOfMeasure?> Find(UnitCode code, CancellationToken ct);

    /// <summary>The whole list in Persian order.</summary>
    Task<IReadOnlyList<UnitOfMeasure>> All(CancellationToken ct);

    void Add(UnitOfMeasure unit);
}

public interface ISupplierStore
{
    Task<Supplier?> Find(SupplierId id, CancellationToken ct);

    /// <summary>Legal and national ids of a list that are registered already; one question however long the list.</summary>
    Task<IReadOnlySet<string>> IdentifiersTaken(IReadOnlyCollection<string> identifiers, CancellationToken ct);

    void Add(Supplier supplier);
}

/// <summary>Refusals that several use cases of the catalogue share.</summary>
internal static class CatalogueRefusals
{
    public static Refusal ItemNotFound => Refusal.NotFound("catalogue.item-not-found");

    public static Refusal CategoryNotFound => Refusal.NotFound("catalogue.category-not-found");

    public static Refusal UnitNotFound(string code) => Refusal.Invalid("catalogue.unit-not-found", code);

    public static Refusal SupplierNotFound => Refusal.NotFound("catalogue.supplier-not-found");

    /// <summary>Somebody else changed it since the form was opened: nothing is overwritten unseen.</summary>
    public static Result IfUnchanged(IAggregateRoot root, long seenVersion) =>
        root.Version == seenVersion ? Result.Ok : Refusal.Stale("catalogue.changed-since-seen");
}
