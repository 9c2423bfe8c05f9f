using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Web.Identity;

namespace Procurement.Web.Pages.Account;

/// <summary>Ends the session on the server and takes the cookie away; for whoever has no session any more it only says so.</summary>
[AllowAnonymous]
public sealed class SignOutModel(IUseCases cases, CallContext call) : AccountPage(cases, call)
{
    private readonly CallContext _call = call;

    public IActionResult OnGet() => RedirectToPage("/Account/SignIn");

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (_call is { Person: not null, SessionId: { } session }) await Cases.Send(new EndOwnSession(new LoginSessionId(session)), cancel);
        SessionCookies.RemoveSession(HttpContext);
        return RedirectToPage("/Account/SignIn");
    }
}
