using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.StartVoucher;

/// <summary>What a voucher page opens with: the payable lines of every checked invoice of the deal of one of them.</summary>
[Requires(VouchersPermissions.Pay)]
public sealed record StartVoucher(DocumentId Invoice) : IQuery<Result<VoucherStart>>;

/// <param name="DealId">The deal.</param>
/// <param name="DealNumber">Its number as the API writes it.</param>
/// <param name="DealNumberFa">Its number as people read it.</param>
/// <param name="PayeeName">Who will be paid.</param>
/// <param name="PayeeIban">His account; empty for an imprest, where it is typed, and where the register knows none.</param>
/// <param name="ByImprest">The buyer's imprest gets its money back.</param>
/// <param name="Lines">Lines with something left to pay.</param>
public sealed record VoucherStart(
    DocumentId DealId, string DealNumber, string DealNumberFa, string PayeeName, string PayeeIban, bool ByImprest, IReadOnlyList<PayableLineView> Lines);

public sealed record PayableLineView(
    DocumentId Invoice, string InvoiceNumber, Guid Line, string Description, Rials Billed, Rials Payable, Rials Vouchered, Rials Open);

internal sealed class StartVoucherHandler(IDocuments documents, IPayables payables, IOrderFacts orders, ICatalogueFacts catalogue, ChartOfCall charts)
    : IQueryHandler<StartVoucher, Result<VoucherStart>>
{
    public async Task<Result<VoucherStart>> Handle(StartVoucher query, CancellationToken cancellationToken)
    {
        if (await documents.Find<SupplierInvoice>(query.Invoice, cancellationToken) is not { } asked || await orders.Find(asked.BasisId, cancellationToken) is not { } deal)
            return Refusal.NotFound("signoff.document-not-found");
        var accounts = (await payables.OfDeal(deal.Id, cancellationToken)).Where(p => !p.Open.IsZero).ToList();
        var lines = new List<PayableLineView>();
        foreach (var invoice in accounts.GroupBy(a => a.Invoice).OrderBy(g => g.Key))
        {
            var found = (await documents.Load<SupplierInvoice>(invoice.Key, cancellationToken))!;
            lines.AddRange(found.Lines.OrderBy(l => l.Order)
                .Join(invoice, l => l.Id, a => a.Line, (l, a) => new PayableLineView(found.Id, found.Number, l.Id, l.Description, l.Total, a.Matched, a.Vouchered, a.Open)));
        }

        var supplier = (await catalogue.Suppliers([asked.SupplierId], cancellationToken)).GetValueOrDefault(asked.SupplierId);
        return new VoucherStart(
            deal.Id, deal.Number, deal.NumberFa, asked.ByImprest ? (await charts.Get(cancellationToken)).NameOf(asked.BuyerId) : asked.SupplierName,
            asked.ByImprest ? "" : supplier?.DefaultIban ?? "", asked.ByImprest, lines);
    }
}
