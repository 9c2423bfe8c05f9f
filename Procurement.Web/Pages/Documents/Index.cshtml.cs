using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.Attachments;
using Procurement.Application.SignOff.CancelDocument;
using Procurement.Application.SignOff.ClaimStep;
using Procurement.Application.SignOff.Objections;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.RecuseInspector;
using Procurement.Application.SignOff.RefuseDocument;
using Procurement.Application.SignOff.ReturnDocument;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.SignOff.WithdrawDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display.Forms;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Inbox;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>The page of a document of any kind: content, route, timeline, attachments, objections and what the reader may do.</summary>
[Authorize]
[RequestSizeLimit(Uploads.LongestRequest)]
public sealed class IndexModel(IUseCases cases, DocumentReading reading, FilesToAttach files, DocumentNotices notices, ITexts texts) : PageModel, IDocumentPage
{
    /// <summary>Acts after which it is somebody else's turn: their doer goes on with what waits for him next.</summary>
    private static readonly string[] HandsOn = ["sign", "return", "refuse", "recuse"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The content version the reader acts on.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ShownDocument Shown { get; private set; } = null!;

    public DocumentPageView Document => Shown.Page;

    private DocumentId DocumentId => new(Id);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(null, ct) is { } refused ? refused : Page();

    /// <summary>A form that names no act.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnPostSign(CancellationToken ct)
    {
        var signed = await cases.Send(new SignDocuments([new DocumentToSign(DocumentId, SeenVersion)], Proof), ct);
        return await After("sign", signed.Plain(), ct);
    }

    public async Task<IActionResult> OnPostSubmit(CancellationToken ct) =>
        await After("submit", await cases.Send(new SubmitDocument(DocumentId, SeenVersion, Proof), ct), ct);

    public async Task<IActionResult> OnPostReturn(CancellationToken ct) =>
        await After("return", await cases.Send(new ReturnDocument(DocumentId, SeenVersion, Reason), ct), ct);

    public async Task<IActionResult> OnPostRefuse(CancellationToken ct) =>
        await After("refuse", await cases.Send(new RefuseDocument(DocumentId, SeenVersion, Reason), ct), ct);

    public async Task<IActionResult> OnPostWithdraw(CancellationToken ct) =>
        await After("withdraw", await cases.Send(new WithdrawDocument(DocumentId), ct), ct);

    public async Task<IActionResult> OnPostCancel(CancellationToken ct) =>
        await After("cancel", await cases.Send(new CancelDocument(DocumentId, Reason), ct), ct);

    public async Task<IActionResult> OnPostClaim(CancellationToken ct) =>
        await After("claim", await cases.Send(new ClaimStep(DocumentId), ct), ct);

    public async Task<IActionResult> OnPostRecuse(CancellationToken ct) =>
        await After("recuse", await cases.Send(new RecuseInspector(DocumentId, Reason), ct), ct);

    public async Task<IActionResult> OnPostObject(string? article, string? lines, CancellationToken ct) =>
        await After("object", await cases.Send(new RaiseObjection(DocumentId, Reason, article, lines), ct), ct);

    public async Task<IActionResult> OnPostAnswerObjection(string? answer, CancellationToken ct) =>
        await After("answer-objection", await cases.Send(new AnswerObjection(DocumentId, answer), ct), ct);

    public async Task<IActionResult> OnPostWithdrawObjection(CancellationToken ct) =>
        await After("withdraw-objection", await cases.Send(new WithdrawObjection(DocumentId), ct), ct);

    public async Task<IActionResult> OnPostMaintainObjection(CancellationToken ct) =>
        await After("maintain-objection", await cases.Send(new MaintainObjection(DocumentId), ct), ct);

    public async Task<IActionResult> OnPostTakeResponsibility(string? legalBasis, CancellationToken ct) =>
        await After("take-responsibility", await cases.Send(new TakeResponsibility(DocumentId, legalBasis), ct), ct);

    /// <summary>Takes in files and attaches them; a refused file leaves nothing attached.</summary>
    public async Task<IActionResult> OnPostAttach(IFormFileCollection file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        // Seen first: whoever may not see the document must not fill the vault.
        if (await Show(null, ct) is { } unseen) return unseen;
        return await After("attach", await files.Attach(DocumentId, file, ct), ct);
    }

    public async Task<IActionResult> OnPostDetach(Guid attachment, CancellationToken ct) =>
        await After("detach", await cases.Send(new DetachFile(DocumentId, attachment), ct), ct);

    /// <summary>Done: says so and tells whose turn it is, on this page or with the next document. Refused: the page again, with what was typed and why not.</summary>
    private async Task<IActionResult> After(string act, Result outcome, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            var view = await cases.Ask(new ReadDocument(DocumentId), ct);
            this.Confirm(view.Succeeded ? notices.Done(act, view.Value.Sheet) : new ConfirmationView(texts[$"document.done-{act}"]));
            if (!view.Succeeded) return RedirectToPage("/Inbox/Index");
            return Redirect(HandsOn.Contains(act) ? InboxAddress.After(DocumentId) : $"/documents/{Id}");
        }

        // A refusal without a field of its own stands above the page even when it is a matter of post or turn.
        if (await Show(outcome.Refusal.Kind == RefusalKind.Stale ? SeenVersion : null, ct) is { } unseen) return unseen;
        var result = (PageResult)this.Refuse([.. outcome.Refusals.Select(r => r with { Kind = RefusalKind.Rule })]);
        result.StatusCode = ErrorOutcome.StatusOf(outcome.Refusal.Kind);
        return result;
    }

    /// <summary>Reads the document for this reader; a result when he has nothing to see.</summary>
    private async Task<IActionResult?> Show(int? seenBefore, CancellationToken ct)
    {
        var shown = await reading.Of(DocumentId, seenBefore, Url, ct);
        if (!shown.Succeeded) return this.Refuse(shown.Refusals);
        Shown = shown.Value;
        return null;
    }
}
