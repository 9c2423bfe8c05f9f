using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Application.Vouchers.KeepPaymentFile;
using Procurement.Domain.Vouchers;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Drafts the payment of matched invoice lines of one deal.</summary>
[Authorize]
public sealed class PaymentVoucherNewModel(IUseCases cases, ITexts texts) : VoucherTyping(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Invoice { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(Invoice, ct) is { } unseen) return unseen;
        Lines = [.. Start.Lines.Select(l => new TypedAllocation { Invoice = l.Invoice.Value, InvoiceLine = l.Line, Amount = l.Invoice.Value == Invoice ? l.Open : null })];
        MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(Invoice, ct) is { } unseen) return unseen;
        MakeRoom();
        if (Sent() is not { } sent) return Unreadable;
        var drafted = await Cases.Send(new DraftVoucher(sent.Form), ct);
        if (!drafted.Succeeded) return Refused(drafted.Refusals, sent.Lines, sent.Deductions);

        // A complete file is shown with the voucher itself; only what is missing needs its own page.
        var file = await Cases.Ask(new ReadPaymentFile(drafted.Value), ct);
        return file is { Succeeded: true, Value: var view } && view.Items.All(i => i.State != FileItemState.Missing)
            ? GoOn(drafted.Value, "payment-voucher.drafted-complete")
            : GoOn($"/vouchers/payments/{drafted.Value.Value}/file", "payment-voucher.drafted");
    }
}
