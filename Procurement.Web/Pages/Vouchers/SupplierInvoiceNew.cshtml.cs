using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Domain.SignOff;
using Procurement.Web.Display.Forms;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Chooses the deal, then types the supplier's invoice beside what was accepted.</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class SupplierInvoiceNewModel(IUseCases cases, ITexts texts, FilesToAttach files, MakersSignature signature, CallContext call) : InvoiceTyping(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Deal { get; set; }

    /// <summary>The paper itself; whoever has it elsewhere attaches it to the draft.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

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
        if (!entered.Succeeded) return Refused(entered.Refusals.Select(r => Placed(r, "Lines", sent.Places)));

        var said = new ConfirmationView(Texts["supplier-invoice.entered"], Next: Texts.Find("supplier-invoice.entered-next"));
        if (File is not { Length: > 0 } paper) return await signature.GoOn(this, entered.Value, said, ct);
        call.Then("paper");
        var attached = await files.Attach(entered.Value, [paper], ct);
        return attached.Succeeded ? await signature.GoOn(this, entered.Value, said, ct) : signature.KeepDraft(this, entered.Value, said, attached.Refusal);
    }
}
