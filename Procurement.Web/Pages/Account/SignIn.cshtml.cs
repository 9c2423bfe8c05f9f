using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.Passkeys;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Identity;

namespace Procurement.Web.Pages.Account;

/// <summary>The door (ورود): name and password, or a passkey.</summary>
[AllowAnonymous]
[EnableRateLimiting(IdentityAccess.SignInLimit)]
public sealed class SignInModel(
    IUseCases cases, CallContext call, ISignInDesk desk, IPasskeyCeremony ceremony, IOptions<SecurityOptions> options) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A session was over when its owner came back.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Over { get; set; }

    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>A form waits to be sent again after login.</summary>
    public bool FormWaits => Over && ReturnUrl?.StartsWith("/account/resume", StringComparison.Ordinal) == true;

    public bool MayTakeSecrets => IdentityAccess.MayTakeSecrets(Request, options.Value);

    public void OnGet()
    {
        if (!MayTakeSecrets) this.Refuse([Refusal.Rule("identity.https-needed")]);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!MayTakeSecrets) return this.Refuse([Refusal.Rule("identity.https-needed")]);
        var progress = await desk.WithPassword(UserName ?? "", Password ?? "", cancel);
        if (!progress.Succeeded) return this.Refuse(Here(progress.Refusals));
        if (progress.Value.Session is { } session) return Enter(session);

        SessionCookies.WriteSecondStep(HttpContext, progress.Value.SecondStep!);
        return RedirectToPage("/Account/Code", new { ReturnUrl });
    }

    /// <summary>What the browser's authenticator is asked; for the script of this page.</summary>
    public async Task<IActionResult> OnPostPasskeyOptions(CancellationToken cancel) =>
        new JsonResult(await ceremony.BeginAssertion(null, cancel));

    public async Task<IActionResult> OnPostPasskey(string? credential, string? state, CancellationToken cancel)
    {
        if (!MayTakeSecrets) return this.Refuse([Refusal.Rule("identity.https-needed")]);
        ModelState.Clear(); // name and password belong to the other form
        var proven = await ceremony.FinishAssertion(credential ?? "", state ?? "", cancel);
        if (!proven.Succeeded) return this.Refuse(Here(proven.Refusals));
        var opened = await desk.WithPasskey(proven.Value, cancel);
        return opened.Succeeded ? Enter(opened.Value) : this.Refuse(Here(opened.Refusals));
    }

    private LocalRedirectResult Enter(OpenedSession session)
    {
        SessionCookies.WriteSession(HttpContext, session.Secret);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");
    }
}
