using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue;

/// <summary>What the item form states beside code, kind and base unit.</summary>
public sealed record ItemForm(
    string? Name, string? NameEn, CategoryId Category, PropertyClass? Class, bool TracksLot = false, bool TracksSerial = false, bool TracksExpiry = false,
    decimal? MinStock = null, decimal? ReorderPoint = null, decimal? MaxStock = null, string? IranCode = null, string? GoodsServiceId = null)
{
    internal Result<ItemDetails> Read()
    {
        var min = Level(MinStock, nameof(MinStock));
        var reorder = Level(ReorderPoint, nameof(ReorderPoint));
        var max = Level(MaxStock, nameof(MaxStock));
        var read = Result.FirstRefused(min.Plain(), reorder.Plain(), max.Plain());
        return read.Succeeded
            ? new ItemDetails(
                Name, NameEn, Class, new ItemTracking(TracksLot, TracksSerial, TracksExpiry), min.Value, reorder.Value, max.Value, IranCode, GoodsServiceId)
            : read;
    }

    private static Result<Quantity?> Level(decimal? units, string field)
    {
        if (units is not { } given) return Result<Quantity?>.Of(null);
        var level = Quantity.Of(given);
        return level.Succeeded ? Result<Quantity?>.Of(level.Value) : level.Refusal.At(field);
    }
}
