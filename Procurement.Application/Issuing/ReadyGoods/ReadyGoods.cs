using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Issuing.StartGatePass;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.ReadyGoods;

/// <summary>What waits at the hand-over place for a voucher, to whoever takes it over, keeps its store or may see the voucher.</summary>
[Requires(IssuingPermissions.Read)]
public sealed record ReadyGoods(DocumentId Voucher) : IQuery<Result<ReadyGoodsView>>;

/// <param name="Voucher">The voucher.</param>
/// <param name="Purpose">What the goods are for.</param>
/// <param name="StoreName">The store.</param>
/// <param name="StoreNameEn">Its English name.</param>
/// <param name="Receiver">Who takes the goods over.</param>
/// <param name="IReceive">The caller is who.</param>
/// <param name="INameReceiver">The caller may name somebody else.</param>
/// <param name="People">Who may be named; empty for a caller who may name nobody.</param>
/// <param name="AsksPassword">No earlier proof of the caller is still good.</param>
/// <param name="Lines">What waits.</param>
public sealed record ReadyGoodsView(
    DocumentLabel Voucher, string Purpose, string StoreName, string StoreNameEn, string Receiver, bool IReceive, bool INameReceiver, IReadOnlyList<PersonChoice> People,
    bool AsksPassword, IReadOnlyList<WaitingGoods> Lines);

internal sealed class ReadyGoodsHandler(
    IDocuments documents, IIssueDeliveries deliveries, IIssuingQueries queries, IStockFacts stock, ICatalogueFacts catalogue, ChartOfCall charts, ISigningGrants grants,
    ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadyGoods, Result<ReadyGoodsView>>
{
    public async Task<Result<ReadyGoodsView>> Handle(ReadyGoods query, CancellationToken cancellationToken)
    {
        var me = actor.Person;
        var delivery = await deliveries.Read(query.Voucher, cancellationToken);
        var seen = await documents.Find<IssueVoucher>(query.Voucher, cancellationToken);

        // A substitute of another unit sees the goods he takes over, although not the voucher.
        var voucher = seen ?? (delivery?.ReceiverId == me ? await documents.Load<IssueVoucher>(query.Voucher, cancellationToken) : null);
        if (voucher is null) return Refusal.NotFound("signoff.document-not-found");
        if (delivery is null) return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);

        var chart = await charts.Get(cancellationToken);
        var store = await stock.Store(voucher.StoreId, cancellationToken);
        var items = await catalogue.Items([.. delivery.Lines.Select(l => l.Item).Distinct()], cancellationToken);
        var names = !delivery.IsClosed && (me == delivery.RequesterId || chart.HasCapacityFor(me, Capacity.UnitManager, delivery.UnitId, clock.Today));
        var proven = actor.SessionId is { } session && await grants.Alive(me, session, IssueVoucher.Kind, clock.Now, cancellationToken) is not null;
        return new ReadyGoodsView(
            (await queries.Labels([voucher.Id], cancellationToken))[voucher.Id], voucher.Purpose, store?.Name ?? "", store?.NameEn ?? "", chart.NameOf(delivery.ReceiverId),
            delivery.MayReceive(me).Succeeded, names, names ? chart.Besides(delivery.UnitId, clock.Today, delivery.ReceiverId) : [], !proven,
            [.. delivery.Lines.OrderBy(l => l.Order).Where(l => !delivery.Free(l.Id).IsZero).Select(l => Line(delivery, l, items.GetValueOrDefault(l.Item)))]);
    }

    private static WaitingGoods Line(IssueDelivery delivery, DeliveryLine line, ItemFacts? item) => new(
        line.Id, line.Order, line.ItemCode, item?.Name ?? "", item?.NameEn ?? "", item?.UnitName ?? "", item?.UnitNameEn ?? "", delivery.Free(line.Id), line.IsLabelled,
        [.. delivery.Parcels.Where(p => p.LineId == line.Id && p.PieceNumber.Length > 0 && !p.Free.IsZero).Select(p => p.PieceNumber)]);
}
