using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>Changes one's own password.</summary>
public sealed class PasswordModel(IUseCases cases, CallContext call, ITexts texts) : AccountPage(cases, call)
{
    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public static int MinLength => PasswordRule.MinLength;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var changed = await Cases.Send(new ChangePassword(Current ?? "", Password ?? ""), cancel);
        if (!changed.Succeeded) return this.Refuse(changed.Refusals);

        this.Confirm(new ConfirmationView(texts["identity.password-changed"], Next: texts["identity.password-changed-next"]));
        return RedirectToPage("/Account/Index");
    }
}
