using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

public readonly record struct StoreId(Guid Value) : ITypedId<StoreId>
{
    public static StoreId From(Guid value) => new(value);

    public static StoreId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlaceId(Guid Value) : ITypedId<PlaceId>
{
    public static PlaceId From(Guid value) => new(value);

    public static PlaceId New() => new(Guid.CreateVersion7());
}

public readonly record struct LotId(Guid Value) : ITypedId<LotId>
{
    public static LotId From(Guid value) => new(value);

    public static LotId New() => new(Guid.CreateVersion7());
}
