using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.CloseGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>The requester gives up what he has not received yet.</summary>
[Authorize]
public sealed class GoodsRequestCloseModel(IUseCases cases, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        return read.Succeeded ? Page() : this.Refuse(read.Refusals);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var closed = await cases.Send(new CloseGoodsRequest(new DocumentId(Id), Reason), ct);
        if (!closed.Succeeded) return this.Refuse(closed.Refusals);

        this.Confirm(new ConfirmationView(texts["goods-request.closed"]));
        return Redirect($"/documents/{Id}");
    }
}

/// <summary>What can be done with a goods request beside the shared acts: buy what is missing, give up the rest.</summary>
internal sealed class GoodsRequestActions(ITexts texts, CallContext call) : IFurtherActions
{
    public string Kind => "goods-request";

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        var sheet = view.Sheet;
        if (sheet.State != DocumentState.InEffect) yield break;

        var missing = view.Body is Application.Requests.GoodsRequestView { Lines: var lines } && lines.Any(l => l.Missing is { IsZero: false });
        if (missing && url.Page("/Requests/PurchaseRequestNew", new { from = sheet.Id.Value }) is { } buy)
            yield return new DocumentAction(texts["goods-request.buy-missing"], "") { Anchor = "buy", Href = buy, IsMain = true };
        if (call.Person == sheet.OwnerId) yield return new DocumentAction(texts["goods-request.close"], "") { Anchor = "close", Href = url.Page("/Requests/GoodsRequestClose", new { id = sheet.Id.Value }) };
    }
}
