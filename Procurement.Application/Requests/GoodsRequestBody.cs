using Procurement.Application.Catalogue.Facts;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests;

/// <summary>What a goods request adds to the page, the print and the API.</summary>
/// <param name="Store">The store that is asked.</param>
/// <param name="StoreName">Its name.</param>
/// <param name="StoreNameEn">Its English name.</param>
/// <param name="Purpose">What the goods are for.</param>
/// <param name="NeededBy">By when.</param>
/// <param name="IsAnswered">Whether the keeper has answered.</param>
/// <param name="HoldsGoods">Whether anything is still held for it: false before the effect, and again once everything was issued or given up.</param>
/// <param name="Lines">Its lines.</param>
public sealed record GoodsRequestView(
    StoreId Store, string StoreName, string StoreNameEn, string Purpose, DateOnly NeededBy, bool IsAnswered, bool HoldsGoods,
    IReadOnlyList<GoodsRequestLineView> Lines);

/// <summary>
/// One line; available and missing are null until the keeper has answered, what can be promised is told only while he is asked.
/// </summary>
public sealed record GoodsRequestLineView(
    Guid Id, int Order, ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity Quantity, string Remark,
    Quantity? Available, Quantity? Missing, Quantity? CanBePromised);

internal sealed class GoodsRequestBody(ICatalogueFacts catalogue, IStockFacts stock) : IDocumentBody
{
    public DocumentKind Kind => GoodsRequest.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var request = (GoodsRequest)document;
        var ids = request.Lines.Select(l => l.Item).ToList();
        var store = await stock.Store(request.StoreId, ct);
        var items = await catalogue.Items(ids, ct);
        var promised = request.SignOff.OpenStep?.Capacity == Capacity.Keeper
            ? (await stock.Of(request.StoreId, ids, ct)).ToDictionary(s => s.Item, s => s.Available)
            : null;
        var held = request.SignOff.State == DocumentState.InEffect && (await stock.ReservedBy(request.Id, ct)).Any(r => !r.Open.IsZero);
        return new GoodsRequestView(
            request.StoreId, store?.Name ?? "", store?.NameEn ?? "", request.Purpose, request.NeededBy, request.IsAnswered, held,
            [.. request.Lines.OrderBy(l => l.Order).Select(l => Line(l, items.GetValueOrDefault(l.Item), request.IsAnswered, promised))]);
    }

    private static GoodsRequestLineView Line(GoodsRequestLine line, ItemFacts? item, bool answered, Dictionary<ItemId, Quantity>? promised) => new(
        line.Id, line.Order, line.Item, item?.Code ?? "", item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.Quantity,
        line.Remark, answered ? line.Available : null, answered ? line.Missing : null, promised is null ? null : promised.GetValueOrDefault(line.Item));
}
