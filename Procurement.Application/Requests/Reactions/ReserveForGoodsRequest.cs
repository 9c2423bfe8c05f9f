using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Warehousing;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Requests.Reactions;

/// <summary>What the keeper says the store has is held for the request in the same transaction; he cannot promise what is held for another.</summary>
internal sealed class ReserveForGoodsRequest(PostingPlan plan) : IReactTo<GoodsRequestAnswered>
{
    public Task<Result> React(GoodsRequestAnswered happened, CancellationToken ct)
    {
        plan.Add(happened.Lines.Select(l => new ReservePosting(happened.Store, l.Item, null, l.Available, happened.DocumentId, l.LineId)));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>A request that ends early gives back what is still held for it.</summary>
internal sealed class ReleaseForGoodsRequest(PostingPlan plan) : IReactTo<GoodsRequestGivenUp>
{
    public Task<Result> React(GoodsRequestGivenUp happened, CancellationToken ct)
    {
        plan.Add(new ReleasePosting(happened.DocumentId));
        return Task.FromResult(Result.Ok);
    }
}
