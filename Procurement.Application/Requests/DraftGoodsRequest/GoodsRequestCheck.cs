using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.DraftGoodsRequest;

/// <summary>Holds what somebody typed against store and catalogue; every faulty line is told, with its place in the form.</summary>
public sealed class GoodsRequestCheck(IStockFacts stock, ICatalogueFacts catalogue, ChartOfCall charts)
{
    /// <summary>The store must be open and belong to the unit itself or to one above it.</summary>
    public async Task<Result> Store(StoreId store, OrgUnitId unit, CancellationToken ct)
    {
        var found = await stock.Store(store, ct);
        if (found is null) return Refusal.Invalid("goods-request.store-unknown").At("Store");
        if (!found.IsActive) return Refusal.Invalid("goods-request.store-closed", found.Name).At("Store");
        return (await charts.Get(ct)).PathUp(unit).Any(u => u.Id == found.UnitId)
            ? Result.Ok
            : Refusal.Invalid("goods-request.store-of-others", found.Name).At("Store");
    }

    public async Task<Result<IReadOnlyList<GoodsRequestLineInput>>> Lines(IReadOnlyList<GoodsRequestLineForm> lines, CancellationToken ct)
    {
        var items = await catalogue.Items([.. lines.Select(l => l.Item).Distinct()], ct);
        var read = new List<GoodsRequestLineInput>();
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var quantity = Quantity.Of(lines[i].Quantity);
            var fault = !quantity.Succeeded ? quantity.Refusal.At(Field(i, "Quantity")) : Fault(items.GetValueOrDefault(lines[i].Item), quantity.Value, i);
            if (fault is null) read.Add(new GoodsRequestLineInput(lines[i].Item, quantity.Value, lines[i].Remark));
            else faults.Add(fault);
        }

        return faults.Count == 0 ? Result<IReadOnlyList<GoodsRequestLineInput>>.Of(read) : Result<IReadOnlyList<GoodsRequestLineInput>>.RefusedBy(faults);
    }

    private static Refusal? Fault(ItemFacts? item, Quantity quantity, int line)
    {
        if (item is null) return Refusal.Invalid("goods-request.item-unknown", line + 1).At(Field(line, "Item"));
        if (!item.IsActive) return Refusal.Invalid("goods-request.item-withdrawn", line + 1, item.Name).At(Field(line, "Item"));
        if (item.Kind != ItemKind.Goods) return Refusal.Invalid("goods-request.item-not-goods", line + 1, item.Name).At(Field(line, "Item"));
        var measured = item.Measures(quantity);
        return measured.Succeeded ? null : measured.Refusal.At(Field(line, "Quantity"));
    }

    private static string Field(int line, string name) => FormattableString.Invariant($"Lines[{line}].{name}");
}
