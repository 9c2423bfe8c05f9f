using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ReportObjection;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The letters by which a payment under objection was reported to the ministry and the audit court (PAL art. 91).</summary>
[Authorize]
public sealed class PaymentVoucherReportModel(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? MinistryLetter { get; set; }

    [BindProperty]
    public string? AuditCourtLetter { get; set; }

    [BindProperty]
    public DateOnly? ReportedOn { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Read(Id, ct) is { Body: PaymentVoucherView } ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ReportedOn is null) Missing(nameof(ReportedOn));
        if (!ModelState.IsValid) return Unreadable;
        var reported = await Cases.Send(new ReportObjection(new DocumentId(Id), MinistryLetter, AuditCourtLetter, ReportedOn), ct);
        return reported.Succeeded ? GoOn(new DocumentId(Id), "payment-voucher.report-recorded") : Refused(reported.Refusals);
    }
}
