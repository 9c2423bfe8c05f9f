using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Requests.Reactions;

/// <summary>An approved request that buys what a goods request lacked stays tied to its lines, in quantity and estimate (R4).</summary>
internal sealed class LinkToGoodsRequest(IDocuments documents, PostingPlan plan) : IReactTo<PurchaseRequestApproved>
{
    public async Task<Result> React(PurchaseRequestApproved happened, CancellationToken ct)
    {
        var request = (await documents.Load<PurchaseRequest>(happened.DocumentId, ct))!;
        if (request.GoodsRequestId is not { } from) return Result.Ok;

        plan.Add(request.Lines.Where(l => l.GoodsRequestLine is not null).Select(l => new LineLinkPosting(
            GoodsRequest.Kind, from, l.GoodsRequestLine!.Value, PurchaseRequest.Kind, request.Id, l.Id, l.Quantity, l.Estimate)));
        return Result.Ok;
    }
}
