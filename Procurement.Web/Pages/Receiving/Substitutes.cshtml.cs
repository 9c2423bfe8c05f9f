using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Receiving.NameSubstitute;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Where a manager names who judges deliveries for a requester who left (documents 3.6).</summary>
[Authorize]
public sealed class SubstitutesModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty]
    public Guid Order { get; set; }

    [BindProperty]
    public Guid Requester { get; set; }

    [BindProperty]
    public Guid? Substitute { get; set; }

    [BindProperty]
    public string? LetterNo { get; set; }

    public IReadOnlyList<SubstituteNeeded> Needed { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var named = await Cases.Send(new NameSubstitute(new DocumentId(Order), new PersonId(Requester), new PersonId(Substitute ?? Guid.Empty), LetterNo), ct);
        if (!named.Succeeded) return await Show(ct) ?? Refused(named.Refusals);
        this.Confirm(new ConfirmationView(Texts["conformance-report.substitute-named"]));
        return RedirectToPage();
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var needed = await Cases.Ask(new SubstitutesNeeded(), ct);
        if (!needed.Succeeded) return this.Refuse(needed.Refusals);
        Needed = needed.Value;
        return null;
    }
}
