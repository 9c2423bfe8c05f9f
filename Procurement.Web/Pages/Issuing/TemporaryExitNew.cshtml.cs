using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Drafts the exit of goods that come back.</summary>
[Authorize]
public sealed class TemporaryExitNewModel(IUseCases cases, ITexts texts, ReaderFormat format) : TemporaryExitForm(cases, texts, format)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Store { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(Store, ct) is { } unseen) return unseen;
        Pad();
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(Store, ct) is { } unseen) return unseen;
        if (Pressed() || At is not { } at) return Page();
        if (!ModelState.IsValid) return Unreadable;
        var drafted = await Cases.Send(new DraftTemporaryExit(at.Id, Terms, TypedLines()), ct);
        return drafted.Succeeded ? await GoOn(drafted.Value, "temporary-exit.drafted", ct) : Refused(drafted.Refusals);
    }
}
