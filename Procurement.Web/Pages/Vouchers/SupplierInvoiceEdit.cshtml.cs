using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.EnterInvoice;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Types an invoice anew while it is a draft.</summary>
[Authorize]
public sealed class SupplierInvoiceEditModel(IUseCases cases, ITexts texts) : InvoiceTyping(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: SupplierInvoiceView invoice } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");
        if (await Show(invoice.BasisId.Value, ct) is { } unseen) return unseen;

        SeenVersion = view.Sheet.ContentVersion;
        (Number, Date, TaxMemoryId, StatedTotal) = (invoice.Number, invoice.Date, invoice.TaxMemoryId, invoice.Total);
        Lines =
        [
            .. Start.Deal!.Lines.Select(l => invoice.Lines.FirstOrDefault(b => b.BasisLine == l.Line) is { } known
                ? new TypedBill { BasisLine = l.Line, Quantity = known.Quantity.Units, UnitPrice = known.UnitPrice, Tax = known.Tax }
                : new TypedBill { BasisLine = l.Line }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: SupplierInvoiceView invoice }) return NotFound();
        if (await Show(invoice.BasisId.Value, ct) is { } unseen) return unseen;
        if (Sent() is not { } sent) return Unreadable;
        var written = await Cases.Send(new RewriteInvoice(new DocumentId(Id), SeenVersion, sent.Form), ct);
        return written.Succeeded ? GoOn(new DocumentId(Id), "supplier-invoice.rewritten") : Refused(written.Refusals.Select(r => Placed(r, "Lines", sent.Places)));
    }
}
