using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>A counted line as the form, the import or the API sends it: item and bin by their codes, quantity in the item's base unit.</summary>
public sealed record OpeningLineForm(string? Item, string? Bin, string? Lot, DateOnly? ExpiresOn, decimal Quantity, long UnitValue);

/// <summary>Turns typed lines into the domain's; every faulty line is told with its place in the form.</summary>
public sealed class OpeningLines(ICatalogueFacts catalogue, IStockFacts stock, IOpeningFacts openings)
{
    public async Task<Result<IReadOnlyList<OpeningLineInput>>> Read(StoreId store, IReadOnlyList<OpeningLineForm> lines, CancellationToken ct)
    {
        var items = await catalogue.ItemsByCode([.. lines.Select(l => PersianText.Clean(l.Item)).Where(c => c.Length > 0).Distinct()], ct);
        var byCode = new Dictionary<string, ItemFacts>(items, StringComparer.OrdinalIgnoreCase);
        var bins = (await stock.PlacesOf(store, ct))?.Bins.ToDictionary(b => b.Code, b => b.Place.Id, StringComparer.OrdinalIgnoreCase) ?? [];
        var moving = await openings.MovedOtherwise(store, [.. items.Values.Select(i => i.Id)], ct);

        var read = new List<OpeningLineInput>();
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Line(lines[i], i, byCode, bins, moving);
            if (line.Succeeded) read.Add(line.Value);
            else faults.AddRange(line.Refusals);
        }

        return faults.Count == 0 ? Result<IReadOnlyList<OpeningLineInput>>.Of(read) : Result<IReadOnlyList<OpeningLineInput>>.RefusedBy(faults);
    }

    private static Result<OpeningLineInput> Line(
        OpeningLineForm typed, int index, Dictionary<string, ItemFacts> items, Dictionary<string, PlaceId> bins, IReadOnlySet<ItemId> moving)
    {
        Refusal At(Refusal refusal, string field) => refusal.At(FormattableString.Invariant($"Lines[{index}].{field}"));

        var code = PersianText.ToLatinDigits(PersianText.Clean(typed.Item));
        if (!items.TryGetValue(code, out var item)) return At(Refusal.Invalid("opening-balance.item-unknown", index + 1, code), "Item");
        if (item.Kind != ItemKind.Goods) return At(Refusal.Invalid("opening-balance.not-goods", index + 1, item.Name), "Item");
        if (moving.Contains(item.Id)) return At(Refusal.Rule("opening-balance.item-already-moves", item.Name), "Item");
        if (!bins.TryGetValue(PersianText.Clean(typed.Bin), out var bin)) return At(Refusal.Invalid("opening-balance.bin-unknown", index + 1), "Bin");
        var hasLot = PersianText.Clean(typed.Lot).Length > 0;
        if (item.Tracking.Lot && !hasLot) return At(Refusal.Invalid("opening-balance.lot-missing", index + 1, item.Name), "Lot");
        if (!item.Tracking.Lot && hasLot) return At(Refusal.Invalid("opening-balance.lot-not-kept", index + 1, item.Name), "Lot");
        if (item.Tracking.Expiry && typed.ExpiresOn is null) return At(Refusal.Invalid("opening-balance.expiry-missing", index + 1, item.Name), "ExpiresOn");

        var quantity = Quantity.Of(typed.Quantity);
        if (!quantity.Succeeded) return At(quantity.Refusal, "Quantity");
        var measured = item.Measures(quantity.Value);
        if (!measured.Succeeded) return At(measured.Refusal, "Quantity");
        var value = Rials.Of(typed.UnitValue);
        return value.Succeeded
            ? new OpeningLineInput(item.Id, bin, typed.Lot, typed.ExpiresOn, quantity.Value, value.Value)
            : At(value.Refusal, "UnitValue");
    }
}

/// <summary>What an opening count must know of the ledger.</summary>
public interface IOpeningFacts
{
    /// <summary>Those of the items that have moved in the store by another reason than an opening count.</summary>
    Task<IReadOnlySet<ItemId>> MovedOtherwise(StoreId store, IReadOnlyCollection<ItemId> items, CancellationToken ct);
}
