using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.DraftPurchaseRequest;

/// <summary>A line as the form, a pasted sheet or the API sends it.</summary>
/// <param name="ItemCode">Code of the catalogue item; empty for a free description.</param>
/// <param name="Description">What it is; taken from the catalogue when an item is named.</param>
/// <param name="Kind">Goods, service or works; taken from the catalogue when an item is named.</param>
/// <param name="Quantity">How much, in the item's base unit or the unit named.</param>
/// <param name="Unit">Unit of a free description.</param>
/// <param name="UnitEstimate">Estimated price of one unit, in rials.</param>
/// <param name="Basis">What the estimate rests on.</param>
/// <param name="BasisNote">Which list, invoice or inquiry.</param>
/// <param name="Specification">The specification as text (<see cref="SpecificationText"/>).</param>
/// <param name="GoodsRequestLine">The line of the goods request it grew out of.</param>
public sealed record PurchaseRequestLineForm(
    string? ItemCode, string? Description, ItemKind? Kind, decimal Quantity, string? Unit, long UnitEstimate, EstimateBasis Basis, string? BasisNote,
    string? Specification, Guid? GoodsRequestLine = null);

/// <summary>Turns typed lines into the domain's: looks items up by code and reads each specification against the item's template in force.</summary>
public sealed class PurchaseRequestLines(ICatalogueFacts catalogue, IStockFacts stock, IPurchaseRequestQueries requests)
{
    /// <summary>Goods go to an open store of the unit, or of a unit above it.</summary>
    public async Task<Result> CheckStore(StoreId? store, OrgUnitId unit, OrganisationChart chart, CancellationToken ct)
    {
        if (store is not { } id) return Result.Ok;
        return await stock.Store(id, ct) is { IsActive: true } found && chart.PathUp(unit).Any(u => u.Id == found.UnitId)
            ? Result.Ok
            : Refusal.NotFound("purchase-request.store-not-found").At("StoreId");
    }

    /// <summary>
    /// A line that says it buys for a goods request names one of its lines, for the same item, and asks for no more than is still missing: the
    /// same need is not bought twice.
    /// </summary>
    public async Task<Result> CheckOrigin(GoodsRequest? from, DocumentId? self, IReadOnlyList<PurchaseRequestLineInput> lines, CancellationToken ct)
    {
        var asked = from is null ? [] : await requests.AskedFor(from.Id, self, ct);
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].GoodsRequestLine is not { } id) continue;
            var field = FormattableString.Invariant($"Lines[{i}].Quantity");
            if (from?.Lines.FirstOrDefault(l => l.Id == id && l.Item == lines[i].Item) is not { } origin)
            {
                faults.Add(Refusal.Invalid("purchase-request.goods-line-unknown", i + 1).At(field));
                continue;
            }

            var others = asked.Where(a => a.GoodsRequestLine == id).Select(a => a.Quantity).Concat(lines.Where((l, at) => at < i && l.GoodsRequestLine == id).Select(l => l.Quantity));
            var left = Math.Max(0, origin.Missing.Units - others.Sum(q => q.Units));
            if (lines[i].Quantity.Units > left) faults.Add(Refusal.Rule("purchase-request.more-than-missing", i + 1, left).At(field));
        }

        return faults.Count == 0 ? Result.Ok : Result.RefusedBy(faults);
    }

    /// <summary>Every faulty cell is told with its line, none is dropped.</summary>
    /// <param name="lines">The lines as typed.</param>
    /// <param name="by">Who typed them.</param>
    /// <param name="known">The lines of the draft that is rewritten: an unchanged specification stays the very same.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Result<IReadOnlyList<PurchaseRequestLineInput>>> Read(
        IReadOnlyList<PurchaseRequestLineForm> lines, ActBy by, IReadOnlyList<PurchaseRequestLine> known, CancellationToken ct)
    {
        var kept = known.Where(l => l.Specification is not null).GroupBy(l => (l.Item, SpecificationText.Of(l.Specification)))
            .ToDictionary(g => g.Key, g => g.First().Specification!);
        var items = await catalogue.ItemsByCode([.. lines.Select(l => PersianText.Clean(l.ItemCode)).Where(c => c.Length > 0)], ct);
        var templates = await catalogue.TemplatesInForce([.. items.Values.Select(i => i.Id)], ct);
        var read = new List<PurchaseRequestLineInput>();
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Read(lines[i], i, items, templates, kept, by);
            if (line.Succeeded) read.Add(line.Value);
            else faults.AddRange(line.Refusals);
        }

        return faults.Count == 0 ? Result<IReadOnlyList<PurchaseRequestLineInput>>.Of(read) : Result<IReadOnlyList<PurchaseRequestLineInput>>.RefusedBy(faults);
    }

    private static Result<PurchaseRequestLineInput> Read(
        PurchaseRequestLineForm line, int index, IReadOnlyDictionary<string, ItemFacts> items, IReadOnlyDictionary<ItemId, SpecificationTemplate> templates,
        Dictionary<(ItemId? Item, string Text), Specification> kept, ActBy by)
    {
        var field = FormattableString.Invariant($"Lines[{index}]");
        var code = PersianText.ToLatinDigits(PersianText.Clean(line.ItemCode)).ToUpperInvariant();
        var item = code.Length == 0 ? null : items.GetValueOrDefault(code);
        var faults = new List<Refusal>();
        if (code.Length > 0 && item is null) faults.Add(Refusal.Invalid("purchase-request.item-unknown", index + 1, code).At(field + ".ItemCode"));
        if (item is { IsActive: false }) faults.Add(Refusal.Rule("purchase-request.item-withdrawn", index + 1, item.Name).At(field + ".ItemCode"));
        if (item is { TemplateVersion: null }) faults.Add(Refusal.Rule("purchase-request.item-without-template", index + 1, item.Name).At(field + ".ItemCode"));

        var quantity = Quantity.Of(line.Quantity);
        if (!quantity.Succeeded) faults.Add(quantity.Refusal.At(field + ".Quantity"));
        else if (item?.Measures(quantity.Value) is { Succeeded: false } measured) faults.Add(measured.Refusal.At(field + ".Quantity"));
        var estimate = Rials.Of(line.UnitEstimate);
        if (!estimate.Succeeded) faults.Add(estimate.Refusal.At(field + ".UnitEstimate"));
        else if (quantity.Succeeded && !IsPriceable(quantity.Value, estimate.Value)) faults.Add(Refusal.Invalid("purchase-request.estimate-too-large", index + 1).At(field + ".UnitEstimate"));

        var specification = kept.TryGetValue((item?.Id, PersianText.CleanLines(line.Specification ?? "")), out var same)
            ? Result<Specification?>.Of(same.Copy())
            : SpecificationText.Read(item is null ? null : templates.GetValueOrDefault(item.Id), line.Specification, by);
        faults.AddRange(specification.Refusals.Select(r => r.At(field + ".Specification")));
        if (faults.Count > 0) return Result<PurchaseRequestLineInput>.RefusedBy(faults);

        return new PurchaseRequestLineInput(
            item?.Kind ?? line.Kind ?? default, item?.Id, item?.Name ?? line.Description, quantity.Value, item?.UnitName ?? line.Unit, estimate.Value, line.Basis,
            line.BasisNote, specification.Value, line.GoodsRequestLine);
    }

    /// <summary>The product must fit into what an account can hold.</summary>
    private static bool IsPriceable(Quantity quantity, Rials unitEstimate) =>
        (Int128)quantity.Scaled * unitEstimate.Amount / Quantity.Scale <= long.MaxValue / (2 * PurchaseRequest.MaxLines);
}
