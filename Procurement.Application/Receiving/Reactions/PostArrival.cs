using Procurement.Application.Contracts.Facts;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.Reactions;

/// <summary>Counted goods lie in quarantine: not issuable, not in the accounts.</summary>
internal sealed class PostArrival(PostingPlan plan, IStockFacts stock, Lots lots, IOrderFacts orders, IBodyClock clock) : IReactTo<GoodsArrived>
{
    public async Task<Result> React(GoodsArrived happened, CancellationToken ct)
    {
        if (await stock.PlacesOf(happened.Store, ct) is not { } places) return Refusal.Rule("temporary-receipt.store-not-found");
        var basisKind = happened.Basis is { } deal ? (await orders.Find(deal, ct))?.Kind : null;
        foreach (var line in happened.Lines)
        {
            var lot = await lots.Open(line.Item, line.LotCode, line.ExpiresOn, ct);
            if (!lot.Succeeded) return lot.Plain();
            plan.Add(new StockMovePosting(
                line.Item, lot.Value, StockPlace.Supplier, places.Quarantine, line.Quantity, clock.Today, happened.DocumentId, line.LineId, MoveReason.Arrival));
            if (happened.Basis is { } basis && line.BasisLine is { } ordered && basisKind is { } kind)
                plan.Add(new LineLinkPosting(kind, basis, ordered, TemporaryReceipt.Kind, happened.DocumentId, line.LineId, line.Quantity, Rials.Zero));
        }

        return Result.Ok;
    }
}

/// <summary>What was judged grew out of what was counted.</summary>
internal sealed class LinkJudged(PostingPlan plan) : IReactTo<GoodsJudged>
{
    public Task<Result> React(GoodsJudged happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new LineLinkPosting(
            TemporaryReceipt.Kind, happened.TemporaryReceipt, l.TemporaryLine, ConformanceReport.Kind, happened.DocumentId, l.LineId, l.Presented, l.Value)));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>What goes back grew out of what was refused; it moves when its gate pass leaves.</summary>
internal sealed class LinkReturned(PostingPlan plan) : IReactTo<GoodsReturned>
{
    public Task<Result> React(GoodsReturned happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new LineLinkPosting(
            ConformanceReport.Kind, happened.Conformance, l.ConformanceLine, ReturnToSupplier.Kind, happened.DocumentId, l.LineId, l.Quantity, Rials.Zero)));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>Accepted work counts against its order or contract.</summary>
internal sealed class LinkAccepted(PostingPlan plan, IOrderFacts orders) : IReactTo<ServiceAccepted>
{
    public async Task<Result> React(ServiceAccepted happened, CancellationToken ct)
    {
        if ((await orders.Find(happened.Basis, ct))?.Kind is not { } kind) return Refusal.NotFound("temporary-receipt.order-not-found");
        plan.Add(happened.Lines.Select(l => new LineLinkPosting(
            kind, happened.Basis, l.BasisLine, ServiceAcceptance.Kind, happened.DocumentId, l.LineId, l.Quantity, l.Value)));
        return Result.Ok;
    }
}

/// <summary>Finds lots by the code printed on the goods, and opens one when its first goods arrive.</summary>
internal sealed class Lots(IStores stores)
{
    private readonly Dictionary<(ItemId, string), Lot> _opened = [];

    public async Task<Result<LotId?>> Open(ItemId item, string code, DateOnly? expiresOn, CancellationToken ct)
    {
        if (code.Length == 0) return Result<LotId?>.Of(null);
        if (_opened.GetValueOrDefault((item, code)) is { } here) return Result<LotId?>.Of(here.Id);
        if (await stores.FindLot(item, code, ct) is { } known)
        {
            var same = known.Matches(expiresOn);
            return same.Succeeded ? Result<LotId?>.Of(known.Id) : same;
        }

        var opened = Lot.Open(item, code, expiresOn);
        if (!opened.Succeeded) return opened.Plain();
        stores.Add(opened.Value);
        _opened[(item, code)] = opened.Value;
        return Result<LotId?>.Of(opened.Value.Id);
    }

    public async Task<LotId?> Find(ItemId item, string code, CancellationToken ct) =>
        code.Length == 0 ? null : (await stores.FindLot(item, code, ct))?.Id;
}
