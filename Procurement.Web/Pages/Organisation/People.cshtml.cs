using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Organisation;

/// <summary>Staff by name.</summary>
public sealed class PeopleModel(IUseCases useCases) : PageModel
{
    public PeoplePage People { get; private set; } = new([], null);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid? UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? AfterKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid? AfterId { get; set; }

    public string? NextHref => People.Next is { } next
        ? Url.Page("People", new { q = Text, unit = UnitId, after = next.SortKey, id = next.Id })
        : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var after = AfterKey is { } key && AfterId is { } id ? new PeopleCursor(key, id) : null;
        var found = await useCases.Ask(new FindPeople(Text, UnitId is { } unit ? OrgUnitId.From(unit) : null, after), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        People = found.Value;
        return Page();
    }
}
