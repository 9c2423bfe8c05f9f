using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

public readonly record struct ItemId(Guid Value) : ITypedId<ItemId>
{
    public static ItemId From(Guid value) => new(value);

    public static ItemId New() => new(Guid.CreateVersion7());
}

public readonly record struct CategoryId(Guid Value) : ITypedId<CategoryId>
{
    public static CategoryId From(Guid value) => new(value);

    public static CategoryId New() => new(Guid.CreateVersion7());
}

public readonly record struct SupplierId(Guid Value) : ITypedId<SupplierId>
{
    public static SupplierId From(Guid value) => new(value);

    public static SupplierId New() => new(Guid.CreateVersion7());
}
