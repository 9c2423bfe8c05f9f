using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account.Logins;

/// <summary>One person's login in the administrator's hands: open, disable, reset, end sessions.</summary>
public sealed class DetailsModel(IUseCases cases, CallContext call, ITexts texts) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public LoginDetail? Shown { get; private set; }

    /// <summary>The one-time link just given, to be handed over; shown this once.</summary>
    public string? Link { get; private set; }

    private PersonId Person => new(Id);

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPostOpen(CancellationToken cancel) => await ShowLink(await Cases.Send(new OpenLogin(Person, UserName), cancel), cancel);

    public async Task<IActionResult> OnPostLink(CancellationToken cancel) => await ShowLink(await Cases.Send(new GivePasswordLink(Person), cancel), cancel);

    public async Task<IActionResult> OnPostDisable(CancellationToken cancel) => await Done(await Cases.Send(new DisableLogin(Person), cancel), "identity.disabled-done", cancel);

    public async Task<IActionResult> OnPostEnable(CancellationToken cancel) => await Done(await Cases.Send(new EnableLogin(Person), cancel), "identity.enabled-done", cancel);

    public async Task<IActionResult> OnPostReset(CancellationToken cancel) => await Done(await Cases.Send(new ResetSecondFactor(Person), cancel), "identity.reset-done", cancel);

    public async Task<IActionResult> OnPostEnd(Guid session, CancellationToken cancel) =>
        await Done(await Cases.Send(new EndSessionOf(Person, new LoginSessionId(session)), cancel), "identity.session-ended", cancel);

    private async Task<IActionResult> Done(Result outcome, string text, CancellationToken cancel)
    {
        if (!outcome.Succeeded) return await Show(outcome.Refusals, cancel);

        this.Confirm(new ConfirmationView(texts[text]));
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ShowLink(Result<string> given, CancellationToken cancel)
    {
        if (!given.Succeeded) return await Show(given.Refusals, cancel);
        Link = Url.Page("/Account/SetPassword", null, new { Link = given.Value }, Request.Scheme);
        return await Show([], cancel);
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var shown = await Cases.Ask(new ShowLogin(Person), cancel);
        if (!shown.Succeeded) return this.Refuse(shown.Refusals);
        Shown = shown.Value;
        return refusals.Count == 0 ? Page() : this.Refuse(refusals);
    }
}
