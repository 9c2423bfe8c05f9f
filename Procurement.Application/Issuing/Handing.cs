using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>Goods reach their receiver: what is used up to the unit's consumption, state property into its custodian's name and room.</summary>
internal sealed class Handing(PostingPlan plan, IPropertyBook book, IDocuments documents, IBodyClock clock)
{
    /// <summary>Posts what arrived, and enters the custodian of every numbered piece.</summary>
    /// <param name="delivery">The delivery the parts belong to.</param>
    /// <param name="parts">What arrived.</param>
    /// <param name="from">Hand-over place or carrier.</param>
    /// <param name="document">The document that moves it.</param>
    /// <param name="lineOf">The document's line for a line of the voucher.</param>
    /// <param name="reason">As the stock card names it.</param>
    /// <param name="by">The receiver.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> Reach(
        IssueDelivery delivery, IReadOnlyList<ParcelPart> parts, StockPlace from, DocumentId document, Func<Guid, Guid> lineOf, MoveReason reason, ActBy by, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            var to = part.Line.CustodianId is { } custodian ? StockPlace.CustodyOf(custodian) : StockPlace.ConsumptionOf(delivery.UnitId);
            plan.Add(new StockMovePosting(part.Parcel.Item, part.Parcel.Lot, from, to, part.Quantity, clock.Today, document, lineOf(part.Line.Id), reason));
            if (part.Parcel.PropertyItemId is not { } id) continue;

            if (await book.Find(id, ct) is not { } piece) return Refusal.Rule("issue-voucher.piece-not-here", part.Parcel.PieceNumber);
            var handed = piece.HandOver(part.Line.CustodianId!.Value, delivery.UnitId, part.Line.Room, document, by.At);
            if (!handed.Succeeded) return handed;
        }

        return Result.Ok;
    }

    /// <summary>Nothing is left to hand over: the delivery is closed, and its voucher with it once all have signed.</summary>
    public async Task<Result> FinishIfComplete(IssueDelivery delivery, ActBy by, CancellationToken ct)
    {
        if (!delivery.IsComplete || !delivery.IsQuiet) return Result.Ok;
        var closed = delivery.Close();
        return closed.Succeeded && await documents.Load<IssueVoucher>(delivery.Id, ct) is { } voucher ? voucher.Close(by) : closed;
    }
}
