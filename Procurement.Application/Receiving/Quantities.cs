using Procurement.Domain.Shared;

namespace Procurement.Application.Receiving;

/// <summary>A quantity typed for a line, in the item's base unit.</summary>
public sealed record LineQuantity(Guid LineId, decimal Quantity);

internal static class Quantities
{
    /// <summary>Reads the quantities of lines; every faulty one is told with its place on the form.</summary>
    public static Result<IReadOnlyDictionary<Guid, Quantity>> Read(IReadOnlyList<LineQuantity> lines)
    {
        var read = new Dictionary<Guid, Quantity>();
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var quantity = Quantity.Of(lines[i].Quantity);
            if (quantity.Succeeded) read[lines[i].LineId] = quantity.Value;
            else faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Lines[{i}].Quantity")));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyDictionary<Guid, Quantity>>.RefusedBy(faults);
    }
}
