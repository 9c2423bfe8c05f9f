using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Corrects a drafted temporary exit.</summary>
[Authorize]
public sealed class TemporaryExitEditModel(IUseCases cases, ITexts texts, ReaderFormat format) : TemporaryExitForm(cases, texts, format)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: TemporaryExitView written, Acts.Edit: true } view) return NotFound();
        if (await Show(written.Store.Value, ct) is { } unseen) return unseen;
        SeenVersion = view.Sheet.ContentVersion;
        Fill(written);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: TemporaryExitView written, Acts.Edit: true }) return NotFound();
        if (await Show(written.Store.Value, ct) is { } unseen) return unseen;
        if (Pressed()) return Page();
        if (!ModelState.IsValid) return Unreadable;
        var edited = await Cases.Send(new EditTemporaryExit(new DocumentId(Id), SeenVersion, Terms, TypedLines()), ct);
        return edited.Succeeded ? await GoOn(new DocumentId(Id), "temporary-exit.saved", ct) : Refused(edited.Refusals);
    }
}
