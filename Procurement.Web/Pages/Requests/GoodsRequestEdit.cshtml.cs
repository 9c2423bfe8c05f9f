using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests;
using Procurement.Application.Requests.EditGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Rewrites the requester's own draft.</summary>
[Authorize]
public sealed class GoodsRequestEditModel(IUseCases cases, ITexts texts, ReaderFormat format) : GoodsRequestForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the form was filled from; another one is not overwritten.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadDocument(new DocumentId(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        // Whoever may not edit is better served by the document's own page, which says why.
        if (!read.Value.Acts.Edit || read.Value.Body is not GoodsRequestView request) return Redirect($"/documents/{Id}");

        SeenVersion = read.Value.Sheet.ContentVersion;
        Store = request.Store.Value;
        Purpose = request.Purpose;
        NeededBy = request.NeededBy;
        Lines = [.. request.Lines.Select(l => new TypedLine { Item = l.Code, Quantity = format.Quantity(l.Quantity), Remark = l.Remark })];
        return await Again(ct);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Pressed()) return await Again(ct);
        if (await Read(ct) is not { } input) return await Again(ct);

        var edited = await Cases.Send(new EditGoodsRequest(new DocumentId(Id), SeenVersion, input.Store, Purpose, input.NeededBy, input.Lines), ct);
        if (!edited.Succeeded) return await Refused(edited.Refusals, input, ct);

        this.Confirm(new ConfirmationView(Texts["goods-request.saved"], Next: Texts["goods-request.saved-next"]));
        return Redirect($"/documents/{Id}");
    }
}
