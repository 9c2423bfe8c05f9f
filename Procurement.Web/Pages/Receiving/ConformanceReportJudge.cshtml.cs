using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display.Forms;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Takes the requester's verdict, which stands inside the document's page; a refused one comes back here with what he typed.</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class ConformanceReportJudgeModel(IUseCases cases, IFileVault vault, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public List<TypedVerdict> Lines { get; set; } = [];

    public ContributionView Contribution { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Show(ct) ?? new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var lines = new List<JudgedLineForm>();
        for (var i = 0; i < Lines.Count; i++)
        {
            var read = await Read(Lines[i], FormattableString.Invariant($"Lines[{i}]"), ct);
            if (!read.Succeeded) return await Show(ct) ?? Refused(read.Refusals);
            lines.Add(read.Value);
        }

        var judged = await Cases.Send(new JudgeDelivery(new DocumentId(Id), SeenVersion, lines, Proof), ct);
        return judged.Succeeded
            ? Signed(new DocumentId(Id), "conformance-report.judged")
            : await Show(ct) ?? Refused(judged.Refusals);
    }

    private async Task<Result<JudgedLineForm>> Read(TypedVerdict typed, string field, CancellationToken ct)
    {
        var checks = new List<CheckForm>();
        foreach (var (key, check) in typed.Checks)
        {
            var stored = await vault.StoreEvidence(check.Evidence, FormattableString.Invariant($"{field}.Checks[{key}].Evidence"), ct);
            if (!stored.Succeeded) return stored.Plain();
            checks.Add(new CheckForm(key, check.Measured, check.Method, check.Judged, check.FailsFor, stored.Value));
        }

        return new JudgedLineForm(
            typed.LineId, typed.Accepted ?? 0, typed.Refused ?? 0, typed.AcceptedAtCut ?? 0, typed.CutUnitPrice?.Amount, typed.Reason, typed.Waiver, checks);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { } view) return NotFound();
        if (view.Acts.Contribute is null) return Redirect($"/documents/{Id}");

        Contribution = ContributionView.Of(view);
        Number = Texts.Language == Language.Persian ? view.Sheet.NumberFa : view.Sheet.Number;
        return null;
    }
}

/// <summary>The verdict on one line, as typed.</summary>
public sealed class TypedVerdict
{
    public Guid LineId { get; set; }

    public decimal? Accepted { get; set; }

    public decimal? Refused { get; set; }

    public decimal? AcceptedAtCut { get; set; }

    public Rials? CutUnitPrice { get; set; }

    public string? Reason { get; set; }

    public string? Waiver { get; set; }

    /// <summary>By the attribute's key.</summary>
    public Dictionary<int, TypedCheck> Checks { get; set; } = [];
}

/// <summary>One attribute as typed.</summary>
public sealed class TypedCheck
{
    public string? Measured { get; set; }

    public string? Method { get; set; }

    public bool? Judged { get; set; }

    public decimal? FailsFor { get; set; }

    public IFormFile? Evidence { get; set; }
}
