using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Organisation.EmployPerson;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Organisation;

/// <summary>Records a member of staff.</summary>
public sealed class HireModel(IUseCases useCases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid UnitId { get; set; }

    [BindProperty]
    public string? NationalId { get; set; }

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public string? LastName { get; set; }

    public void OnGet()
    {
        // The form starts empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var employed = await useCases.Send(new EmployPerson(NationalId ?? "", FirstName ?? "", LastName ?? "", OrgUnitId.From(UnitId)), ct);
        if (!employed.Succeeded) return this.Refuse(employed.Refusals);

        this.Confirm(new ConfirmationView(texts["organisation.hired"]));
        return RedirectToPage("Person", new { id = employed.Value.Value });
    }
}
