using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Account;

/// <summary>One's own login: how it is secured and what happened at the door.</summary>
public sealed class IndexModel(IUseCases cases, CallContext call) : AccountPage(cases, call)
{
    public OwnLoginView? Own { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var own = await Cases.Ask(new ShowOwnLogin(), cancel);
        if (!own.Succeeded) return this.Refuse(own.Refusals);
        Own = own.Value;
        return Page();
    }
}
