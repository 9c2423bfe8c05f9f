using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Warehousing.Facts;

/// <summary>What goods are worth in an entity's accounts, at the moving average of the moment.</summary>
public interface IValueFacts
{
    /// <summary>Quantity and value in stock of each item; an item without value is left out.</summary>
    Task<IReadOnlyDictionary<ItemId, StockWorth>> WorthOf(OrgUnitId entity, IReadOnlyCollection<ItemId> items, CancellationToken ct);
}

/// <param name="Quantity">In stock, with value.</param>
/// <param name="Value">What it is worth as a whole.</param>
public sealed record StockWorth(Quantity Quantity, Rials Value)
{
    /// <summary>What so much of it is worth, half a rial upwards.</summary>
    public Rials Of(Quantity part) => Quantity.IsZero
        ? Rials.Zero
        : Rials.FromStored(checked((long)((((Int128)Value.Amount * part.Scaled * 2) + Quantity.Scaled) / ((Int128)Quantity.Scaled * 2))));
}
