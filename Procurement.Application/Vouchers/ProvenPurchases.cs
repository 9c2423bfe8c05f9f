using Procurement.Application.SignOff;
using Procurement.Application.Sourcing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>A buyer's open purchases that no settlement accounts for, each with what checked invoices and accepted goods prove of it.</summary>
internal sealed class ProvenPurchases(IOrderBooks books, IDocuments documents, IPayables payables)
{
    public async Task<IReadOnlyList<(SourcingDecision Decision, ProvenPurchase Proven, DateOnly SettleBy)>> Of(PersonId buyer, CancellationToken ct)
    {
        var proven = new List<(SourcingDecision, ProvenPurchase, DateOnly)>();
        var book = await books.FindImprest(buyer, ct);
        foreach (var purchase in (book?.Purchases ?? []).Where(p => p.IsOpen && p.SettlementId is null).OrderBy(p => p.BoughtOn))
        {
            var decision = await documents.Load<SourcingDecision>(purchase.DecisionId, ct)
                ?? throw new InvalidOperationException("A purchase of a decision that is not there.");
            var matched = await payables.OfDeal(purchase.DecisionId, ct);
            var invoices = new List<SupplierInvoice>();
            foreach (var id in matched.Select(m => m.Invoice).Distinct()) invoices.Add((await documents.Load<SupplierInvoice>(id, ct))!);
            proven.Add((
                decision,
                new ProvenPurchase(
                    decision.Id, decision.SignOff.SealedSha256, decision.SignOff.Subject, purchase.Amount,
                    matched.Aggregate(Rials.Zero, (sum, m) => sum + m.Matched), [.. invoices.Select(i => i.Number)], [.. invoices.Select(i => i.SignOff.SealedSha256)]),
                purchase.SettleBy));
        }

        return proven;
    }
}
