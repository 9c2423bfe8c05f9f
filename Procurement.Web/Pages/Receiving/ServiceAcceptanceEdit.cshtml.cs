using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Measures anew in a draft.</summary>
[Authorize]
public sealed class ServiceAcceptanceEditModel(IUseCases cases, ITexts texts) : ServiceAcceptanceForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: ServiceAcceptanceView acceptance } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");
        if (await Show(acceptance.BasisId.Value, ct) is { } unseen) return unseen;

        SeenVersion = view.Sheet.ContentVersion;
        (From, To, Expert) = (acceptance.PeriodFrom, acceptance.PeriodTo, acceptance.ExpertId?.Value);
        Lines =
        [
            .. (Start.Deal?.Lines ?? []).Select(l => acceptance.Lines.FirstOrDefault(a => a.BasisLine == l.Line) is { } known
                ? new TypedWork { OrderLine = l.Line, Quantity = known.Quantity.Units, MeasuredHow = known.MeasuredHow }
                : new TypedWork { OrderLine = l.Line }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: ServiceAcceptanceView acceptance }) return NotFound();
        if (await Show(acceptance.BasisId.Value, ct) is { } unseen) return unseen;
        if (Sent() is not { } sent) return Invalid();
        var measured = await Cases.Send(new MeasureWork(new DocumentId(Id), SeenVersion, ExpertId, From!.Value, To!.Value, sent.Lines), ct);
        return measured.Succeeded ? GoOn(new DocumentId(Id), "service-acceptance.measured") : Refused(measured.Refusals, sent.Places);
    }
}
