using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Domain.Issuing;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Issuing.Reactions;

/// <summary>
/// A voucher on its route takes its goods over from the request's reservation, in one netted step: two vouchers can never promise the same
/// goods, and neither can exceed what was reserved.
/// </summary>
internal sealed class HoldForVoucher(PostingPlan plan, IssueTiming timing) : IReactTo<IssueVoucherSubmitted>
{
    public async Task<Result> React(IssueVoucherSubmitted happened, CancellationToken ct)
    {
        // Drafted while the store was in good standing, submitted when it no longer is.
        if (happened.SignsAfter && !await timing.AllowsAfter(happened.StoreCode, happened.Value, ct)) return Refusal.Rule("issue-voucher.signs-before-now");

        foreach (var line in happened.Lines)
        {
            if (!line.IsSubstitute) plan.Add(new ConsumeReservationPosting(happened.Request, line.RequestLine, happened.Store, line.Quantity));
            plan.Add(new ReservePosting(happened.Store, line.Item, null, line.Quantity, happened.DocumentId, line.Line));
        }

        return Result.Ok;
    }
}

/// <summary>A voucher that did not take effect gives its goods back to the request they were held for.</summary>
internal sealed class HoldForRequestAgain(PostingPlan plan) : IReactTo<IssueVoucherGivenBack>
{
    public Task<Result> React(IssueVoucherGivenBack happened, CancellationToken ct)
    {
        plan.Add(new ReleasePosting(happened.DocumentId));
        plan.Add(happened.Lines.Where(l => !l.IsSubstitute).Select(l => new ReservePosting(happened.Store, l.Item, null, l.Quantity, happened.Request, l.RequestLine)));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>The store may hand over: the delivery is opened, and each line is tied to the line it was asked for by (R4).</summary>
internal sealed class OpenDelivery(IDocuments documents, IIssueDeliveries deliveries, PostingPlan plan) : IReactTo<IssueVoucherTookEffect>
{
    public async Task<Result> React(IssueVoucherTookEffect happened, CancellationToken ct)
    {
        var voucher = await documents.Load<IssueVoucher>(happened.DocumentId, ct) ?? throw new InvalidOperationException("A voucher that took effect is not there.");
        deliveries.Add(IssueDelivery.Open(voucher));
        plan.Add(happened.Lines.Select(l => new LineLinkPosting(
            GoodsRequest.Kind, happened.Request, l.RequestLineId, IssueVoucher.Kind, happened.DocumentId, l.Id, l.Quantity, l.Value)));

        // What another item stands in for is not needed any more.
        plan.Add(happened.Lines.Where(l => l.IsSubstitute).Select(l => new ReleasePosting(happened.Request, l.RequestLineId)));
        return Result.Ok;
    }
}

/// <summary>What a voucher gave up is held for nobody.</summary>
internal sealed class ReleaseGivenUpGoods(PostingPlan plan) : IReactTo<IssueVoucherClosedShort>
{
    public Task<Result> React(IssueVoucherClosedShort happened, CancellationToken ct)
    {
        plan.Add(new ReleasePosting(happened.DocumentId));
        return Task.FromResult(Result.Ok);
    }
}
