using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Rewrites the lines of one's own draft.</summary>
[Authorize]
public sealed class IssueVoucherEditModel(IUseCases cases, ITexts texts) : IssueVoucherForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public override Guid Back => Id;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await ShowDraft(ct) is not { } written) return NotFound();
        Lines =
        [
            .. Proposal.Lines.Select(l => written.Lines.FirstOrDefault(w => w.RequestLine == l.RequestLine) is { } line
                ? TypedIssueLine.Written(line)
                : new TypedIssueLine { RequestLine = l.RequestLine }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var seen = SeenVersion;
        if (await ShowDraft(ct) is null) return NotFound();
        SeenVersion = seen;
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = Filled();
        var edited = await Cases.Send(new EditIssueVoucher(new DocumentId(Id), SeenVersion, lines), ct);
        return edited.Succeeded
            ? await GoOn(new DocumentId(Id), "issue-voucher.saved", ct)
            : Refused(edited.Refusals.Select(r => Placed(r, nameof(Lines), places)));
    }

    private async Task<IssueVoucherView?> ShowDraft(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: IssueVoucherView written } view || !view.Acts.Edit) return null;
        SeenVersion = view.Sheet.ContentVersion;
        return await Show(written.Request.Id, ct) is null ? written : null;
    }
}
