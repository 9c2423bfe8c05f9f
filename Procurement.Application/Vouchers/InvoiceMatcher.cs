using Procurement.Application.Contracts.Facts;
using Procurement.Application.Ledgers;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.Facts;
using Procurement.Domain.Receiving;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>An invoice beside everything it is held against.</summary>
internal sealed record Comparison(DealFacts Deal, IReadOnlyList<AcceptedDelivery> Deliveries, InvoiceMatch? Before, MatchOutcome Outcome);

/// <summary>Gathers order, deliveries and limits, lets the domain compare, and posts what became payable.</summary>
internal sealed class InvoiceMatcher(
    IOrderFacts orders, IAcceptedDeliveries deliveries, ILineProgress progress, IVoucherRecords records, PaymentRules rules, PostingPlan plan)
{
    public async Task<Result<Comparison>> Compare(SupplierInvoice invoice, CancellationToken ct)
    {
        if (await orders.Find(invoice.BasisId, ct) is not { } deal) return Refusal.NotFound("supplier-invoice.deal-not-found");
        var limits = await rules.LimitsOf(invoice, ct);
        if (!limits.Succeeded) return limits.Plain();

        var accepted = await deliveries.Of(deal.Id, ct);
        var refused = await deliveries.Refused(deal.Id, ct);
        var billed = await progress.Of(LineStage.Billed, [.. accepted.Select(d => d.Line)], ct);
        var before = await records.Match(invoice.Id, ct);
        var outcome = InvoiceMatching.Hold(
            invoice, before?.Parts ?? [],
            deal.Lines.ToDictionary(l => l.LineId, l => new AgreedLine(l.Ordered, refused.GetValueOrDefault(l.LineId))),
            [.. accepted.Select(d => new Delivered(d.Kind, d.Document, d.Line, d.BasisLine, d.Quantity, d.UnitPrice, d.IsPriceCut, billed.GetValueOrDefault(d.Line)))],
            limits.Value);
        return new Comparison(deal, accepted, before, outcome);
    }

    /// <summary>Compares and keeps the result; tells how many parts became payable.</summary>
    public async Task<Result<int>> Match(SupplierInvoice invoice, PersonId by, DateTimeOffset at, CancellationToken ct)
    {
        var compared = await Compare(invoice, ct);
        if (!compared.Succeeded) return compared.Plain();
        var match = compared.Value.Before;
        if (match is null) records.Add(match = InvoiceMatch.Of(invoice.Id));

        var limits = compared.Value.Deliveries.ToDictionary(d => d.Line, d => d.Quantity);
        var basisOf = invoice.Lines.ToDictionary(l => l.Id, l => l.BasisLineId);
        var added = match.Keep(compared.Value.Outcome, by, at);
        foreach (var part in added)
        {
            plan.Add(new LineProgressPosting(part.DeliveredLine, LineStage.Billed, part.Quantity.ToSigned(), limits[part.DeliveredLine]));
            plan.Add(new PayablePosting(invoice.Id, part.InvoiceLineId, PayableStage.Matched, part.Payable.ToSigned()));
            plan.Add(new LineLinkPosting(
                part.DeliveredKind, part.DeliveredDocument, part.DeliveredLine, SupplierInvoice.Kind, invoice.Id, part.InvoiceLineId, part.Quantity, part.Payable));
            plan.Add(new LineLinkPosting(
                compared.Value.Deal.Kind, compared.Value.Deal.Id, basisOf[part.InvoiceLineId], SupplierInvoice.Kind, invoice.Id, part.InvoiceLineId, part.Quantity, part.Payable));
        }

        return added.Count;
    }
}
