using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Identity;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>Chooses a password with the one-time link an administrator handed over.</summary>
[AllowAnonymous]
[EnableRateLimiting(IdentityAccess.SignInLimit)]
public sealed class SetPasswordModel(IUseCases cases, CallContext call, IOptions<SecurityOptions> options, ITexts texts) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Whose login the link opens; null when it opens none.</summary>
    public string? UserName { get; private set; }

    public static int MinLength => PasswordRule.MinLength;

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!IdentityAccess.MayTakeSecrets(Request, options.Value)) return this.Refuse([Refusal.Rule("identity.https-needed")]);
        var set = await Cases.Send(new SetPasswordByLink(Link ?? "", Password ?? ""), cancel);
        if (!set.Succeeded) return await Show(set.Refusals, cancel);

        this.Confirm(new ConfirmationView(texts["identity.password-set"]));
        return RedirectToPage("/Account/SignIn");
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var link = await Cases.Ask(new ShowPasswordLink(Link ?? ""), cancel);
        if (!link.Succeeded) return this.Refuse(Here(link.Refusals));
        UserName = link.Value;
        return refusals.Count == 0 ? Page() : this.Refuse(Here(refusals));
    }
}
