using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Procurement.Application.Identity.Door;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Web.Errors;
using Procurement.Web.Identity;

namespace Procurement.Web.Pages.Account;

/// <summary>The second step of a login: the code of the generator, or a recovery code.</summary>
[AllowAnonymous]
[EnableRateLimiting(IdentityAccess.SignInLimit)]
public sealed class CodeModel(IUseCases cases, CallContext call, ISignInDesk desk) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => SessionCookies.ReadSecondStep(Request) is null ? RedirectToPage("/Account/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var opened = await desk.WithCode(SessionCookies.ReadSecondStep(Request) ?? "", Code ?? "", cancel);
        if (!opened.Succeeded) return this.Refuse(Here(opened.Refusals));

        SessionCookies.RemoveSecondStep(HttpContext);
        SessionCookies.WriteSession(HttpContext, opened.Value.Secret);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");
    }
}
