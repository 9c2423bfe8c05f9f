using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Web.Errors;
using Procurement.Web.Identity;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>Where one is logged in, and the end of any of it.</summary>
public sealed class SessionsModel(IUseCases cases, CallContext call, ITexts texts) : AccountPage(cases, call)
{
    private readonly CallContext _call = call;

    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public bool IsThis(SessionRow row) => row.Id.Value == _call.SessionId;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var rows = await Cases.Ask(new ListOwnSessions(), cancel);
        if (!rows.Succeeded) return this.Refuse(rows.Refusals);
        Rows = rows.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostEnd(Guid id, CancellationToken cancel)
    {
        var ended = await Cases.Send(new EndOwnSession(new LoginSessionId(id)), cancel);
        if (!ended.Succeeded) return this.Refuse(ended.Refusals);
        if (id == _call.SessionId)
        {
            SessionCookies.RemoveSession(HttpContext);
            return RedirectToPage("/Account/SignIn");
        }

        this.Confirm(new ConfirmationView(texts["identity.session-ended"]));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthers(CancellationToken cancel)
    {
        var ended = await Cases.Send(new EndOtherSessions(), cancel);
        if (!ended.Succeeded) return this.Refuse(ended.Refusals);

        this.Confirm(new ConfirmationView(texts["identity.sessions-ended"]));
        return RedirectToPage();
    }
}
