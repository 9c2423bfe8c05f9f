using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.CloseVoucherShort;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The keeper gives up what was not handed over; it is held for nobody any more.</summary>
[Authorize]
public sealed class IssueVoucherCloseModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Read(Id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var done = await Cases.Send(new CloseVoucherShort(new DocumentId(Id), Reason), ct);
        return done.Succeeded ? await GoOn(new DocumentId(Id), "issue-voucher.closed-short", ct) : Refused(done.Refusals);
    }
}
