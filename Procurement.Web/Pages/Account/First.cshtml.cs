using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Identity;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>The first administrator (نخستین راهبر): founds the head office and makes his own login, with the link from the machine.</summary>
[AllowAnonymous]
[EnableRateLimiting(IdentityAccess.SignInLimit)]
public sealed class FirstModel(
    IUseCases cases, CallContext call, IFirstAdministrator first, IOptions<SecurityOptions> options, ITexts texts) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty]
    public string? UnitCode { get; set; }

    [BindProperty]
    public string? UnitName { get; set; }

    [BindProperty]
    public string? UnitNameEn { get; set; }

    [BindProperty]
    public string NationalId { get; set; } = "";

    [BindProperty]
    public string FirstName { get; set; } = "";

    [BindProperty]
    public string LastName { get; set; } = "";

    [BindProperty]
    public string LetterNumber { get; set; } = "";

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>What the link opens; null when it opens nothing.</summary>
    public FirstLinkView? Opened { get; private set; }

    public static int MinLength => PasswordRule.MinLength;

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!IdentityAccess.MayTakeSecrets(Request, options.Value)) return this.Refuse([Refusal.Rule("identity.https-needed")]);
        var made = await Cases.Send(
            new BecomeAdministrator(
                Link ?? "", UnitCode, UnitName, UnitNameEn, NationalId ?? "", FirstName ?? "", LastName ?? "", LetterNumber ?? "", UserName, Password ?? ""),
            cancel);
        if (!made.Succeeded) return await Show(made.Refusals, cancel);

        first.Forget();
        this.Confirm(new ConfirmationView(texts["identity.first-done"], Next: texts["identity.first-done-next"]));
        return RedirectToPage("/Account/SignIn");
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var link = await Cases.Ask(new ShowFirstLink(Link ?? ""), cancel);
        if (!link.Succeeded) return this.Refuse(Here(link.Refusals));
        Opened = link.Value;
        return refusals.Count == 0 ? Page() : this.Refuse(Here(refusals));
    }
}
