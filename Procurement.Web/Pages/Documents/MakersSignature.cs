using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display.Forms;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>
/// Lets the maker of a document sign it with the press that writes it down. He signs what he has typed: the version made of it in this very
/// request. Whoever wants to look at the whole first keeps it as a draft; so does whatever is refused.
/// </summary>
public sealed class MakersSignature(IUseCases cases, DocumentRegistry registry, DocumentNotices notices, ITexts texts, CallContext call)
{
    /// <summary>The name of the button that signs, and what it sends.</summary>
    public const string Field = "Then";

    public const string Sign = "sign";

    /// <summary>Whether the password is asked for this kind now.</summary>
    public async Task<bool> AsksPassword(string kind, CancellationToken ct)
    {
        if (registry.Find(kind) is not { AsksPasswordEachTime: false }) return true;
        var grants = await cases.Ask(new LiveGrants(), ct);
        return !grants.Succeeded || !grants.Value.Any(granted => granted.Code == kind);
    }

    /// <summary>Shows the draft to be looked at first, whatever was pressed.</summary>
    /// <param name="page">The page its form was sent to.</param>
    /// <param name="id">The draft.</param>
    /// <param name="drafted">Said of it.</param>
    /// <param name="why">What was refused of it; null when only its words are to be looked at.</param>
    public IActionResult KeepDraft(PageModel page, DocumentId id, ConfirmationView drafted, Refusal? why = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Confirm(drafted);
        if (why is not null || page.Request.Form[Field] == Sign) page.Warn(RefusalView.Of(why ?? Refusal.Rule("document.look-first"), texts));
        return new RedirectResult($"/documents/{id.Value}");
    }

    /// <summary>Signs the new draft when the maker pressed so, and shows it; refused, the draft stays and says why.</summary>
    /// <param name="page">The page its form was sent to.</param>
    /// <param name="id">The draft.</param>
    /// <param name="drafted">Said when it stays a draft.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IActionResult> GoOn(PageModel page, DocumentId id, ConfirmationView drafted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        var here = new RedirectResult($"/documents/{id.Value}");
        var form = page.Request.Form;
        var read = form[Field] == Sign ? await cases.Ask(new ReadDocument(id), ct) : null;
        if (read is not { Succeeded: true })
        {
            page.Confirm(drafted);
            return here;
        }

        // The form sent twice finds the document signed already.
        if (read.Value.Sheet.State == DocumentState.Draft)
        {
            call.Then(Sign);
            var submitted = await cases.Send(new SubmitDocument(id, read.Value.Sheet.ContentVersion, form["Proof"]), ct);
            if (!submitted.Succeeded)
            {
                page.Confirm(drafted);
                page.Warn(RefusalView.Of(submitted.Refusal, texts));
                return here;
            }

            read = await cases.Ask(new ReadDocument(id), ct);
        }

        page.Confirm(read.Succeeded ? notices.Done("submit", read.Value.Sheet) : new ConfirmationView(texts["document.done-submit"]));
        return here;
    }
}

/// <summary>The buttons under the form of a new document: sign at once, or keep it as a draft.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="DraftLabel">The verb that keeps the draft.</param>
public sealed record SignAtOnceView(string Kind, string DraftLabel)
{
    /// <summary>The id of the password field, for pages with more than one such form.</summary>
    public string FieldId { get; init; } = "Proof";

    /// <summary>Nothing can be sent yet.</summary>
    public bool IsDisabled { get; init; }
}
