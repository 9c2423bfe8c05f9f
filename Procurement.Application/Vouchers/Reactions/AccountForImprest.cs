using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Sourcing;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.Reactions;

/// <summary>Purchases of a settlement belong to it while it is signed, are free again when it ends, and are accounted for once it is in effect.</summary>
internal sealed class AccountForImprest(IOrderBooks books) : IReactTo<ImprestSettlementSubmitted>, IReactTo<ImprestSettlementGivenBack>, IReactTo<ImprestSettled>
{
    public async Task<Result> React(ImprestSettlementSubmitted happened, CancellationToken ct) =>
        (await Book(happened.Buyer, ct)).PutIn(happened.DocumentId, happened.Decisions);

    public async Task<Result> React(ImprestSettlementGivenBack happened, CancellationToken ct)
    {
        (await Book(happened.Buyer, ct)).TakeOut(happened.DocumentId);
        return Result.Ok;
    }

    public async Task<Result> React(ImprestSettled happened, CancellationToken ct)
    {
        (await Book(happened.Buyer, ct)).AccountFor(happened.DocumentId, happened.At);
        return Result.Ok;
    }

    private async Task<ImprestBook> Book(Domain.Organisation.PersonId buyer, CancellationToken ct) =>
        await books.FindImprest(buyer, ct) ?? throw new InvalidOperationException("A settlement of no imprest.");
}
