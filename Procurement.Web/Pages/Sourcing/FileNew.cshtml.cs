using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Requests;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.OpenSourcingFile;
using Procurement.Application.Sourcing.StartSourcingFile;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>Opens a sourcing file over the lines of an approved request and gives it to a buyer.</summary>
[Authorize]
public sealed class FileNewModel(IUseCases cases, ITexts texts) : SourcingForm(cases, texts)
{
    [BindProperty(SupportsGet = true, Name = "request")]
    public Guid RequestId { get; set; }

    /// <summary>Request and line of each picked need.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    [BindProperty]
    public PurchaseMethod? Method { get; set; }

    [BindProperty]
    public Guid? Buyer { get; set; }

    public SourcingFileStart Start { get; private set; } = null!;

    /// <summary>Every method: one that the class does not allow is refused with its article, which says more than its absence.</summary>
    public IEnumerable<SelectListItem> Methods => Enum.GetValues<PurchaseMethod>().Select(m => new SelectListItem(Texts.Of(m), m.ToString()));

    public IEnumerable<SelectListItem> Buyers => Start.Buyers.Select(b => new SelectListItem(b.Name, b.Id.Value.ToString()));

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Picked = [.. Start.Lines.Select(l => $"{l.Request.Value}:{l.Line}")];
        Method = Start.Methods.Count > 0 ? Start.Methods[0] : null;
        if (Start.Buyers.Count == 1) Buyer = Start.Buyers[0].Id.Value;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (Method is null) Missing(nameof(Method));
        if (Buyer is null) Missing(nameof(Buyer));
        if (!ModelState.IsValid) return Invalid();

        var opened = await Cases.Send(new OpenSourcingFile([.. Picked.Select(Need).OfType<NeedToBuy>()], Method!.Value, new PersonId(Buyer!.Value)), ct);
        return opened.Succeeded ? Done($"/sourcing/files/{opened.Value.Value}", "sourcing.file-opened", "sourcing.file-opened-next") : Refused(opened.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartSourcingFile(new DocumentId(RequestId)), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals) is StatusCodeResult gone ? gone : Redirect($"/documents/{RequestId}");
        Start = start.Value;
        return null;
    }

    private static NeedToBuy? Need(string picked) =>
        picked.Split(':') is [var request, var line] && Guid.TryParse(request, out var r) && Guid.TryParse(line, out var l) ? new NeedToBuy(new DocumentId(r), l) : null;
}

/// <summary>Needs to pick from, in one table.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="Needs">The needs.</param>
/// <param name="Picked">Request and line of those picked.</param>
public sealed record NeedsToPick(string Caption, IReadOnlyList<NeedToChoose> Needs, IReadOnlyCollection<string> Picked);

/// <summary>From an approved purchase request: open the file through which it is bought.</summary>
internal sealed class PurchaseRequestToSourcing(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => "purchase-request";

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Sheet.State != DocumentState.InEffect || !visitor.May(SourcingPermissions.Open)) yield break;
        if (view.Body is PurchaseRequestView { Lines: var lines } && lines.Any(l => !l.IsTakenUp))
        {
            yield return new DocumentAction(texts["sourcing.open-file"], "")
            {
                IsMain = true, Anchor = "source", Href = url.Page("/Sourcing/FileNew", new { request = view.Sheet.Id.Value }),
            };
        }
    }
}
