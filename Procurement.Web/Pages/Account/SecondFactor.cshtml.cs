using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Identity;

namespace Procurement.Web.Pages.Account;

/// <summary>Enrols a code generator (رمز دوم), replaces it, and makes recovery codes anew.</summary>
[AllowBeforeEnrolment]
public sealed class SecondFactorModel(IUseCases cases, CallContext call) : AccountPage(cases, call)
{
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public DateTimeOffset? Since { get; private set; }

    /// <summary>What to scan, while enrolment is under way.</summary>
    public SecondFactorSetup? Setup { get; private set; }

    /// <summary>Recovery codes just made; shown this once.</summary>
    public IReadOnlyList<string>? Written { get; private set; }

    /// <summary>The session is good for nothing else until this is done.</summary>
    public bool Must => HttpContext.Features.Get<KnownCaller>()?.MustEnrol == true;

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPostBegin(CancellationToken cancel)
    {
        var begun = await Cases.Send(new BeginSecondFactor(Proof), cancel);
        return begun.Succeeded ? RedirectToPage() : await Show(begun.Refusals, cancel);
    }

    public async Task<IActionResult> OnPostConfirm(CancellationToken cancel)
    {
        var confirmed = await Cases.Send(new ConfirmSecondFactor(Code ?? ""), cancel);
        if (!confirmed.Succeeded) return await Show(confirmed.Refusals, cancel);
        Written = confirmed.Value.Codes;
        return Page();
    }

    public async Task<IActionResult> OnPostRenew(CancellationToken cancel)
    {
        var renewed = await Cases.Send(new RenewRecoveryCodes(Proof ?? ""), cancel);
        if (!renewed.Succeeded) return await Show(renewed.Refusals, cancel);
        Written = renewed.Value.Codes;
        return Page();
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var own = await Cases.Ask(new ShowOwnLogin(), cancel);
        if (!own.Succeeded) return this.Refuse(own.Refusals);
        Since = own.Value.Login.SecondFactorSince;
        var setup = await Cases.Ask(new ShowSecondFactorSetup(), cancel);
        if (setup.Succeeded) Setup = setup.Value;
        return refusals.Count == 0 ? Page() : this.Refuse(Here(refusals));
    }
}
