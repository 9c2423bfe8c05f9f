using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>What the forms of receiving share: asking use cases, refusing with what was typed, going on to the document.</summary>
public abstract class ReceivingForm(IUseCases cases, ITexts texts) : PageModel
{
    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>Marks a field that was left empty or could not be read.</summary>
    protected void Missing(string field) => ModelState.AddModelError(field, texts["forms.required"]);

    /// <summary>A matter of post or turn is told above the form, which stays with what was typed.</summary>
    protected IActionResult Refused(IReadOnlyList<Refusal> refusals) =>
        this.Refuse([.. refusals.Select(r => r.Kind is RefusalKind.Forbidden ? r with { Kind = RefusalKind.Rule } : r)]);

    /// <summary>Says what was done and shows the document.</summary>
    protected IActionResult GoOn(DocumentId id, string done, string? next = null, string? address = null)
    {
        this.Confirm(new ConfirmationView(texts[done], Next: next is null ? null : texts[next]));
        return Redirect(address ?? $"/documents/{id.Value}");
    }

    /// <summary>Says what was signed and goes on to what waits next.</summary>
    protected IActionResult Signed(DocumentId id, string done)
    {
        this.Confirm(new ConfirmationView(texts[done], Next: texts[$"{done}-next"]) { About = $"/documents/{id.Value}" });
        return Redirect(InboxAddress.After(id));
    }

    /// <summary>The document as the reader sees it; null when there is nothing to see for him.</summary>
    protected async Task<DocumentView?> Read(Guid id, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(id)), ct);
        return read.Succeeded ? read.Value : null;
    }
}
