using Procurement.Application.Shared.Names;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests;

/// <summary>What a goods request adds to the page, the print and the API.</summary>
public sealed record GoodsRequestView(StoreId Store, string StoreName, string Purpose, DateOnly NeededBy, bool IsAnswered, IReadOnlyList<GoodsRequestLineView> Lines);

/// <summary>One line; what is available and missing is null until the keeper has answered.</summary>
public sealed record GoodsRequestLineView(
    Guid Id, int Order, ItemId Item, string Code, string Name, string NameEn, Quantity Quantity, string Remark, Quantity? Available, Quantity? Missing);

internal sealed class GoodsRequestBody(NamedThings names) : IDocumentBody
{
    public DocumentKind Kind => GoodsRequest.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var request = (GoodsRequest)document;
        var named = await names.Find([request.StoreId.Value, .. request.Lines.Select(l => l.Item.Value)], ct);
        return new GoodsRequestView(
            request.StoreId, named.GetValueOrDefault(request.StoreId.Value)?.Name ?? "", request.Purpose, request.NeededBy, request.IsAnswered,
            [.. request.Lines.OrderBy(l => l.Order).Select(l => Line(l, named.GetValueOrDefault(l.Item.Value), request.IsAnswered))]);
    }

    private static GoodsRequestLineView Line(GoodsRequestLine line, NamedThing? item, bool answered) => new(
        line.Id, line.Order, line.Item, item?.Code ?? "", item?.Name ?? "", item?.NameEn ?? "", line.Quantity, line.Remark,
        answered ? line.Available : null, answered ? line.Missing : null);
}
