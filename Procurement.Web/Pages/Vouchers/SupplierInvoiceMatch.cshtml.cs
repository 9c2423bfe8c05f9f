using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.MatchInvoice;
using Procurement.Application.Vouchers.ReadMatch;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Order, deliveries and invoice side by side, each gap with its reason; accounts matches again when more was delivered.</summary>
[Authorize]
public sealed class SupplierInvoiceMatchModel(IUseCases cases, ITexts texts, IVisitor visitor) : VoucherPage(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MatchView Match { get; private set; } = null!;

    public bool MayMatch => Match.IsKept && visitor.May(VouchersPermissions.Pay);

    public bool MayPay => MayMatch && Match.Vouchered < Match.Payable;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var match = await Cases.Ask(new ReadMatch(new DocumentId(Id)), ct);
        if (!match.Succeeded) return this.Refuse(match.Refusals);
        Match = match.Value;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var matched = await Cases.Send(new MatchInvoice(new DocumentId(Id)), ct);
        if (!matched.Succeeded) return await OnGet(ct) is { } shown && Match is not null ? Refused(matched.Refusals) : this.Refuse(matched.Refusals);
        return GoOn($"/vouchers/invoices/{Id}/match", matched.Value == 0 ? "supplier-invoice.nothing-new-to-match" : "supplier-invoice.matched");
    }
}
