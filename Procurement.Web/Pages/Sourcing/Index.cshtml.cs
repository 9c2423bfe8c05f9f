using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.ListNeeds;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>What waits in the purchase: findings to decide, approved lines without a file, files in work.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, IVisitor visitor) : PageModel
{
    /// <summary>The request the page before ended with, and its line.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    public NeedPage Needs { get; private set; } = new([], null);

    public IReadOnlyList<SourcingFileRow> Files { get; private set; } = [];

    public IReadOnlyList<FindingView> Findings { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public bool Opens => visitor.May(SourcingPermissions.Open);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var needs = await cases.Ask(new ListNeeds(After is { } request ? new NeedCursor(new DocumentId(request), Line ?? 0) : null), ct);
        if (!needs.Succeeded) return this.Refuse(needs.Refusals);
        var files = await cases.Ask(new ListSourcingFiles(SourcingFileState.Open), ct);
        if (!files.Succeeded) return this.Refuse(files.Refusals);
        var findings = await cases.Ask(new ListFindings(), ct);
        if (!findings.Succeeded) return this.Refuse(findings.Refusals);

        (Needs, Files, Findings) = (needs.Value, files.Value.Rows, findings.Value.Rows);
        Paging = new PagingView(
            After is null ? null : Url.Page("/Sourcing/Index"),
            Needs.Next is { } next ? Url.Page("/Sourcing/Index", new { After = next.Request.Value, Line = next.Order }) : null, Needs.Rows.Count);
        return Page();
    }
}
