using Procurement.Application.Contracts.Facts;
using Procurement.Application.Shared.Names;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>What page, print and API show of an invoice.</summary>
public sealed record SupplierInvoiceView(
    DocumentId BasisId, string DealNumber, string DealNumberFa, SupplierId SupplierId, string SupplierName, string SupplierIdentifier, string EconomicCode, string Number,
    DateOnly Date, string TaxMemoryId, bool ByImprest, string Buyer, Rials Price, Rials Tax, Rials Total, DateTimeOffset? ComparedAt, Rials Payable,
    IReadOnlyList<SupplierInvoiceLineView> Lines);

/// <summary>One line with where its money stands.</summary>
public sealed record SupplierInvoiceLineView(
    Guid Id, int Order, Guid BasisLine, ItemKind ItemKind, string Description, string UnitName, Quantity Quantity, Rials UnitPrice, Rials Price, Rials Tax, Rials Total,
    Rials Payable, Rials Vouchered, Rials Paid, IReadOnlyList<GapReason> Gaps);

internal sealed class SupplierInvoiceBody(IOrderFacts orders, IVoucherRecords records, IPayables payables, NamedThings things) : IDocumentBody
{
    public DocumentKind Kind => SupplierInvoice.Kind;

    public async Task<object> Build(Document document, CancellationToken ct)
    {
        var invoice = (SupplierInvoice)document;
        var deal = await orders.Find(invoice.BasisId, ct);
        var match = await records.Match(invoice.Id, ct);
        var accounts = (await payables.Of([invoice.Id], ct)).ToDictionary(p => p.Line);
        var buyer = (await things.Find([invoice.BuyerId.Value], ct)).GetValueOrDefault(invoice.BuyerId.Value)?.Name ?? "";
        return new SupplierInvoiceView(
            invoice.BasisId, deal?.Number ?? "", deal?.NumberFa ?? "", invoice.SupplierId, invoice.SupplierName, invoice.SupplierIdentifier, invoice.EconomicCode,
            invoice.Number, invoice.Date, invoice.TaxMemoryId, invoice.ByImprest, buyer, invoice.Price, invoice.Tax, invoice.Total, match?.ComparedAt,
            match?.Payable ?? Rials.Zero,
            [.. invoice.Lines.OrderBy(l => l.Order).Select(l =>
            {
                var account = accounts.GetValueOrDefault(l.Id);
                return new SupplierInvoiceLineView(
                    l.Id, l.Order, l.BasisLineId, l.ItemKind, l.Description, l.UnitName, l.Quantity, l.UnitPrice, l.Price, l.Tax, l.Total,
                    account?.Matched ?? Rials.Zero, account?.Vouchered ?? Rials.Zero, account?.Paid ?? Rials.Zero,
                    [.. (match?.Gaps ?? []).Where(g => g.InvoiceLineId == l.Id).Select(g => g.Reason).Distinct().Order()]);
            })]);
    }
}
