using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.Receiving;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>From a receipt: bill it.</summary>
internal sealed class BillReceiptAction(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => GoodsReceipt.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url) =>
        Billing.Action(((GoodsReceiptView)view.Body).BasisId, view, texts, visitor, url);
}

/// <summary>From an acceptance of service or works: bill it.</summary>
internal sealed class BillAcceptanceAction(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => ServiceAcceptance.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url) =>
        Billing.Action(((ServiceAcceptanceView)view.Body).BasisId, view, texts, visitor, url);
}

internal static class Billing
{
    public static IEnumerable<DocumentAction> Action(DocumentId? deal, DocumentView view, ITexts texts, IVisitor visitor, IUrlHelper url)
    {
        if (deal is not { } basis || view.Sheet.State != DocumentState.InEffect || !visitor.May(VouchersPermissions.EnterInvoice)) yield break;
        yield return new DocumentAction(texts["supplier-invoice.new"], "")
        {
            Anchor = "invoice", Href = url.Page("/Vouchers/SupplierInvoiceNew", new { deal = basis.Value }),
        };
    }
}

/// <summary>From an invoice: see it beside order and deliveries, and pay what is payable.</summary>
internal sealed class SupplierInvoiceActions(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => SupplierInvoice.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        var invoice = (SupplierInvoiceView)view.Body;
        var open = invoice.Lines.Any(l => l.Vouchered < l.Payable);
        if (view.Sheet.State == DocumentState.InEffect && open && visitor.May(VouchersPermissions.Pay))
        {
            yield return new DocumentAction(texts["payment-voucher.new"], "")
            {
                IsMain = true, Anchor = "pay", Href = url.Page("/Vouchers/PaymentVoucherNew", new { invoice = view.Sheet.Id.Value }),
            };
        }

        if (visitor.May(VouchersPermissions.Read))
            yield return new DocumentAction(texts["supplier-invoice.match"], "") { Anchor = "match", Href = url.Page("/Vouchers/SupplierInvoiceMatch", new { id = view.Sheet.Id.Value }) };
    }
}

/// <summary>From a voucher: its file, the batch that sends it, and the report of an objection.</summary>
internal sealed class PaymentVoucherActions(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => PaymentVoucher.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        var voucher = (PaymentVoucherView)view.Body;
        if (view.Acts.Edit)
            yield return new DocumentAction(texts["payment-voucher.file"], "") { Anchor = "file", Href = url.Page("/Vouchers/PaymentVoucherFile", new { id = view.Sheet.Id.Value }) };
        if (voucher.Payment is PaymentState.Approved or PaymentState.Failed && visitor.May(VouchersPermissions.Export))
            yield return new DocumentAction(texts["payment-batch.new"], "") { IsMain = true, Anchor = "export", Href = url.Page("/Vouchers/Export") };
        if (view.Sheet.UnderObjection && voucher.ReportedOn is null && visitor.May(VouchersPermissions.ReportObjection))
            yield return new DocumentAction(texts["payment-voucher.report"], "") { Anchor = "report", Href = url.Page("/Vouchers/PaymentVoucherReport", new { id = view.Sheet.Id.Value }) };
    }
}

internal sealed class SupplierInvoiceFormats : IContentFormats
{
    public string Kind => SupplierInvoice.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["statedTotal"] = ContentFormat.Rials, ["lines.quantity"] = ContentFormat.Quantity, ["lines.unitPrice"] = ContentFormat.Rials,
        ["lines.price"] = ContentFormat.Rials, ["lines.tax"] = ContentFormat.Rials,
    };
}

internal sealed class PaymentVoucherFormats : IContentFormats
{
    public string Kind => PaymentVoucher.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["lines.payable"] = ContentFormat.Rials, ["lines.before"] = ContentFormat.Rials, ["lines.amount"] = ContentFormat.Rials,
        ["deductions.base"] = ContentFormat.Rials, ["deductions.amount"] = ContentFormat.Rials,
    };
}

/// <summary>How much waits between delivery and payment.</summary>
internal sealed class VouchersBadge(IUseCases cases, IVisitor visitor) : IMenuBadge
{
    public string Line => "vouchers";

    public async Task<long?> Count(CancellationToken cancel)
    {
        if (!visitor.May(VouchersPermissions.EnterInvoice) && !visitor.May(VouchersPermissions.Pay)) return null;
        var desk = await cases.Ask(new PaymentsDesk(), cancel);
        return desk.Succeeded ? (visitor.May(VouchersPermissions.EnterInvoice) ? desk.Value.Unbilled.Count : 0) + (visitor.May(VouchersPermissions.Pay) ? desk.Value.Unpaid.Count : 0) : null;
    }
}
