using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

/// <summary>A place inside a store (محل نگهداری): one of its bins, or one of the places every store has.</summary>
public sealed class Place : AggregateRoot<PlaceId>
{
    public const int MaxCodeLength = 20;
    public const int MaxNameLength = 120;

    private Place()
    {
    }

    public StoreId StoreId { get; private set; }

    public PlaceKind Kind { get; private set; }

    /// <summary>Unique in its store; empty for the places every store has.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>A closed bin keeps what lies in it and takes nothing more.</summary>
    public bool IsActive { get; private set; }

    /// <summary>The place as a side of a move.</summary>
    public StockPlace AsStockPlace => new(Id, Kind, StoreId);

    /// <summary>Adds a shelf or bin to a store.</summary>
    public static Result<Place> AddBin(Store store, string? code, string? name)
    {
        if (!store.IsActive) return Refusal.Rule("warehousing.store-closed", store.Name);
        var shelf = PersianText.Clean(code);
        var named = PersianText.Clean(name);
        if (shelf.Length is 0 or > MaxCodeLength) return Refusal.Invalid("warehousing.bin-code-missing", MaxCodeLength).At(nameof(Code));
        if (named.Length > MaxNameLength) return Refusal.Invalid("warehousing.bin-name-too-long", MaxNameLength).At(nameof(Name));

        return Make(store.Id, PlaceKind.Bin, shelf, named);
    }

    public Result Rename(string? name)
    {
        var named = PersianText.Clean(name);
        if (named.Length > MaxNameLength) return Refusal.Invalid("warehousing.bin-name-too-long", MaxNameLength).At(nameof(Name));

        Name = named;
        return Result.Ok;
    }

    /// <summary>Closes an empty bin.</summary>
    /// <param name="held">What lies in it.</param>
    public Result Close(Quantity held)
    {
        if (Kind != PlaceKind.Bin) return Refusal.Rule("warehousing.only-bins-close");
        if (!IsActive) return Refusal.Rule("warehousing.bin-closed", Code);
        if (!held.IsZero) return Refusal.Rule("warehousing.bin-not-empty", Code, held.Units);

        IsActive = false;
        return Result.Ok;
    }

    internal static Place Make(StoreId store, PlaceKind kind, string code, string name) => new()
    {
        Id = PlaceId.New(),
        StoreId = store,
        Kind = kind,
        Code = code,
        Name = name,
        IsActive = true,
    };
}
