using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Puts what lies in quarantine before its requester, whole or in parts.</summary>
[Authorize]
public sealed class ConformanceReportNewModel(IUseCases cases, ITexts texts, MakersSignature signature) : ReceivingForm(cases, texts)
{
    /// <summary>The delivery.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Receipt { get; set; }

    [BindProperty]
    public Guid? Requester { get; set; }

    [BindProperty]
    public List<TypedQuantity> Lines { get; set; } = [];

    public ConformanceStart Start { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Requester is null) Missing(nameof(Requester));
        if (!ModelState.IsValid) return await Show(ct) ?? new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var opened = await Cases.Send(
            new OpenConformance(
                new DocumentId(Receipt), new PersonId(Requester!.Value),
                [.. Lines.Where(l => l.Quantity is > 0).Select(l => new LineQuantity(l.LineId, l.Quantity!.Value))]), ct);
        return opened.Succeeded
            ? await signature.GoOn(this, opened.Value, new ConfirmationView(Texts["conformance-report.opened"], Next: Texts["conformance-report.opened-next"]), ct)
            : await Show(ct) ?? Refused(opened.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartConformance(new DocumentId(Receipt)), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}
