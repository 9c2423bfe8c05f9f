using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>What the pages of the two signers with a part of their own share: keeper and finance controller.</summary>
public abstract class PurchaseRequestPart(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    protected IUseCases Cases => cases;

    protected ITexts Texts => texts;

    /// <summary>On to what waits next when done; refused, the form again with what was typed, the sentence above it.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="done">Key of what to say when it was done.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <param name="placed">Points a refusal at a field of the form.</param>
    protected async Task<IActionResult> After(Result outcome, string done, CancellationToken ct, Func<Refusal, Refusal>? placed = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Succeeded)
        {
            return await Show(ct)
                ?? this.Refuse([.. outcome.Refusals.Select(r => r.Kind is RefusalKind.Forbidden or RefusalKind.NotFound ? r with { Kind = RefusalKind.Rule } : r).Select(r => placed?.Invoke(r) ?? r)]);
        }

        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        this.Confirm(read.Succeeded ? new DocumentNotices(texts).Told(texts[done], read.Value.Sheet) : new ConfirmationView(texts[done]));
        return Redirect(InboxAddress.After(new DocumentId(Id)));
    }

    /// <summary>Reads the document; a result when the reader has no part to add.</summary>
    protected async Task<IActionResult?> Show(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        if (read.Value.Acts.Contribute is null) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(read.Value);
        Number = texts.Number(read.Value.Sheet.Number, read.Value.Sheet.NumberFa);
        return null;
    }
}
