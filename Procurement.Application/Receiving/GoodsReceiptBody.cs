using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving;

/// <summary>What page, print and API show of a goods receipt; numbers are proposed for each line only while the property officer is due.</summary>
public sealed record GoodsReceiptView(
    StoreLabel Store, GoodsSource Source, DocumentId ConformanceId, DocumentId? BasisId, string FromName, string InvoiceNo, string LetterNo, DateOnly? LetterDate,
    string ValuedBy, string OwnerName, DateOnly? DueBack, bool IsPriced, bool IsProvisional, Rials Value, bool IsLabelled, IReadOnlyList<GoodsReceiptLineView> Lines,
    IReadOnlyDictionary<Guid, IReadOnlyList<string>> Proposed);

public sealed record GoodsReceiptLineView(
    Guid Id, int Order, ItemLabel Item, PropertyClass Class, string LotCode, Quantity Quantity, Rials? UnitPrice, Rials Value, PlaceId Bin, string BinCode,
    bool IsPriceCut, bool NeedsLabels, long Pieces, Guid ConformanceLine, IReadOnlyList<LabelView> Labels);

public sealed record LabelView(string Number, string Serial);

internal sealed class GoodsReceiptBody(ReceivingNames names, IPropertyNumbers numbers) : IDocumentBody
{
    public DocumentKind Kind => GoodsReceipt.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var receipt = (GoodsReceipt)document;
        var item = await names.Items(receipt.Lines.Select(l => l.ItemId), ct);
        var bin = await names.Bins(receipt.StoreId, ct);
        var facts = receipt.Facts;
        return new GoodsReceiptView(
            await names.Store(receipt.StoreId, ct), receipt.Source, receipt.ConformanceId, receipt.BasisId, receipt.FromName, receipt.InvoiceNo, facts.LetterNo,
            facts.LetterDate, facts.ValuedBy, facts.OwnerName, facts.DueBack, receipt.Source.HasValue(), receipt.Source.IsPricedByInvoice(), receipt.Value,
            receipt.IsLabelled,
            [.. receipt.Lines.OrderBy(l => l.Order).Select(l => new GoodsReceiptLineView(
                l.Id, l.Order, item(l.ItemId), l.Class, l.LotCode, l.Quantity, l.UnitPrice, l.Value, l.BinId, bin(l.BinId), l.IsPriceCut, l.NeedsLabels, l.Pieces,
                l.ConformanceLineId, [.. l.Labels.OrderBy(x => x.Order).Select(x => new LabelView(x.Number.Value, x.Serial))]))],
            await Propose(receipt, ct));
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Propose(GoodsReceipt receipt, CancellationToken ct)
    {
        var proposed = new Dictionary<Guid, IReadOnlyList<string>>();
        if (receipt.SignOff.OpenStep?.Capacity != Capacity.PropertyOfficer || receipt.IsLabelled) return proposed;

        var lines = receipt.Lines.Where(l => l.NeedsLabels).OrderBy(l => l.Order).ToList();
        var free = await numbers.Propose(receipt.SignOff.UnitId, checked((int)lines.Sum(l => l.Pieces)), ct);
        if (!free.Succeeded) return proposed;
        var next = 0;
        foreach (var line in lines)
        {
            proposed[line.Id] = [.. free.Value.Skip(next).Take((int)line.Pieces).Select(n => n.Value)];
            next += (int)line.Pieces;
        }

        return proposed;
    }
}
