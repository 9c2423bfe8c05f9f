using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmKinds;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>Takes the expert's word on kind and material (control 6.4.c); a refused one comes back here with what he typed.</summary>
[Authorize]
public sealed class IssueVoucherCheckModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public List<TypedCheckedKind> Lines { get; set; } = [];

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var checks = Lines.Select(l => new KindCheckForm(l.LineId, l.ScannedCode, l.Remark)).ToList();
        var confirmed = await Cases.Send(new ConfirmKinds(new DocumentId(Id), SeenVersion, checks, Proof), ct);
        if (confirmed.Succeeded) return Signed(new DocumentId(Id), "issue-voucher.checked");
        if (await Show(ct) is { } unseen) return unseen;

        // The voucher numbers all its lines, the form only those the expert is asked about.
        var asked = ((IssueVoucherView)Contribution.Body).Lines.Where(l => l.NeedsExpertCheck).Select(l => l.Order).ToList();
        return Refused(confirmed.Refusals.Select(r => OnForm(r, asked)));
    }

    private static Refusal OnForm(Refusal refusal, List<int> asked)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            var told = FormattableString.Invariant($"Lines[{asked[i] - 1}]");
            if (refusal.Field?.StartsWith(told, StringComparison.Ordinal) == true) return refusal.At(FormattableString.Invariant($"Lines[{i}]{refusal.Field[told.Length..]}"));
        }

        return refusal;
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: IssueVoucherView } view) return NotFound();
        if (view.Acts.Contribute is null) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(view);
        Number = Texts.Number(view.Sheet.Number, view.Sheet.NumberFa);
        return null;
    }
}

/// <summary>The expert's word on one line, as typed.</summary>
public sealed class TypedCheckedKind
{
    public Guid LineId { get; set; }

    public string? ScannedCode { get; set; }

    public string? Remark { get; set; }
}
