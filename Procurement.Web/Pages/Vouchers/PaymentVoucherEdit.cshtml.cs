using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.DraftVoucher;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Allocates anew while the voucher is a draft.</summary>
[Authorize]
public sealed class PaymentVoucherEditModel(IUseCases cases, ITexts texts) : VoucherTyping(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: PaymentVoucherView voucher } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");
        if (await Show(voucher.Lines[0].Invoice.Value, ct) is { } unseen) return unseen;

        SeenVersion = view.Sheet.ContentVersion;
        Purpose = voucher.Purpose;
        ImprestIban = voucher.ByImprest ? voucher.PayeeIban : null;
        Lines =
        [
            .. Start.Lines.Select(l => new TypedAllocation
            {
                Invoice = l.Invoice.Value, InvoiceLine = l.Line, Amount = voucher.Lines.FirstOrDefault(v => v.InvoiceLine == l.Line)?.Amount,
            }),
        ];
        Deductions =
        [
            .. voucher.Deductions.Where(d => d.Kind is DeductionKind.LatenessPenalty or DeductionKind.Other)
                .Select(d => new TypedDeduction { Kind = (int)d.Kind, Amount = d.Amount, LegalBasis = d.LegalBasis }),
        ];
        MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: PaymentVoucherView voucher }) return NotFound();
        if (await Show(voucher.Lines[0].Invoice.Value, ct) is { } unseen) return unseen;
        MakeRoom();
        if (Sent() is not { } sent) return Unreadable;
        var written = await Cases.Send(new RewriteVoucher(new DocumentId(Id), SeenVersion, sent.Form), ct);
        return written.Succeeded ? GoOn(new DocumentId(Id), "payment-voucher.rewritten") : Refused(written.Refusals, sent.Lines, sent.Deductions);
    }
}
