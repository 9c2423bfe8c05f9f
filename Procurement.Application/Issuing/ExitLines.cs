using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>A line of a temporary exit as typed: item, bin and lot by their codes; numbered pieces name their item themselves.</summary>
/// <param name="Item">Code of the item; blank where pieces are named.</param>
/// <param name="Bin">Code of the bin; blank for property in use.</param>
/// <param name="Lot">The lot printed on the goods.</param>
/// <param name="Quantity">How much; for numbered pieces their number counts.</param>
/// <param name="Pieces">The property numbers.</param>
public sealed record ExitLineForm(string? Item, string? Bin, string? Lot, decimal? Quantity, IReadOnlyList<string>? Pieces = null);

/// <summary>Turns typed lines into the domain's, with what catalogue, store and property book know of each.</summary>
internal sealed class ExitLines(ICatalogueFacts catalogue, IStockFacts stock, IPropertyBook book)
{
    public async Task<Result<IReadOnlyList<ExitLineInput>>> Read(StoreId store, IReadOnlyList<ExitLineForm> typed, CancellationToken ct)
    {
        var numbers = typed.SelectMany(t => t.Pieces ?? []).Select(PropertyNumber.Create).Where(n => n.Succeeded).Select(n => n.Value).Distinct().ToList();
        var pieces = (await book.ByNumbers(numbers, ct)).ToDictionary(p => p.Number.Value);
        var byCode = new Dictionary<string, ItemFacts>(
            await catalogue.ItemsByCode([.. typed.Select(t => Code(t.Item)).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)], ct), StringComparer.OrdinalIgnoreCase);
        var byId = await catalogue.Items([.. pieces.Values.Select(p => p.ItemId).Distinct()], ct);
        var bins = (await stock.PlacesOf(store, ct))?.Bins.ToDictionary(b => b.Code, b => b.Place.Id, StringComparer.OrdinalIgnoreCase) ?? [];

        var faults = new List<Refusal>();
        var read = new List<ExitLineInput>();
        for (var i = 0; i < typed.Count; i++)
        {
            var line = await Line(typed[i], i);
            if (line.Succeeded) read.Add(line.Value);
            else faults.AddRange(line.Refusals);
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<ExitLineInput>>.RefusedBy(faults);

        async Task<Result<ExitLineInput>> Line(ExitLineForm form, int index)
        {
            Refusal At(Refusal refusal, string field) => refusal.At(FormattableString.Invariant($"Lines[{index}].{field}"));

            var named = new List<PropertyItem>();
            foreach (var number in form.Pieces ?? [])
            {
                var spelled = PropertyNumber.Create(number);
                if (!spelled.Succeeded) return At(spelled.Refusal, "Pieces");
                if (!pieces.TryGetValue(spelled.Value.Value, out var piece)) return At(Refusal.Rule("temporary-exit.piece-unknown", spelled.Value.Value), "Pieces");
                named.Add(piece);
            }

            var item = named.Count > 0 ? byId.GetValueOrDefault(named[0].ItemId) : byCode.GetValueOrDefault(Code(form.Item));
            if (item is not { Kind: ItemKind.Goods }) return At(Refusal.Invalid("temporary-exit.item-unknown", index + 1), "Item");
            if (named.Count > 0 && named[0].State == PropertyState.InUse) return new ExitLineInput(item.Id, item.Code, null, null, Quantity.Whole(named.Count), named);

            if (!bins.TryGetValue(PersianText.Clean(form.Bin), out var bin)) return At(Refusal.Invalid("temporary-exit.bin-unknown", index + 1), "Bin");
            if (named.Count == 0 && item.Class == PropertyClass.NonConsumable) return At(Refusal.Rule("temporary-exit.numbers-missing", index + 1), "Pieces");
            var quantity = named.Count > 0 ? Result<Quantity>.Of(Quantity.Whole(named.Count)) : Quantity.Of(form.Quantity ?? 0);
            if (!quantity.Succeeded) return At(quantity.Refusal, "Quantity");
            var measured = item.Measures(quantity.Value);
            if (!measured.Succeeded) return At(measured.Refusal, "Quantity");

            var lot = PersianText.Clean(form.Lot);
            var lies = (await stock.PickOrder(store, item.Id, ct)).FirstOrDefault(b => b.Place.Id == bin && string.Equals(b.LotCode, lot, StringComparison.OrdinalIgnoreCase));
            return lies is not null && lies.Quantity >= quantity.Value
                ? new ExitLineInput(item.Id, item.Code, bin, lies.Lot, quantity.Value, named)
                : At(Refusal.Rule("temporary-exit.not-in-bin", index + 1, (lies?.Quantity ?? Quantity.Zero).Units), "Quantity");
        }
    }

    private static string Code(string? typed) => PersianText.ToLatinDigits(PersianText.Clean(typed));
}
