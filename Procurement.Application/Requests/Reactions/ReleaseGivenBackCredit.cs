using Procurement.Application.Budget;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Domain.Budget;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;

namespace Procurement.Application.Requests.Reactions;

/// <summary>A certified request that ends, returns or expires gives back exactly what is left of its reservation.</summary>
internal sealed class ReleaseGivenBackCredit(PostingPlan plan) : IReactTo<PurchaseRequestCreditGivenBack>
{
    public Task<Result> React(PurchaseRequestCreditGivenBack happened, CancellationToken ct)
    {
        plan.Add(new BudgetRelease(BudgetBucket.Reserved, happened.DocumentId));
        return Task.FromResult(Result.Ok);
    }
}
