using Procurement.Application.Contracts.Facts;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.Reactions;

/// <summary>
/// Accepted goods enter the store: quantity from quarantine to the shelf, value at the order's price until the invoice confirms it, numbered
/// pieces into the property book in the keeper's custody.
/// </summary>
internal sealed class PostReceipt(
    PostingPlan plan, IStockFacts stock, Lots lots, IDocuments documents, IOrderFacts orders, IPropertyBook book, ChartOfCall charts, IBodyClock clock) : IReactTo<GoodsReceived>
{
    public async Task<Result> React(GoodsReceived happened, CancellationToken ct)
    {
        if (await stock.PlacesOf(happened.Store, ct) is not { } places || await stock.Store(happened.Store, ct) is not { } store)
            return Refusal.Rule("temporary-receipt.store-not-found");
        var chart = await charts.Get(ct);
        var receipt = await documents.Load<GoodsReceipt>(happened.DocumentId, ct)
            ?? throw new InvalidOperationException("A receipt that took effect is not there.");
        var basisKind = happened.Basis is { } basis ? (await orders.Find(basis, ct))?.Kind : null;

        foreach (var line in happened.Lines)
        {
            var to = happened.Source == GoodsSource.Entrusted ? places.Entrusted : places.Bins.FirstOrDefault(b => b.Place.Id == line.Bin)?.Place;
            if (to is not { } shelf) return Refusal.Rule("goods-receipt.bin-closed-meanwhile");
            plan.Add(new StockMovePosting(
                line.Item, await lots.Find(line.Item, line.LotCode, ct), places.Quarantine, shelf, line.Quantity, clock.Today, happened.DocumentId, line.LineId,
                ReasonOf(happened.Source)));
            if (happened.Source.HasValue())
            {
                plan.Add(new ValueInPosting(
                    AccountingEntity.Of(chart, store.UnitId), happened.Store, line.Item, line.Quantity, line.Value, happened.Source.IsPricedByInvoice(),
                    clock.Today, happened.DocumentId, line.LineId));
            }

            plan.Add(new LineLinkPosting(
                ConformanceReport.Kind, happened.Conformance, line.ConformanceLine, GoodsReceipt.Kind, happened.DocumentId, line.LineId, line.Quantity, line.Value));
            if (basisKind is { } kind && line.BasisLine is { } ordered)
                plan.Add(new LineLinkPosting(kind, happened.Basis!.Value, ordered, GoodsReceipt.Kind, happened.DocumentId, line.LineId, line.Quantity, line.Value));
            
            var booked = EnterBook(happened, line, store.UnitId, receipt.SignOff, chart);
            if (!booked.Succeeded) return booked;
        }

        return Result.Ok;
    }

    /// <summary>As the stock card names what brought the goods.</summary>
    private static MoveReason ReasonOf(GoodsSource source) => source switch
    {
        GoodsSource.Donation => MoveReason.Donation,
        GoodsSource.OwnProduction => MoveReason.OwnProduction,
        GoodsSource.Entrusted => MoveReason.Entrusted,
        _ => MoveReason.Receipt,
    };

    /// <summary>Who gave the numbers signed with them that the labels are on the pieces; without a property officer the keeper did.</summary>
    private Result EnterBook(GoodsReceived happened, GoodsReceivedLine line, OrgUnitId unit, SignOffSheet sheet, OrganisationChart chart)
    {
        if (line.Labels.Count == 0) return Result.Ok;
        var officer = sheet.Signatures.Where(s => s.PostId is { } post && chart.PostOf(post)?.Capacity == Capacity.PropertyOfficer).Select(s => (PersonId?)s.PersonId).FirstOrDefault() ?? sheet.OwnerId;
        var costs = Rials.SplitAmong(line.Value, [.. line.Labels.Select(_ => Quantity.Whole(1))]);
        foreach (var (label, cost) in line.Labels.Zip(costs))
        {
            var piece = PropertyItem.Enter(
                label.Number, line.Item, label.Serial, cost, happened.Store, unit, sheet.OwnerId, happened.DocumentId, line.LineId, happened.At);
            var labelled = piece.ConfirmLabel(officer, happened.At);
            if (!labelled.Succeeded) return labelled;
            book.Add(piece);
        }

        return Result.Ok;
    }
}
