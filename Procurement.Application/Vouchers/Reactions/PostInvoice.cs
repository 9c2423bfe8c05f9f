using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.Reactions;

/// <summary>An invoice on its way takes its number, and its tax memory's, for its supplier.</summary>
internal sealed class TakeInvoiceNumbers(PostingPlan plan) : IReactTo<InvoiceNumbersTaken>
{
    public const string TaxMemoryMark = "tax:";

    public Task<Result> React(InvoiceNumbersTaken happened, CancellationToken ct)
    {
        plan.Add(new InvoiceNumberPosting(
            happened.DocumentId, happened.Supplier,
            happened.TaxMemoryId.Length == 0 ? [happened.Number] : [happened.Number, TaxMemoryMark + happened.TaxMemoryId], IsTaken: true));
        return Task.FromResult(Result.Ok);
    }
}

internal sealed class GiveInvoiceNumbersBack(PostingPlan plan) : IReactTo<InvoiceNumbersGivenBack>
{
    public Task<Result> React(InvoiceNumbersGivenBack happened, CancellationToken ct)
    {
        plan.Add(new InvoiceNumberPosting(happened.DocumentId, null, [], IsTaken: false));
        return Task.FromResult(Result.Ok);
    }
}

/// <summary>A checked invoice is matched with what was accepted so far.</summary>
internal sealed class MatchCheckedInvoice(IDocuments documents, InvoiceMatcher matcher) : IReactTo<InvoiceChecked>
{
    public async Task<Result> React(InvoiceChecked happened, CancellationToken ct) =>
        (await matcher.Match((await documents.Load<SupplierInvoice>(happened.DocumentId, ct))!, happened.By, happened.At, ct)).Plain();
}
