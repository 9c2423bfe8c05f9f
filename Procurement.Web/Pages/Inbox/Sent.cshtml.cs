using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.Inbox;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Inbox;

/// <summary>What the reader started and where each stands now.</summary>
[Authorize]
public sealed class SentModel(IUseCases cases, ITexts texts) : PageModel
{
    /// <summary>The last document of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<SentRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public EmptyView Empty => new(texts["inbox.sent-empty"], texts["inbox.sent-empty-guide"]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var sent = await cases.Ask(new Sent(After is { } last ? new DocumentId(last) : null), ct);
        if (!sent.Succeeded) return this.Refuse(sent.Refusals);

        Rows = sent.Value.Rows;
        Paging = new PagingView(
            After is null ? null : Url.Page("/Inbox/Sent"),
            sent.Value.Next is { } next ? Url.Page("/Inbox/Sent", new { After = next.Value }) : null,
            Rows.Count);
        return Page();
    }
}
