using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Organisation;
using Procurement.Application.Organisation.EndAppointment;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.GrantDelegation;
using Procurement.Application.Organisation.LeaveService;
using Procurement.Application.Organisation.ReadPerson;
using Procurement.Application.Organisation.RecordTraining;
using Procurement.Application.Organisation.RevokeDelegation;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Organisation;

/// <summary>A person's card: posts, training, delegations, and what may be done about them.</summary>
public sealed class PersonModel(IUseCases useCases, ITexts texts, IVisitor visitor, ICurrentActor actor) : PageModel
{
    public PersonCard Card { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Deputies { get; private set; } = [];

    public bool MayManage => visitor.May(OrganisationPermissions.Manage);

    public IEnumerable<SelectListItem> OwnPosts =>
        Card.Posts.Select(p => new SelectListItem($"{texts.Of(p.Capacity)} — {p.UnitName}", p.Post.Value.ToString()));

    public bool IsMe => actor.Person == Card.Id;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty]
    public TrainingForm Training { get; set; } = new();

    [BindProperty]
    public DelegationForm Delegation { get; set; } = new();

    [BindProperty]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Show(ct) ?? Page();

    public Task<IActionResult> OnPostTrainingAsync(CancellationToken ct) => Training.PassedOn is { } passed
        ? Do(new RecordTraining(PersonId.From(Id), Training.Course ?? "", Training.Hours, passed, Training.ExpiresOn, Training.Certificate ?? ""), "organisation.training-recorded", nameof(Training), ct)
        : Missing("Training.PassedOn", ct);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) => On is { } day
        ? Do(new LeaveService(PersonId.From(Id), day), "organisation.left-recorded", null, ct)
        : Missing(nameof(On), ct);

    public Task<IActionResult> OnPostEndAsync(Guid post, Guid appointment, CancellationToken ct) => On is { } day
        ? Do(new EndAppointment(PostId.From(post), AppointmentId.From(appointment), day), "organisation.appointment-ended", null, ct)
        : Missing(nameof(On), ct);

    public Task<IActionResult> OnPostRevokeAsync(Guid delegation, CancellationToken ct) =>
        Do(new RevokeDelegation(DelegationId.From(delegation)), "organisation.delegation-revoked", null, ct);

    public async Task<IActionResult> OnPostDelegateAsync(CancellationToken ct)
    {
        if (Delegation is not { LetterDate: { } letter, From: { } from, Until: { } until, To: { } to, Post: { } post }) return await Missing("Delegation.To", ct);

        var granted = await useCases.Send(
            new GrantDelegation(
                PostId.From(post), PersonId.From(to), Delegation.LetterNumber ?? "", letter, from, until, null, Delegation.AmountLimit), ct);
        return await After(granted.Plain(), "organisation.delegated", nameof(Delegation), ct);
    }

    private async Task<IActionResult> Do(ICommand<Result> command, string done, string? form, CancellationToken ct) =>
        await After(await useCases.Send(command, ct), done, form, ct);

    private async Task<IActionResult> After(Result outcome, string done, string? form, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            this.Confirm(new ConfirmationView(texts[done]));
            return RedirectToPage(new { id = Id });
        }

        var refusals = outcome.Refusals.Select(r => form is not null && r.Field is { } field ? r.At(form + "." + field) : r).ToList();
        return await Show(ct) ?? this.Refuse(refusals);
    }

    private async Task<IActionResult> Missing(string field, CancellationToken ct) =>
        await Show(ct) ?? this.Refuse([Refusal.Invalid("organisation.date-missing").At(field)]);

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var card = await useCases.Ask(new ReadPerson(PersonId.From(Id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);

        Card = card.Value;
        if (!IsMe) return null;
        var people = await useCases.Ask(new FindPeople(Text, null, null), ct);
        if (people.Succeeded)
            Deputies = [.. people.Value.Rows.Where(p => p.Id != Card.Id).Select(p => new SelectListItem($"{p.Name} — {p.UnitName}", p.Id.Value.ToString()))];
        return null;
    }

    public sealed class TrainingForm
    {
        public string? Course { get; set; }

        public int Hours { get; set; }

        public DateOnly? PassedOn { get; set; }

        public DateOnly? ExpiresOn { get; set; }

        public string? Certificate { get; set; }
    }

    public sealed class DelegationForm
    {
        public Guid? Post { get; set; }

        public Guid? To { get; set; }

        public string? LetterNumber { get; set; }

        public DateOnly? LetterDate { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        public long? AmountLimit { get; set; }
    }
}
