using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.Reactions;

/// <summary>Goods of a temporary exit before the gate: held while it is signed, then at the hand-over place, or back in their bins when given up.</summary>
internal sealed class HoldGoodsThatComeBack(IStockFacts stock, IPropertyBook book, PostingPlan plan, IBodyClock clock)
    : IReactTo<TemporaryExitSubmitted>, IReactTo<TemporaryExitGivenBack>, IReactTo<TemporaryExitTookEffect>, IReactTo<TemporaryExitGivenUp>
{
    public Task<Result> React(TemporaryExitSubmitted happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Where(l => l.Bin is not null).Select(l => new ReservePosting(happened.Store, l.Item, l.Lot, l.Quantity, happened.DocumentId, l.Id)));
        return Task.FromResult(Result.Ok);
    }

    public Task<Result> React(TemporaryExitGivenBack happened, CancellationToken ct)
    {
        plan.Add(new ReleasePosting(happened.DocumentId));
        return Task.FromResult(Result.Ok);
    }

    public async Task<Result> React(TemporaryExitTookEffect happened, CancellationToken ct)
    {
        var places = await stock.PlacesOf(happened.Store, ct) ?? throw new InvalidOperationException("A store without places.");
        foreach (var line in happened.Lines)
        {
            foreach (var piece in line.Pieces)
            {
                if (await book.Find(piece.PropertyItemId, ct) is not { } numbered) return Refusal.Rule("temporary-exit.piece-unknown", piece.Number);
                var setOut = numbered.SetOut(happened.DocumentId, line.CustodianId, happened.Store);
                if (!setOut.Succeeded) return setOut;
            }

            if (line.Bin is not { } bin) continue;
            plan.Add(new StockMovePosting(
                line.Item, line.Lot, new StockPlace(bin, PlaceKind.Bin, happened.Store), places.Staged, line.Quantity, clock.Today, happened.DocumentId, line.Id, MoveReason.Pick));
            plan.Add(new ConsumeReservationPosting(happened.DocumentId, line.Id, happened.Store, line.Quantity));
        }

        return Result.Ok;
    }

    public async Task<Result> React(TemporaryExitGivenUp happened, CancellationToken ct)
    {
        var places = await stock.PlacesOf(happened.Store, ct) ?? throw new InvalidOperationException("A store without places.");
        foreach (var line in happened.Waiting)
        {
            foreach (var piece in line.Pieces.Where(p => !p.OnPass)) (await book.Find(piece.PropertyItemId, ct))?.ComeBack();
            if (line.Bin is { } bin)
            {
                plan.Add(new StockMovePosting(
                    line.Item, line.Lot, places.Staged, BackTo(places, bin), line.Waiting, clock.Today, happened.DocumentId, line.Id, MoveReason.PutBack));
            }
        }

        return Result.Ok;
    }

    /// <summary>The bin goods came from; when it was closed meanwhile, the store's first.</summary>
    public static StockPlace BackTo(StorePlaces places, PlaceId bin) => (places.Bins.FirstOrDefault(b => b.Place.Id == bin) ?? places.Bins[0]).Place;
}

/// <summary>
/// Goods of a temporary exit on their way: out with the carrier, with their holder once he confirmed, and back to the bin or custodian they
/// came from. While away they stand in no store's book; they come back at the cost they left with.
/// </summary>
internal sealed class MoveGoodsThatComeBack(IDocuments documents, IStockFacts stock, IPropertyBook book, PostingPlan plan, ChartOfCall charts, IBodyClock clock)
    : IReactTo<GatePassSubmitted>, IReactTo<GatePassGivenUp>, IReactTo<GoodsLeft>, IReactTo<GoodsArrived>, IReactTo<DisputeDecided>, IReactTo<GoodsCameBack>
{
    public async Task<Result> React(GatePassSubmitted happened, CancellationToken ct) =>
        happened.Basis == PassBasis.TemporaryExit ? (await Exit(happened.BasisId, ct)).PutOnPass(happened.Lines) : Result.Ok;

    public async Task<Result> React(GatePassGivenUp happened, CancellationToken ct)
    {
        if (happened.Basis == PassBasis.TemporaryExit)
            (await Exit(happened.BasisId, ct)).TakeOffPass([.. (await Pass(happened.DocumentId, ct)).Lines.Select(l => new TakeInput(l.BasisLineId, l.Quantity, [.. l.Pieces.Select(p => p.Number)]))]);
        return Result.Ok;
    }

    public async Task<Result> React(GoodsLeft happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.TemporaryExit) return Result.Ok;
        var (exit, pass, places, entity) = await Site(happened.BasisId, happened.DocumentId, happened.Store, ct);
        exit.TakeOffPass([
            .. pass.Lines.Select(l => new TakeInput(l.BasisLineId, l.Quantity.Minus(l.Left).Value, [.. l.Pieces.Where(p => !p.HasLeft).Select(p => p.Number)])),
        ]);
        foreach (var line in pass.Lines.Where(l => !l.Left.IsZero))
        {
            var goods = Goods(exit, line.BasisLineId);
            plan.Add(Move(goods, Home(goods, places.Staged), places.WithCarrier, line.Left, pass.Id, line.Id, MoveReason.Exit));
            if (goods.Bin is not null) plan.Add(new ValueOutPosting(entity, happened.Store, goods.Item, line.Left, clock.Today, pass.Id, line.Id));
            plan.Add(new LineLinkPosting(TemporaryExit.Kind, exit.Id, goods.Id, GatePass.Kind, pass.Id, line.Id, line.Left, Rials.Zero));
        }

        return Result.Ok;
    }

    public async Task<Result> React(GoodsArrived happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.TemporaryExit) return Result.Ok;
        var (exit, pass, places, _) = await Site(happened.BasisId, happened.DocumentId, happened.Store, ct);
        plan.Add(pass.Lines.Where(l => !l.Arrived.IsZero).Select(l => Move(
            Goods(exit, l.BasisLineId), places.WithCarrier, places.Away, l.Arrived, pass.Id, l.Id, MoveReason.Delivery)));
        return Result.Ok;
    }

    public async Task<Result> React(DisputeDecided happened, CancellationToken ct)
    {
        if (happened.Basis != PassBasis.TemporaryExit) return Result.Ok;
        var (exit, pass, places, entity) = await Site(happened.BasisId, happened.Pass, happened.Store, ct);
        var cost = new CostOfPass(await stock.ValueOf(pass.Id, ct));
        foreach (var line in happened.Lines)
        {
            var goods = Goods(exit, line.BasisLineId);
            var to = line.Outcome switch
            {
                DisputeOutcome.Returned => Home(goods, places.Staged),
                DisputeOutcome.Lost => StockPlace.CountDifference,
                _ => places.Away,
            };
            plan.Add(Move(goods, places.WithCarrier, to, line.Quantity, happened.DocumentId, line.Id, MoveReason.DisputeDecision));
            var share = cost.Take(line.PassLineId, line.Quantity);
            if (line.Outcome == DisputeOutcome.Returned && goods.Bin is not null) plan.Add(Valued(entity, happened.Store, goods, line.Quantity, share, happened.DocumentId, line.Id));
        }

        exit.TakeOffPass([.. happened.Lines.Where(l => l.Outcome == DisputeOutcome.Returned).Select(l => l.Take)]);
        return exit.Settle([.. happened.Lines.Where(l => l.Outcome == DisputeOutcome.Lost).Select(l => l.Take)], happened.By);
    }

    public async Task<Result> React(GoodsCameBack happened, CancellationToken ct)
    {
        var (exit, pass, places, entity) = await Site(happened.BasisId, happened.DocumentId, happened.Store, ct);
        var cost = new CostOfPass(await stock.ValueOf(pass.Id, ct));
        foreach (var take in happened.Lines)
        {
            var goods = Goods(exit, take.Line);
            var line = pass.Lines.First(l => l.BasisLineId == take.Line);
            var home = goods.Bin is { } bin ? HoldGoodsThatComeBack.BackTo(places, bin) : Home(goods, places.Staged);
            plan.Add(Move(goods, places.Away, home, take.Quantity, pass.Id, line.Id, MoveReason.TemporaryReturn));
            if (goods.Bin is not null) plan.Add(Valued(entity, happened.Store, goods, take.Quantity, cost.Take(line.Id, take.Quantity), pass.Id, line.Id));
            foreach (var piece in goods.Pieces.Where(p => take.Pieces.Contains(p.Number))) (await book.Find(piece.PropertyItemId, ct))?.ComeBack();
        }

        return exit.Settle(happened.Lines, happened.By);
    }

    private static ExitLine Goods(TemporaryExit exit, Guid line) => exit.Lines.First(l => l.Id == line);

    /// <summary>Where goods are while they wait: property in use stays with its custodian.</summary>
    private static StockPlace Home(ExitLine goods, StockPlace staged) => goods.CustodianId is { } custodian ? StockPlace.CustodyOf(custodian) : staged;

    private StockMovePosting Move(ExitLine goods, StockPlace from, StockPlace to, Quantity quantity, DocumentId document, Guid line, MoveReason reason) =>
        new(goods.Item, goods.Lot, from, to, quantity, clock.Today, document, line, reason);

    private ValueInPosting Valued(OrgUnitId entity, StoreId store, ExitLine goods, Quantity quantity, Rials value, DocumentId document, Guid line) =>
        new(entity, store, goods.Item, quantity, value, IsProvisional: false, clock.Today, document, line);

    private async Task<(TemporaryExit Exit, GatePass Pass, StorePlaces Places, OrgUnitId Entity)> Site(DocumentId exit, DocumentId pass, StoreId store, CancellationToken ct)
    {
        var facts = await stock.Store(store, ct) ?? throw new InvalidOperationException("A pass of no store.");
        return (
            await Exit(exit, ct), await Pass(pass, ct), await stock.PlacesOf(store, ct) ?? throw new InvalidOperationException("A store without places."),
            AccountingEntity.Of(await charts.Get(ct), facts.UnitId));
    }

    private async Task<TemporaryExit> Exit(DocumentId id, CancellationToken ct) =>
        await documents.Load<TemporaryExit>(id, ct) ?? throw new InvalidOperationException("A pass on an exit that is not there.");

    private async Task<GatePass> Pass(DocumentId id, CancellationToken ct) =>
        await documents.Load<GatePass>(id, ct) ?? throw new InvalidOperationException("A pass that is not there.");
}

/// <summary>What the goods of a pass cost when they left, line by line, handed out part by part so that no rial is lost or made.</summary>
internal sealed class CostOfPass(IReadOnlyList<LineValue> values)
{
    private readonly Dictionary<Guid, (long Quantity, long Rials)> _left = values.ToDictionary(v => v.Line, v => (-v.Quantity.Scaled, -v.Value.Amount));

    /// <summary>The share of so much of a line in what is left of its cost.</summary>
    public Rials Take(Guid line, Quantity quantity)
    {
        var (there, cost) = _left.GetValueOrDefault(line);
        if (there <= 0 || cost <= 0) return Rials.Zero;
        var share = Rials.SplitAmong(Rials.FromStored(cost), [quantity, Quantity.FromScaled(Math.Max(0, there - quantity.Scaled))])[0];
        _left[line] = (there - quantity.Scaled, cost - share.Amount);
        return share;
    }
}
