using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>What page, print and API show of a voucher: its content, and how far the store has come with it.</summary>
/// <param name="Store">The store.</param>
/// <param name="StoreCode">Its code.</param>
/// <param name="StoreName">Its name.</param>
/// <param name="StoreNameEn">Its English name.</param>
/// <param name="UnitName">The unit the goods are charged to.</param>
/// <param name="UnitNameEn">Its English name.</param>
/// <param name="Request">The request it rests on.</param>
/// <param name="Requester">Who asked for the goods.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Value">Worth on the day it was drafted.</param>
/// <param name="SignsAfter">Controller and inspector sign after the effect.</param>
/// <param name="Lines">The goods.</param>
/// <param name="Delivery">What was done with it; null before its effect.</param>
public sealed record IssueVoucherView(
    StoreId Store, string StoreCode, string StoreName, string StoreNameEn, string UnitName, string UnitNameEn, DocumentLabel Request, string Requester, string Purpose, Rials Value, bool SignsAfter,
    IReadOnlyList<IssueLineView> Lines, DeliveryView? Delivery);

/// <summary>One line; the last four say where its goods are, and are null before the effect.</summary>
public sealed record IssueLineView(
    Guid Id, int Order, Guid RequestLine, ItemId Item, string Code, string Name, string NameEn, string Unit, string UnitEn, Quantity Requested, Quantity Quantity, Rials Value,
    string InsteadOf, string SubstituteReason, bool IsLabelled, PersonId? CustodianId, string Custodian, string Room, IReadOnlyList<string> Pieces, bool NeedsExpertCheck,
    string CheckedBy, string CheckRemark, Quantity? ToPick, Quantity? Ready, Quantity? WithCarrier, Quantity? TakenOver)
{
    /// <summary>The numbered pieces that wait at the hand-over place.</summary>
    public IReadOnlyList<string> ReadyPieces { get; init; } = [];
}

/// <param name="ReceiverId">Who takes the goods over.</param>
/// <param name="Receiver">His name.</param>
/// <param name="InPlaceOfRequester">Named in place of the requester.</param>
/// <param name="IsClosed">Nothing more happens with the voucher.</param>
/// <param name="ToPick">Something is still to be picked.</param>
/// <param name="Ready">Something waits at the hand-over place.</param>
/// <param name="IKeep">The reader keeps the store.</param>
/// <param name="IReceive">The reader is who takes the goods over.</param>
/// <param name="INameReceiver">The reader may name somebody else.</param>
/// <param name="Taken">Who took over what, when.</param>
public sealed record DeliveryView(
    PersonId ReceiverId, string Receiver, bool InPlaceOfRequester, bool IsClosed, bool ToPick, bool Ready, bool IKeep, bool IReceive, bool INameReceiver,
    IReadOnlyList<TakenView> Taken)
{
    /// <summary>The reader may give the rest up: he keeps the store, and nothing is under way.</summary>
    public bool MayCloseShort { get; init; }
}

/// <summary>Goods somebody took over.</summary>
/// <param name="Line">The voucher's line.</param>
/// <param name="Quantity">How much.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Pass">The gate pass they came by; null at the counter.</param>
public sealed record TakenView(Guid Line, Quantity Quantity, string By, DateTimeOffset At, DocumentId? Pass);

internal sealed class IssueVoucherBody(
    IStockFacts stock, ICatalogueFacts catalogue, IIssueDeliveries deliveries, IIssuingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IDocumentBody
{
    public DocumentKind Kind => IssueVoucher.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var voucher = (IssueVoucher)document;
        var chart = await charts.Get(ct);
        var store = await stock.Store(voucher.StoreId, ct);
        var items = await catalogue.Items([.. voucher.Lines.SelectMany(l => new[] { l.Item, l.RequestedItem }).Distinct()], ct);
        var delivery = await deliveries.Read(voucher.Id, ct);
        return new IssueVoucherView(
            voucher.StoreId, store?.Code ?? "", store?.Name ?? "", store?.NameEn ?? "", chart.Unit(voucher.SignOff.UnitId)?.Name ?? "",
            chart.Unit(voucher.SignOff.UnitId)?.NameEn ?? "", (await queries.Labels([voucher.RequestId], ct))[voucher.RequestId], chart.NameOf(voucher.RequesterId), voucher.Purpose,
            voucher.Value, voucher.TimingAllowsAfter,
            [.. voucher.Lines.OrderBy(l => l.Order).Select(l => Line(l, items, delivery, chart))],
            delivery is null ? null : Describe(delivery, store, chart));
    }

    private static IssueLineView Line(IssueLine line, IReadOnlyDictionary<ItemId, ItemFacts> items, IssueDelivery? delivery, OrganisationChart chart)
    {
        var item = items.GetValueOrDefault(line.Item);
        return new IssueLineView(
            line.Id, line.Order, line.RequestLineId, line.Item, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "",
            line.Requested, line.Quantity, line.Value, line.IsSubstitute ? items.GetValueOrDefault(line.RequestedItem)?.Name ?? "" : "", line.SubstituteReason, line.IsLabelled,
            line.CustodianId, line.CustodianId is { } custodian ? chart.NameOf(custodian) : "", line.Room, [.. line.Pieces.OrderBy(p => p.Order).Select(p => p.Number)],
            line.NeedsExpertCheck, line.CheckedBy is { } expert ? chart.NameOf(expert) : "", line.CheckRemark,
            delivery?.ToPick(line.Id), delivery?.Free(line.Id), delivery?.WithCarrier(line.Id), delivery?.TakenOver(line.Id))
        {
            ReadyPieces = delivery is null ? [] : [.. delivery.Parcels.Where(p => p.LineId == line.Id && p.PieceNumber.Length > 0 && !p.Free.IsZero).Select(p => p.PieceNumber)],
        };
    }

    private DeliveryView Describe(IssueDelivery delivery, StoreFact? store, OrganisationChart chart)
    {
        var me = actor.Person;
        var keeps = store is not null && chart.HasCapacityFor(me, Capacity.Keeper, store.UnitId, clock.Today);
        var names = me == delivery.RequesterId || chart.HasCapacityFor(me, Capacity.UnitManager, delivery.UnitId, clock.Today);
        var counter = delivery.Parcels.Where(p => p.HandedOverTo is not null)
            .Select(p => new TakenView(p.LineId, p.HandedOver, chart.NameOf(p.HandedOverTo!.Value), p.HandedOverAt!.Value, null));
        var gate = delivery.Parcels.SelectMany(p => p.Passed.Where(x => x.ConfirmedBy is not null)
            .Select(x => new TakenView(p.LineId, x.Arrived, chart.NameOf(x.ConfirmedBy!.Value), x.ConfirmedAt!.Value, x.PassId)));
        return new DeliveryView(
            delivery.ReceiverId, chart.NameOf(delivery.ReceiverId), delivery.ReceiverId != delivery.RequesterId, delivery.IsClosed,
            !delivery.IsClosed && delivery.Lines.Any(l => !delivery.ToPick(l.Id).IsZero), delivery.Lines.Any(l => !delivery.Free(l.Id).IsZero), keeps,
            delivery.MayReceive(me).Succeeded, names && !delivery.IsClosed, [.. counter.Concat(gate).OrderBy(t => t.At)])
        {
            MayCloseShort = keeps && !delivery.IsClosed && delivery.IsQuiet,
        };
    }
}
