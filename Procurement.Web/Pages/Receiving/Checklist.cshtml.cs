using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving.CompleteChecklist;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Receiving;
using Procurement.Web.Display.Forms;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>The expert's checklist of one delivered line: he fills it once, everybody of the unit reads it (control 6.1.c).</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class ChecklistModel(IUseCases cases, IFileVault vault, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>By the attribute's key.</summary>
    [BindProperty]
    public Dictionary<int, TypedCheck> Results { get; set; } = [];

    public ChecklistView Checklist { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var results = new List<ChecklistResultForm>();
        foreach (var (key, typed) in Results)
        {
            var photo = await vault.StoreEvidence(typed.Evidence, FormattableString.Invariant($"Results[{key}].Photo"), ct);
            if (!photo.Succeeded) return Refused(photo.Refusals);
            results.Add(new ChecklistResultForm(key, typed.Measured, typed.Method, typed.Judged, typed.FailsFor, photo.Value));
        }

        var done = await Cases.Send(new CompleteChecklist(new ExpertChecklistId(Id), results, Remark), ct);
        if (!done.Succeeded) return Refused(done.Refusals);
        this.Confirm(new ConfirmationView(Texts["expert-checklist.done"], Next: Texts["expert-checklist.done-next"]));
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadChecklist(new ExpertChecklistId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        Checklist = read.Value;
        return null;
    }
}
