using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Rewrites the requester's own draft whole.</summary>
[Authorize]
public sealed class PurchaseRequestEditModel(IUseCases cases, ITexts texts, ReaderFormat format) : PurchaseRequestForm(cases, texts)
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
        if (!read.Value.Acts.Edit || read.Value.Body is not PurchaseRequestView request) return Redirect($"/documents/{Id}");

        SeenVersion = read.Value.Sheet.ContentVersion;
        Purpose = request.Purpose;
        DeliveryPlace = request.DeliveryPlace;
        Store = request.StoreId?.Value;
        NeededBy = request.NeededBy;
        Origin = request.Origin;
        OriginReason = request.OriginReason;
        Urgency = request.Urgency;
        UrgencyNote = request.UrgencyNote;
        Lines = [.. request.Lines.Select(Typed)];
        return await Again(ct);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Pressed()) return await Again(ct);
        if (await Read(ct) is not { } input) return await Again(ct);

        var edited = await Cases.Send(new EditPurchaseRequest(new DocumentId(Id), SeenVersion, input.Head, input.Lines), ct);
        return edited.Succeeded ? await GoOn(new DocumentId(Id), ct) : await Refused(edited.Refusals, input, ct);
    }

    private TypedNeed Typed(PurchaseRequestLineView line) => new()
    {
        Id = line.GoodsRequestLine,
        Item = line.Item is null ? line.Description : line.ItemCode,
        Kind = line.Item is null ? line.Kind.ToString() : null,
        Quantity = format.Quantity(line.Quantity),
        Unit = line.Item is null ? line.UnitName : null,
        Estimate = line.UnitEstimate.IsZero ? null : format.Rials(line.UnitEstimate),
        Basis = line.Basis.ToString(),
        BasisNote = line.BasisNote,
        Specification = line.SpecificationText,
    };
}
