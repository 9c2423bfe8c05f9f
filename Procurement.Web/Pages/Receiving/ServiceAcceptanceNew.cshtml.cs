using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Chooses the deal, then measures what was done of its services or works.</summary>
[Authorize]
public sealed class ServiceAcceptanceNewModel(IUseCases cases, ITexts texts) : ServiceAcceptanceForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Order { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(Order, ct) is { } unseen) return unseen;
        Lines = [.. (Start.Deal?.Lines ?? []).Select(l => new TypedWork { OrderLine = l.Line })];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Order is not { } order) return RedirectToPage();
        if (await Show(order, ct) is { } unseen) return unseen;
        if (Sent() is not { } sent) return Invalid();
        var drafted = await Cases.Send(new AcceptWork(new DocumentId(order), ExpertId, From!.Value, To!.Value, sent.Lines), ct);
        return drafted.Succeeded ? GoOn(drafted.Value, "service-acceptance.drafted", "service-acceptance.drafted-next") : Refused(drafted.Refusals, sent.Places);
    }
}
