using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.Own;
using Procurement.Application.Identity.Passkeys;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>One's own passkeys; also answers the script that proves a signing act with one.</summary>
public sealed class PasskeysModel(
    IUseCases cases, CallContext call, IPasskeyCeremony ceremony, ISignInDesk desk, IVisitor visitor, ITexts texts) : AccountPage(cases, call)
{
    private readonly CallContext _call = call;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Proof { get; set; } = "";

    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPostOptions(CancellationToken cancel)
    {
        var own = await Cases.Ask(new ShowOwnLogin(), cancel);
        return own.Succeeded
            ? new JsonResult(await ceremony.BeginRegistration(_call.Person!.Value, own.Value.Login.UserName, visitor.Name ?? own.Value.Login.UserName, cancel))
            : this.Refuse(own.Refusals);
    }

    public async Task<IActionResult> OnPostAdd(string? credential, string? state, CancellationToken cancel)
    {
        var added = await Cases.Send(new AddPasskey(Name ?? "", credential ?? "", state ?? "", Proof ?? ""), cancel);
        if (!added.Succeeded) return await Show(added.Refusals, cancel);

        this.Confirm(new ConfirmationView(texts["identity.passkey-added"]));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemove(Guid id, CancellationToken cancel)
    {
        var removed = await Cases.Send(new RemovePasskey(id), cancel);
        if (!removed.Succeeded) return await Show(removed.Refusals, cancel);

        this.Confirm(new ConfirmationView(texts["identity.passkey-removed"]));
        return RedirectToPage();
    }

    /// <summary>Asks for one of the visitor's own passkeys before a signing act.</summary>
    public async Task<IActionResult> OnPostProofOptions(CancellationToken cancel) => new JsonResult(await ceremony.BeginAssertion(_call.Person, cancel));

    /// <summary>Gives the one-time text that the script puts in place of the password.</summary>
    public async Task<IActionResult> OnPostProof(string? credential, string? state, CancellationToken cancel)
    {
        var proven = await ceremony.FinishAssertion(credential ?? "", state ?? "", cancel);
        var proof = proven.Succeeded ? await desk.SigningProof(proven.Value, cancel) : proven.Plain();
        return proof.Succeeded ? new JsonResult(new { proof = proof.Value }) : new JsonResult(ErrorOutcome.ProblemOf(proof.Refusals, texts)) { StatusCode = ErrorOutcome.StatusOf(proof.Refusal.Kind) };
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var own = await Cases.Ask(new ShowOwnLogin(), cancel);
        if (!own.Succeeded) return this.Refuse(own.Refusals);
        Rows = own.Value.Login.Passkeys;
        return refusals.Count == 0 ? Page() : this.Refuse(Here(refusals));
    }
}
