using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>What the forms of paying share: asking use cases, refusing with what was typed, going on to what was done.</summary>
public abstract class VoucherPage(IUseCases cases, ITexts texts) : PageModel
{
    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    protected static PageResult Unreadable => new() { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>Marks a field that was left empty or could not be read.</summary>
    protected void Missing(string field) => ModelState.AddModelError(field, texts["forms.required"]);

    /// <summary>A matter of post or turn is told above the form, which stays with what was typed.</summary>
    protected IActionResult Refused(IEnumerable<Refusal> refusals) =>
        this.Refuse([.. refusals.Select(r => r.Kind is RefusalKind.Forbidden ? r with { Kind = RefusalKind.Rule } : r)]);

    /// <summary>Says what was done, and what comes next where a text tells it, and goes on.</summary>
    protected IActionResult GoOn(string address, string done)
    {
        this.Confirm(new ConfirmationView(texts[done], Next: texts.Find($"{done}-next")));
        return Redirect(address);
    }

    protected IActionResult GoOn(DocumentId id, string done) => GoOn($"/documents/{id.Value}", done);

    /// <summary>The document as the reader sees it; null when there is nothing to see for him.</summary>
    protected async Task<DocumentView?> Read(Guid id, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(id)), ct);
        return read.Succeeded ? read.Value : null;
    }

    /// <summary>Points a refusal at the row as typed: rows without anything were left out before the form was sent.</summary>
    protected static Refusal Placed(Refusal refusal, string list, IReadOnlyList<int> places)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(places);
        for (var i = 0; i < places.Count; i++)
        {
            var sent = FormattableString.Invariant($"{list}[{i}]");
            if (refusal.Field?.StartsWith(sent, StringComparison.Ordinal) == true)
                return refusal.At(FormattableString.Invariant($"{list}[{places[i]}]{refusal.Field[sent.Length..]}"));
        }

        return refusal;
    }
}
