using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>How much of a voucher's line, as typed; for state property the numbers scanned say it.</summary>
public sealed record TakeForm(Guid Line, decimal Quantity, IReadOnlyList<string>? Pieces = null);

internal static class TakeForms
{
    /// <summary>Reads typed quantities; every faulty one is told with its place on the form.</summary>
    public static Result<IReadOnlyList<TakeInput>> Read(IReadOnlyList<TakeForm> typed)
    {
        var faults = new List<Refusal>();
        var read = new List<TakeInput>();
        for (var i = 0; i < typed.Count; i++)
        {
            var quantity = Quantity.Of(typed[i].Quantity);
            var pieces = Numbers(typed[i].Pieces);
            if (quantity.Succeeded) read.Add(new TakeInput(typed[i].Line, pieces.Count > 0 ? Quantity.Whole(pieces.Count) : quantity.Value, pieces));
            else faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Lines[{i}].Quantity")));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<TakeInput>>.RefusedBy(faults);
    }

    /// <summary>Property numbers as the book spells them; what is none is left out and so not found on any line.</summary>
    public static IReadOnlyList<string> Numbers(IReadOnlyList<string>? typed) =>
        [.. (typed ?? []).Select(PropertyNumber.Create).Where(n => n.Succeeded).Select(n => n.Value.Value).Distinct(StringComparer.Ordinal)];
}
