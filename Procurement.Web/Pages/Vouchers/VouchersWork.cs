using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Web.Display;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>From delivery to payment: what the bank is to answer, approved payments to send, invoices to pay, deliveries nobody billed.</summary>
internal sealed class VouchersWork(IUseCases cases, IVisitor visitor, ITexts texts, ReaderFormat format) : IWaitingWork
{
    public int Order => 10;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        var (bills, pays, exports) = (visitor.May(VouchersPermissions.EnterInvoice), visitor.May(VouchersPermissions.Pay), visitor.May(VouchersPermissions.Export));
        if (!bills && !pays && !exports) return [];
        var rows = new List<WorkRow>();
        if (exports && await Ready(ct) is { Count: > 0 } ready)
            rows.Add(new WorkRow(texts["payment-batch.new"], url.Page("/Vouchers/Export")!, string.Join("، ", ready.Select(r => r.PayeeName).Distinct())) { Since = ready.Min(r => r.OpenedAt) });

        var read = await cases.Ask(new PaymentsDesk(), ct);
        if (!read.Succeeded) return rows;
        var desk = read.Value;
        if (exports)
        {
            rows.AddRange(desk.Batches.Where(b => b.Waiting > 0).OrderBy(b => b.MadeAt)
                .Select(b => new WorkRow(texts["payment-batch.answer"], $"/vouchers/batches/{b.Id.Value}", texts["payment-batch.waiting", b.Waiting])
                {
                    Number = texts.Number(b.Number, b.NumberFa), NumberHref = $"/vouchers/batches/{b.Id.Value}", Since = b.MadeAt,
                }));
        }

        if (pays)
        {
            rows.AddRange(desk.Unpaid.Select(u => new WorkRow(texts["payment-voucher.new"], url.Page("/Vouchers/PaymentVoucherNew", new { invoice = u.Invoice.Value })!, $"{u.SupplierName} · {format.Rials(u.Open)}")
            {
                Number = texts.Number(u.Number, u.NumberFa), NumberHref = $"/documents/{u.Invoice.Value}", Since = u.At,
            }));
        }

        if (bills)
        {
            rows.AddRange(desk.Unbilled.Select(u => new WorkRow(texts["supplier-invoice.new"], url.Page("/Vouchers/SupplierInvoiceNew", new { deal = u.Deal.Value })!, $"{u.FromName} · {format.Rials(u.Value)}")
            {
                Number = texts.Number(u.Number, u.NumberFa), NumberHref = $"/documents/{u.Document.Value}", Since = u.At,
            }));
        }

        return rows;
    }

    private async Task<IReadOnlyList<PaymentRow>> Ready(CancellationToken ct)
    {
        var ready = new List<PaymentRow>();
        foreach (var only in new[] { PaymentFilter.Failed, PaymentFilter.Approved })
        {
            var page = await cases.Ask(new ListPayments(only), ct);
            if (page.Succeeded) ready.AddRange(page.Value.Rows);
        }

        return ready;
    }
}
