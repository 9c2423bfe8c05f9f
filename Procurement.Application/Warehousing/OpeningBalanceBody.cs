using Procurement.Application.Catalogue.Facts;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing;

/// <summary>What page, print and API show of a first count.</summary>
public sealed record OpeningBalanceView(
    StoreId Store, string StoreCode, string StoreName, string StoreNameEn, DateOnly CountedOn, string Basis, Rials Total, IReadOnlyList<OpeningLineView> Lines);

public sealed record OpeningLineView(
    Guid Id, int Order, ItemId Item, string ItemCode, string ItemName, string ItemNameEn, string Unit, string UnitEn, PlaceId Bin, string BinCode,
    string Lot, DateOnly? ExpiresOn, Quantity Quantity, Rials UnitValue, Rials Value);

internal sealed class OpeningBalanceBody(IStores stores, ReadStore.IBinQueries bins, ICatalogueFacts catalogue) : IDocumentBody
{
    public DocumentKind Kind => OpeningBalance.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var opening = (OpeningBalance)document;
        var store = await stores.Find(opening.StoreId, ct);
        var items = await catalogue.Items([.. opening.Lines.Select(l => l.Item).Distinct()], ct);
        var codes = (await bins.BinsOf(opening.StoreId, ct)).ToDictionary(b => b.Id, b => b.Code);
        return new OpeningBalanceView(
            opening.StoreId, store?.Code ?? "", store?.Name ?? "", store?.NameEn ?? "", opening.CountedOn, opening.Basis, opening.Total,
            [.. opening.Lines.OrderBy(l => l.Order).Select(l => Line(l, items.GetValueOrDefault(l.Item), codes.GetValueOrDefault(l.Bin, "")))]);
    }

    private static OpeningLineView Line(OpeningLine line, ItemFacts? item, string bin) => new(
        line.Id, line.Order, line.Item, item?.Code ?? "", item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", line.Bin, bin,
        line.Lot, line.ExpiresOn, line.Quantity, line.UnitValue, line.Value);
}
