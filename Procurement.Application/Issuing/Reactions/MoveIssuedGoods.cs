using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.Reactions;

/// <summary>
/// Goods of an issue on the way through the gate: set aside, out with the carrier, taken over by the receiver. Passes on another basis are
/// moved by who owns that basis.
/// </summary>
internal sealed class MoveIssuedGoods(
    IDocuments documents, IIssueDeliveries deliveries, IStockFacts stock, Handing handing, PostingPlan plan, ChartOfCall charts, IBodyClock clock)
    : IReactTo<GatePassSubmitted>, IReactTo<GatePassGivenUp>, IReactTo<GoodsLeft>, IReactTo<GoodsArrived>
{
    public async Task<Result> React(GatePassSubmitted happened, CancellationToken ct) =>
        happened.Basis == PassBasis.IssueVoucher ? (await Delivery(happened.BasisId, ct)).Promise(happened.DocumentId, happened.Lines).Plain() : Result.Ok;

    public async Task<Result> React(GatePassGivenUp happened, CancellationToken ct)
    {
        if (happened.Basis == PassBasis.IssueVoucher) (await Delivery(happened.BasisId, ct)).Release(happened.DocumentId);
        return Result.Ok;
    }

    public async Task<Result> React(GoodsLeft happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.IssueVoucher) return Result.Ok;
        var parts = (await Delivery(happened.BasisId, ct)).Leave(happened.DocumentId, happened.Lines);
        if (!parts.Succeeded) return parts.Plain();

        var (places, store) = await Site(happened.Store, ct);
        var lineOf = await LinesOf(happened.DocumentId, ct);
        var entity = AccountingEntity.Of(await charts.Get(ct), store.UnitId);
        foreach (var part in parts.Value)
        {
            var line = lineOf[part.Line.Id];
            plan.Add(new StockMovePosting(
                part.Parcel.Item, part.Parcel.Lot, places.Staged, places.WithCarrier, part.Quantity, clock.Today, happened.DocumentId, line, MoveReason.Exit));
            plan.Add(new ValueOutPosting(entity, happened.Store, part.Parcel.Item, part.Quantity, clock.Today, happened.DocumentId, line));
        }

        plan.Add(parts.Value.GroupBy(p => p.Line.Id).Select(g => new LineLinkPosting(
            IssueVoucher.Kind, happened.BasisId, g.Key, GatePass.Kind, happened.DocumentId, lineOf[g.Key],
            g.Aggregate(Quantity.Zero, (sum, p) => sum + p.Quantity), Rials.Zero)));
        return Result.Ok;
    }

    public async Task<Result> React(GoodsArrived happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.IssueVoucher || happened.Lines.Count == 0) return Result.Ok;
        var delivery = await Delivery(happened.BasisId, ct);
        var parts = delivery.Arrive(happened.DocumentId, happened.Lines, happened.By);
        if (!parts.Succeeded) return parts.Plain();

        var (places, _) = await Site(happened.Store, ct);
        var lineOf = await LinesOf(happened.DocumentId, ct);
        var reached = await handing.Reach(
            delivery, parts.Value, places.WithCarrier, happened.DocumentId, line => lineOf[line], MoveReason.Delivery, happened.By, ct);
        return reached.Succeeded ? await handing.FinishIfComplete(delivery, happened.By, ct) : reached;
    }

    private async Task<IssueDelivery> Delivery(DocumentId voucher, CancellationToken ct) =>
        await deliveries.Find(voucher, ct) ?? throw new InvalidOperationException("A pass on a voucher that is not in effect.");

    private async Task<(StorePlaces Places, StoreFact Store)> Site(StoreId store, CancellationToken ct) => (
        await stock.PlacesOf(store, ct) ?? throw new InvalidOperationException("A store without places."),
        await stock.Store(store, ct) ?? throw new InvalidOperationException("A pass of no store."));

    /// <summary>The pass's own lines, by the lines of its basis.</summary>
    private async Task<Dictionary<Guid, Guid>> LinesOf(DocumentId pass, CancellationToken ct) =>
        (await documents.Load<GatePass>(pass, ct))!.Lines.ToDictionary(l => l.BasisLineId, l => l.Id);
}
