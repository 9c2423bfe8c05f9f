using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.ListPayments;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Approved payments, and those the bank sent back, to be sent together.</summary>
[Authorize]
public sealed class ExportModel(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty]
    public List<Guid> Vouchers { get; set; } = [];

    public IReadOnlyList<PaymentRow> Ready { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Vouchers = [.. Ready.Select(r => r.Id.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        var sent = await Cases.Send(new ExportPayments([.. Vouchers.Select(v => new DocumentId(v))]), ct);
        return sent.Succeeded ? GoOn($"/vouchers/batches/{sent.Value.Value}", "payment-batch.sent") : Refused(sent.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var ready = new List<PaymentRow>();
        foreach (var only in new[] { PaymentFilter.Failed, PaymentFilter.Approved })
        {
            var page = await Cases.Ask(new ListPayments(only), ct);
            if (!page.Succeeded) return this.Refuse(page.Refusals);
            ready.AddRange(page.Value.Rows);
        }

        Ready = ready;
        return null;
    }
}
