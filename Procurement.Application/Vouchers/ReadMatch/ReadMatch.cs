using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.ReadMatch;

/// <summary>An invoice side by side with what was ordered and accepted, line by line, with the reason of every gap.</summary>
[Requires(VouchersPermissions.Read)]
public sealed record ReadMatch(DocumentId DocumentId) : IQuery<Result<MatchView>>;

/// <param name="Invoice">The invoice.</param>
/// <param name="DealId">The deal it bills.</param>
/// <param name="DealNumber">Its number as the API writes it.</param>
/// <param name="DealNumberFa">Its number as people read it.</param>
/// <param name="IsKept">The comparison was kept; false while it is only what would come out.</param>
/// <param name="ComparedAt">When it was kept last.</param>
/// <param name="Lines">Lines in order.</param>
public sealed record MatchView(
    DocumentId Invoice, DocumentId DealId, string DealNumber, string DealNumberFa, bool IsKept, DateTimeOffset? ComparedAt, IReadOnlyList<MatchLineView> Lines)
{
    public Rials Billed => Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Billed);

    public Rials Payable => Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Payable);

    public Rials Vouchered => Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Vouchered);

    public Rials Paid => Lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Paid);
}

/// <summary>One invoice line beside its order line and its deliveries; money includes tax.</summary>
public sealed record MatchLineView(
    Guid Line, int Order, string Description, string UnitName, Quantity Ordered, Rials AgreedPrice, Quantity Accepted, Quantity BilledQuantity, Rials BilledUnitPrice,
    Rials Billed, Quantity Matched, Rials Payable, Rials Vouchered, Rials Paid, IReadOnlyList<DeliveryView> Deliveries, IReadOnlyList<GapView> Gaps);

/// <summary>A receipt or acceptance the line meets.</summary>
public sealed record DeliveryView(DocumentId Document, string Kind, string Number, string NumberFa, Quantity Quantity, Rials UnitPrice, bool IsPriceCut);

/// <summary>A billed part that is not payable.</summary>
public sealed record GapView(GapReason Reason, Quantity Quantity, Rials Rials);

internal sealed class ReadMatchHandler(IDocumentReader documents, InvoiceMatcher matcher, IPayables payables) : IQueryHandler<ReadMatch, Result<MatchView>>
{
    public async Task<Result<MatchView>> Handle(ReadMatch query, CancellationToken cancellationToken)
    {
        if (await documents.Find(query.DocumentId, cancellationToken) is not SupplierInvoice invoice) return Refusal.NotFound("signoff.document-not-found");
        var compared = await matcher.Compare(invoice, cancellationToken);
        if (!compared.Succeeded) return compared.Plain();

        var (deal, deliveries, match, outcome) = compared.Value;
        var isKept = match is not null;
        var accounts = (await payables.Of([invoice.Id], cancellationToken)).ToDictionary(p => p.Line);
        return new MatchView(
            invoice.Id, deal.Id, deal.Number, deal.NumberFa, isKept, match?.ComparedAt,
            [.. invoice.Lines.OrderBy(l => l.Order).Select(line =>
            {
                var agreed = deal.Lines.First(l => l.LineId == line.BasisLineId);
                var mine = deliveries.Where(d => d.BasisLine == line.BasisLineId).ToList();
                var kept = match?.Parts.Where(p => p.InvoiceLineId == line.Id).ToList() ?? [];
                var found = isKept ? [] : outcome.Parts.Where(p => p.InvoiceLine == line.Id).ToList();
                var gaps = isKept
                    ? match!.Gaps.Where(g => g.InvoiceLineId == line.Id).Select(g => new GapView(g.Reason, g.Quantity, g.Rials))
                    : outcome.Gaps.Where(g => g.InvoiceLine == line.Id).Select(g => new GapView(g.Reason, g.Quantity, g.Rials));
                var account = accounts.GetValueOrDefault(line.Id);
                return new MatchLineView(
                    line.Id, line.Order, line.Description, line.UnitName, agreed.Ordered, agreed.UnitPrice,
                    mine.Aggregate(Quantity.Zero, (sum, d) => sum + d.Quantity), line.Quantity, line.UnitPrice, line.Total,
                    Quantity.FromScaled(kept.Sum(p => p.Quantity.Scaled) + found.Sum(p => p.Quantity.Scaled)),
                    Rials.FromStored(kept.Sum(p => p.Payable.Amount) + found.Sum(p => (p.Price + p.Tax).Amount)),
                    account?.Vouchered ?? Rials.Zero, account?.Paid ?? Rials.Zero,
                    [.. mine.Select(d => new DeliveryView(d.Document, d.Kind.Code, d.Number, d.NumberFa, d.Quantity, d.UnitPrice, d.IsPriceCut))],
                    [.. gaps]);
            })]);
    }
}
