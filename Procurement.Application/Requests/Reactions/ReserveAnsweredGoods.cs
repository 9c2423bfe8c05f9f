using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Warehousing;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Requests.Reactions;

/// <summary>What the keeper says the store has is held for the request from that moment; nobody is promised the same goods twice.</summary>
internal sealed class ReserveAnsweredGoods(PostingPlan plan) : IReactTo<GoodsRequestAnswered>
{
    public Task<Result> React(GoodsRequestAnswered happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new ReservePosting(happened.Store, l.Item, null, l.Available, happened.DocumentId, l.LineId)));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>An answered request whose time is over gives back what the store still held for it.</summary>
internal sealed class ReleaseExpiredGoods(PostingPlan plan) : IReactTo<GoodsRequestExpired>
{
    public Task<Result> React(GoodsRequestExpired happened, CancellationToken ct)
    {
        plan.Add(new ReleasePosting(happened.DocumentId));
        return Task.FromResult(Result.Ok);
    }
}
