using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.AuditTrail.Proofs;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.PrintDocument;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.VerifyDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Print;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>
/// The paper form of a document of any kind: letterhead, the kind's own part, the signature boxes in route order and the mark to verify it
/// by. Looking at it is a preview; taking a paper counts it, and every paper after the first says that it is a reprint.
/// </summary>
[Authorize]
public sealed class PrintModel(IUseCases cases, KindViews kinds, PaperRenderer renderer, IPdfPrinter pdf, IMarks marks, ReaderFormat format, ITexts texts) : PageModel, IPrintPage
{
    private const int ShortHash = 8;
    private const int MarkLength = 16;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The paper taken; null for a preview.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Copy { get; set; }

    public PaperView Paper { get; private set; } = null!;

    public PrintSheetView Sheet => Paper.Sheet;

    public bool HasPdf => pdf.IsAvailable;

    public string PdfHref => $"/documents/{Id}/print?handler=Pdf" + (Copy is { } copy ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&copy={copy}") : "");

    private DocumentId DocumentId => new(Id);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Read(onServer: false, ct) ?? Page();

    /// <summary>The same form as a file.</summary>
    public async Task<IActionResult> OnGetPdf(CancellationToken ct)
    {
        if (!pdf.IsAvailable) return NotFound();
        if (await Read(onServer: true, ct) is { } refused) return refused;
        var bytes = await pdf.Print(renderer.Paper(Paper, HttpContext), ct);
        return File(bytes, "application/pdf", $"{PersianText.ToLatinDigits(Sheet.Number)}.pdf");
    }

    /// <summary>Takes a paper.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var taken = await cases.Send(new PrintDocument(DocumentId), ct);
        return taken.Succeeded ? RedirectToPage(new { id = Id, copy = taken.Value }) : this.Refuse(taken.Refusals);
    }

    private async Task<IActionResult?> Read(bool onServer, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(DocumentId), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        var sheet = read.Value.Sheet;
        if (sheet.Number.Length == 0 || kinds.Print(sheet.Kind) is not { } partial) return NotFound();

        PrintedCopyView? copy = null;
        if (Copy is { } serial)
        {
            var taken = await cases.Ask(new ReadPrintedCopy(DocumentId, serial), ct);
            if (!taken.Succeeded) return this.Refuse(taken.Refusals);
            copy = taken.Value;
        }

        // The mark of a form that never left its owner's desk could not be verified; it gets none.
        var verified = await cases.Ask(new VerifyDocument(sheet.Number, sheet.ContentSha256), ct);
        Paper = new PaperView(sheet.Kind, SheetOf(sheet, copy, verified.Succeeded ? verified.Value.Place : null, onServer), partial, read.Value.Body);
        return null;
    }

    private PrintSheetView SheetOf(SheetView sheet, PrintedCopyView? copy, LogPlace? place, bool onServer)
    {
        var persian = texts.Language == Language.Persian;
        var address = VerifyAddress(sheet);
        return new PrintSheetView(
            texts.KindName(sheet.Kind), [.. sheet.Letterhead.Select(line => persian || line.NameEn.Length == 0 ? line.Name : line.NameEn)],
            persian ? sheet.NumberFa : sheet.Number, TehranTime.LocalDate(sheet.SubmittedAt ?? sheet.OpenedAt), [.. sheet.Steps.Select(step => Box(step, texts))])
        {
            Stamp = StampOf(sheet, copy),
            Copy = copy is null ? null : CopyOf(copy),
            Mark = new HtmlString(marks.Svg(address, texts["print.mark-title"])),
            MarkText = address,
            Verification = [.. Verification(place)],
            IsForServer = onServer,
        };
    }

    private string? StampOf(SheetView sheet, PrintedCopyView? copy) => sheet switch
    {
        { UnderObjection: true } => texts["inbox.under-objection"],
        { State: not (DocumentState.InEffect or DocumentState.Closed) } => texts.Of(sheet.State),
        _ when copy is null => texts["print.preview"],
        _ when copy.ContentVersion != sheet.ContentVersion => texts["print.outdated"],
        _ => null,
    };

    private string CopyOf(PrintedCopyView copy) => copy.Serial == 1
        ? texts["print.original"]
        : texts["print.reprint", copy.Serial, copy.TakenBy, format.Date(TehranTime.LocalDate(copy.TakenAt))];

    private string VerifyAddress(SheetView sheet) =>
        $"{Request.Scheme}://{Request.Host}{Request.PathBase}/verify?number={Uri.EscapeDataString(sheet.Number)}&mark={sheet.ContentSha256[..MarkLength]}";

    private IEnumerable<string> Verification(LogPlace? place)
    {
        // Isolated, so that the address is not turned round inside a Persian sentence.
        yield return texts["print.how-to-verify", $"\u2066{Request.Host}/verify\u2069"];
        if (place is { Checkpoint: { } signed })
        {
            var root = signed.Root.ToHex();
            yield return texts["print.log-place", (long)place.Index, $"\u2066{root[..ShortHash]}…{root[^ShortHash..]}\u2069"];
        }
        else if (place is not null)
        {
            yield return texts["print.log-place-uncovered", (long)place.Index];
        }
    }

    /// <summary>The box of a step, filled once it is signed.</summary>
    internal static SignatureBox Box(StepView step, ITexts texts) => step.SignedAt is { } at
        ? new SignatureBox(
            texts.Of(step.Capacity), step.SignedBy, at, step.SignedVersion, step.ContentSha256.Length > ShortHash ? step.ContentSha256[..ShortHash] : null)
        {
            Note = step.ActingFor.Length > 0 ? texts["inbox.acting-for"] + " " + step.ActingFor : null,
        }
        : new SignatureBox(texts.Of(step.Capacity));
}
