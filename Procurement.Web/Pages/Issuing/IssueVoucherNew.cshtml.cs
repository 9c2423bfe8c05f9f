using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Drafts a voucher for what the store holds for an approved request.</summary>
[Authorize]
public sealed class IssueVoucherNewModel(IUseCases cases, ITexts texts, MakersSignature signature) : IssueVoucherForm(cases, texts)
{
    /// <summary>The request.</summary>
    [BindProperty(SupportsGet = true)]
    public new Guid Request { get; set; }

    public override Guid Back => Request;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(new DocumentId(Request), ct) is { } unseen) return unseen;
        Lines = [.. Proposal.Lines.Select(l => TypedIssueLine.Proposed(l, Proposal.Requester.Id))];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(new DocumentId(Request), ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = Filled();
        var drafted = await Cases.Send(new DraftIssueVoucher(new DocumentId(Request), lines), ct);
        return drafted.Succeeded
            ? await signature.GoOn(this, drafted.Value, new ConfirmationView(Texts["issue-voucher.drafted"], Next: Texts.Find("issue-voucher.drafted-next")), ct)
            : Refused(drafted.Refusals.Select(r => Placed(r, nameof(Lines), places)));
    }
}
