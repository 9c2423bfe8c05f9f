using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving.AppointExpert;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Appoints who checks a delivered line before it may enter the store.</summary>
[Authorize]
public sealed class AppointExpertModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Line { get; set; }

    [BindProperty]
    public Guid? Expert { get; set; }

    public AppointingStart Start { get; private set; } = null!;

    public IEnumerable<SelectListItem> Experts => Start.Experts.Select(e => new SelectListItem(e.Name, e.Person.Value.ToString()));

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (Expert is not { } expert)
        {
            Missing(nameof(Expert));
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        var appointed = await Cases.Send(new AppointExpert(new DocumentId(Id), Line, new PersonId(expert)), ct);
        if (!appointed.Succeeded) return Refused(appointed.Refusals);
        this.Confirm(new ConfirmationView(Texts["expert-checklist.appointed"], Next: Texts["expert-checklist.appointed-next"]));
        return RedirectToPage("/Receiving/Index");
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartAppointing(new DocumentId(Id), Line), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}
