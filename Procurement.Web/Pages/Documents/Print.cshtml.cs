using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Print;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>The paper form of a document of any kind: letterhead, the kind's own part, and the signature boxes in route order.</summary>
[Authorize]
public sealed class PrintModel(IUseCases cases, KindViews kinds, ITexts texts) : PageModel, IPrintPage
{
    private const int ShortHash = 8;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PrintSheetView Sheet { get; private set; } = null!;

    public string BodyPartial { get; private set; } = "";

    public object Body { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        var sheet = read.Value.Sheet;
        if (sheet.Number.Length == 0 || kinds.Print(sheet.Kind) is not { } partial) return NotFound();

        (BodyPartial, Body) = (partial, read.Value.Body);
        var persian = texts.Language == Language.Persian;
        Sheet = new PrintSheetView(
            texts.KindName(sheet.Kind), [persian || sheet.UnitNameEn.Length == 0 ? sheet.UnitName : sheet.UnitNameEn],
            persian ? sheet.NumberFa : sheet.Number, TehranTime.LocalDate(sheet.SubmittedAt ?? sheet.OpenedAt), [.. sheet.Steps.Select(Box)])
        {
            Stamp = sheet.State is DocumentState.InEffect or DocumentState.Closed ? null : texts.Of(sheet.State),
        };
        return Page();
    }

    private SignatureBox Box(StepView step) => step.SignedAt is { } at
        ? new SignatureBox(
            texts.Of(step.Capacity), step.SignedBy, at, step.SignedVersion, step.ContentSha256.Length > ShortHash ? step.ContentSha256[..ShortHash] : null)
        {
            Note = step.ActingFor.Length > 0 ? texts["inbox.acting-for"] + " " + step.ActingFor : null,
        }
        : new SignatureBox(texts.Of(step.Capacity));
}
