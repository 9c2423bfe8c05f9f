using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity.Door;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Web.Demo;
using Procurement.Web.Errors;
using Procurement.Web.Identity;

namespace Procurement.Web.Pages.Account;

/// <summary>The people of the sample body, each a press away; does not exist outside the demo, nor for anybody on another machine.</summary>
[AllowAnonymous]
public sealed class SamplePeopleModel(IUseCases cases, CallContext call, ISignInDesk desk, DemoDoor door) : AccountPage(cases, call)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!door.IsOpenTo(HttpContext)) return NotFound();
        People = await door.People(cancel);
        return Page();
    }

    /// <summary>An ordinary login with the sample password: booked, locked and refused like every other.</summary>
    public async Task<IActionResult> OnPost(string? person, CancellationToken cancel)
    {
        if (!door.IsOpenTo(HttpContext)) return NotFound();
        People = await door.People(cancel);
        if (People.FirstOrDefault(p => p.UserName == person) is not { } chosen) return NotFound();

        var progress = await desk.WithPassword(chosen.UserName, DemoBody.Password, cancel);
        if (!progress.Succeeded) return this.Refuse(Here(progress.Refusals));
        if (progress.Value.Session is { } session)
        {
            SessionCookies.WriteSession(HttpContext, session.Secret);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");
        }

        SessionCookies.WriteSecondStep(HttpContext, progress.Value.SecondStep!);
        return RedirectToPage("/Account/Code", new { ReturnUrl });
    }
}
