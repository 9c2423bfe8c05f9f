using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.PickGoods;

/// <summary>The keeper takes goods of a voucher from their bins to the hand-over place; the reservation is used up in the same act.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record PickGoods(DocumentId Voucher, IReadOnlyList<PickForm> Picks) : ICommand<Result>;

/// <summary>Goods from one bin, as typed; one row a piece for state property.</summary>
public sealed record PickForm(Guid Line, PlaceId Bin, LotId? Lot, decimal Quantity, string? Piece = null);

/// <summary>The keeper puts picked goods back where they came from.</summary>
[Requires(IssuingPermissions.Keep)]
public sealed record PutBackGoods(DocumentId Voucher, IReadOnlyList<TakeForm> Lines, string? Reason) : ICommand<Result>;

internal sealed class PickGoodsHandler(IDocuments documents, IIssueDeliveries deliveries, KeeperStores stores, IStockFacts stock, PostingPlan plan, IBodyClock clock, Desk desk)
    : ICommandHandler<PickGoods, Result>
{
    public async Task<Result> Handle(PickGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.Voucher, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(voucher.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        if (await deliveries.Find(voucher.Id, cancellationToken) is not { } delivery) return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);
        if (await stock.PlacesOf(voucher.StoreId, cancellationToken) is not { } places) return Refusal.NotFound("issue-voucher.store-not-found");

        var faults = new List<Refusal>();
        var picks = new List<PickInput>();
        for (var i = 0; i < command.Picks.Count; i++)
        {
            var typed = command.Picks[i];
            var quantity = Quantity.Of(typed.Quantity);
            if (!quantity.Succeeded) faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Picks[{i}].Quantity")));
            else if (!places.Bins.Any(b => b.Place.Id == typed.Bin)) faults.Add(Refusal.Invalid("issue-delivery.bin-not-of-the-store", i + 1).At(FormattableString.Invariant($"Picks[{i}].Bin")));
            else picks.Add(new PickInput(typed.Line, typed.Bin, typed.Lot, quantity.Value, typed.Piece));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        var picked = delivery.Pick(picks, desk.Me);
        if (!picked.Succeeded) return picked.Plain();

        foreach (var parcel in picked.Value)
        {
            plan.Add(new StockMovePosting(
                parcel.Item, parcel.Lot, new StockPlace(parcel.Bin, PlaceKind.Bin, voucher.StoreId), places.Staged, parcel.Quantity, clock.Today, voucher.Id, parcel.LineId,
                MoveReason.Pick));
            plan.Add(new ConsumeReservationPosting(voucher.Id, parcel.LineId, voucher.StoreId, parcel.Quantity));
        }

        voucher.Note(ActCode.Picked, desk.Me);
        return Result.Ok;
    }
}

internal sealed class PutBackGoodsHandler(IDocuments documents, IIssueDeliveries deliveries, KeeperStores stores, IStockFacts stock, PostingPlan plan, IBodyClock clock, Desk desk)
    : ICommandHandler<PutBackGoods, Result>
{
    public async Task<Result> Handle(PutBackGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.Voucher, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        var store = await stores.Mine(voucher.StoreId, cancellationToken);
        if (!store.Succeeded) return store.Plain();
        if (await deliveries.Find(voucher.Id, cancellationToken) is not { } delivery
            || await stock.PlacesOf(voucher.StoreId, cancellationToken) is not { } places)
            return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);
        var why = PersianText.Clean(command.Reason);
        if (why.Length is 0 or > ReceiverSubstitute.MaxReasonLength) return Refusal.Invalid("issue-delivery.put-back-reason-missing", ReceiverSubstitute.MaxReasonLength).At("Reason");
        var lines = TakeForms.Read(command.Lines);
        if (!lines.Succeeded) return lines.Plain();
        var parts = delivery.PutBack(lines.Value);
        if (!parts.Succeeded) return parts.Plain();

        foreach (var part in parts.Value)
        {
            plan.Add(new StockMovePosting(
                part.Parcel.Item, part.Parcel.Lot, places.Staged, new StockPlace(part.Parcel.Bin, PlaceKind.Bin, voucher.StoreId), part.Quantity, clock.Today, voucher.Id,
                part.Line.Id, MoveReason.PutBack));
            plan.Add(new ReservePosting(voucher.StoreId, part.Parcel.Item, null, part.Quantity, voucher.Id, part.Line.Id));
        }

        voucher.Note(ActCode.PutBack, desk.Me, why);
        return Result.Ok;
    }
}
