using Procurement.Application.Ledgers;
using Procurement.Application.Receiving.Reactions;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using GoodsArrived = Procurement.Domain.Issuing.GoodsArrived;

namespace Procurement.Application.Issuing.Reactions;

/// <summary>
/// Refused goods on their way back: from quarantine to the carrier at the gate, to the supplier when his receiver has signed for them. They
/// never stood in the store's book, so no value moves with them.
/// </summary>
internal sealed class MoveReturnedGoods(IDocuments documents, IStockFacts stock, Lots lots, PostingPlan plan, IBodyClock clock)
    : IReactTo<GatePassSubmitted>, IReactTo<GatePassGivenUp>, IReactTo<GoodsLeft>, IReactTo<GoodsArrived>, IReactTo<DisputeDecided>
{
    public async Task<Result> React(GatePassSubmitted happened, CancellationToken ct) =>
        happened.Basis == PassBasis.ReturnToSupplier ? (await Return(happened.BasisId, ct)).PutOnPass(PassQuantities.Of(happened.Lines)) : Result.Ok;

    public async Task<Result> React(GatePassGivenUp happened, CancellationToken ct)
    {
        if (happened.Basis == PassBasis.ReturnToSupplier)
            (await Return(happened.BasisId, ct)).TakeOffPass(PassQuantities.Of((await Pass(happened.DocumentId, ct)).Lines, l => l.Quantity));
        return Result.Ok;
    }

    public async Task<Result> React(GoodsLeft happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.ReturnToSupplier) return Result.Ok;
        var (back, pass, places) = await Site(happened.BasisId, happened.DocumentId, happened.Store, ct);
        back.TakeOffPass(PassQuantities.Of(pass.Lines, l => l.Quantity.Minus(l.Left).Value));
        foreach (var line in pass.Lines.Where(l => !l.Left.IsZero))
        {
            plan.Add(await Move(back, line.BasisLineId, places.Quarantine, places.WithCarrier, line.Left, happened.DocumentId, line.Id, MoveReason.Exit, ct));
            plan.Add(new LineLinkPosting(
                ReturnToSupplier.Kind, back.Id, line.BasisLineId, GatePass.Kind, happened.DocumentId, line.Id, line.Left, Rials.Zero));
        }

        return Result.Ok;
    }

    public async Task<Result> React(GoodsArrived happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.ReturnToSupplier) return Result.Ok;
        var (back, pass, places) = await Site(happened.BasisId, happened.DocumentId, happened.Store, ct);
        foreach (var line in pass.Lines.Where(l => !l.Arrived.IsZero))
            plan.Add(await Move(back, line.BasisLineId, places.WithCarrier, StockPlace.Supplier, line.Arrived, happened.DocumentId, line.Id, MoveReason.Delivery, ct));
        return back.Settle(PassQuantities.Of(happened.Lines), happened.By);
    }

    public async Task<Result> React(DisputeDecided happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.ReturnToSupplier) return Result.Ok;
        var (back, _, places) = await Site(happened.BasisId, happened.Pass, happened.Store, ct);
        foreach (var line in happened.Lines)
        {
            var to = line.Outcome switch
            {
                DisputeOutcome.Returned => places.Quarantine,
                DisputeOutcome.Lost => StockPlace.CountDifference,
                _ => StockPlace.Supplier,
            };
            plan.Add(await Move(back, line.BasisLineId, places.WithCarrier, to, line.Quantity, happened.DocumentId, line.Id, MoveReason.DisputeDecision, ct));
        }

        back.TakeOffPass(PassQuantities.Of(happened.Lines.Where(l => l.Outcome == DisputeOutcome.Returned).Select(l => l.Take)));
        return back.Settle(PassQuantities.Of(happened.Lines.Where(l => l.Outcome != DisputeOutcome.Returned).Select(l => l.Take)), happened.By);
    }

    private async Task<StockMovePosting> Move(
        ReturnToSupplier back, Guid line, StockPlace from, StockPlace to, Quantity quantity, DocumentId document, Guid documentLine, MoveReason reason, CancellationToken ct)
    {
        var goods = back.Lines.First(l => l.Id == line);
        return new StockMovePosting(goods.ItemId, await lots.Find(goods.ItemId, goods.LotCode, ct), from, to, quantity, clock.Today, document, documentLine, reason);
    }

    private async Task<(ReturnToSupplier Back, GatePass Pass, StorePlaces Places)> Site(DocumentId back, DocumentId pass, StoreId store, CancellationToken ct) => (
        await Return(back, ct), await Pass(pass, ct), await stock.PlacesOf(store, ct) ?? throw new InvalidOperationException("A store without places."));

    private async Task<ReturnToSupplier> Return(DocumentId id, CancellationToken ct) =>
        await documents.Load<ReturnToSupplier>(id, ct) ?? throw new InvalidOperationException("A pass on a return that is not there.");

    private async Task<GatePass> Pass(DocumentId id, CancellationToken ct) =>
        await documents.Load<GatePass>(id, ct) ?? throw new InvalidOperationException("A pass that is not there.");
}

/// <summary>How much of each line of its basis a pass is about.</summary>
internal static class PassQuantities
{
    public static Dictionary<Guid, Quantity> Of(IEnumerable<TakeInput> lines) =>
        lines.GroupBy(l => l.Line).ToDictionary(g => g.Key, g => g.Aggregate(Quantity.Zero, (sum, l) => sum + l.Quantity));

    public static Dictionary<Guid, Quantity> Of(IEnumerable<GatePassLine> lines, Func<GatePassLine, Quantity> quantity) =>
        lines.ToDictionary(l => l.BasisLineId, quantity);
}
