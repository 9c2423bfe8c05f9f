using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.ReadUnit;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Organisation;

/// <summary>Gives a post to a person by letter: first find the person, then write the letter.</summary>
public sealed class AppointModel(IUseCases useCases, ITexts texts) : PageModel
{
    public PostRow Post { get; private set; } = null!;

    public string UnitName { get; private set; } = "";

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "post")]
    public Guid PostId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? LetterNumber { get; set; }

    [BindProperty]
    public DateOnly? LetterDate { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public bool Acting { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await Show(ct) is { } missing) return missing;
        List<Refusal> faults = [];
        if (Person is null) faults.Add(Refusal.Invalid("organisation.person-not-chosen").At(nameof(Person)));
        if (LetterDate is null) faults.Add(Refusal.Invalid("organisation.date-missing").At(nameof(LetterDate)));
        if (From is null) faults.Add(Refusal.Invalid("organisation.date-missing").At(nameof(From)));
        if (faults.Count > 0 || !ModelState.IsValid) return faults.Count > 0 ? this.Refuse(faults) : Page();

        var appointed = await useCases.Send(
            new AppointToPost(
                Domain.Organisation.PostId.From(PostId), PersonId.From(Person!.Value), LetterNumber ?? "", LetterDate!.Value, From!.Value, To, Acting), ct);
        if (!appointed.Succeeded) return this.Refuse(appointed.Refusals);

        this.Confirm(new ConfirmationView(texts["organisation.appointed"]));
        return RedirectToPage("Index", new { unit = UnitId });
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var unit = await useCases.Ask(new ReadUnit(OrgUnitId.From(UnitId)), ct);
        if (!unit.Succeeded) return this.Refuse(unit.Refusals);
        if (unit.Value.Posts.FirstOrDefault(p => p.Id.Value == PostId) is not { } post) return this.Refuse([Refusal.NotFound("organisation.post-not-found")]);

        Post = post;
        UnitName = unit.Value.Name;
        var people = await useCases.Ask(new FindPeople(Text, null, null), ct);
        if (people.Succeeded) People = [.. people.Value.Rows.Select(p => new SelectListItem($"{p.Name} — {p.UnitName}", p.Id.Value.ToString()))];
        return null;
    }
}
