using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Chooses the deal, then types the supplier's invoice beside what was accepted.</summary>
[Authorize]
public sealed class SupplierInvoiceNewModel(IUseCases cases, ITexts texts) : InvoiceTyping(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Deal { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(Deal, ct) is { } unseen) return unseen;
        Lines =
        [
            .. (Start.Deal?.Lines ?? []).Select(l => new TypedBill
            {
                BasisLine = l.Line, Quantity = l.Unbilled.IsZero ? null : l.Unbilled.Units, UnitPrice = l.Unbilled.IsZero ? null : l.AgreedPrice,
            }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Deal is not { } deal) return RedirectToPage();
        if (await Show(deal, ct) is { } unseen) return unseen;
        if (Sent() is not { } sent) return Unreadable;
        var entered = await Cases.Send(new EnterInvoice(new DocumentId(deal), sent.Form), ct);
        return entered.Succeeded ? GoOn(entered.Value, "supplier-invoice.entered") : Refused(entered.Refusals.Select(r => Placed(r, "Lines", sent.Places)));
    }
}
