using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.GiveUpTemporaryExit;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The keeper gives up what of a signed exit has not left.</summary>
[Authorize]
public sealed class TemporaryExitGiveUpModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Read(Id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var done = await Cases.Send(new GiveUpTemporaryExit(new DocumentId(Id), Reason), ct);
        return done.Succeeded ? await GoOn(new DocumentId(Id), "temporary-exit.given-up", ct) : Refused(done.Refusals);
    }
}
