using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests.DraftPurchaseRequest;
using Procurement.Application.Requests.StartPurchaseRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Writes a new purchase request: from nothing, or for what a goods request's store lacks.</summary>
[Authorize]
public sealed class PurchaseRequestNewModel(IUseCases cases, ITexts texts, ReaderFormat format, MakersSignature signature) : PurchaseRequestForm(cases, texts)
{
    /// <summary>The goods request whose missing goods are bought.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    /// <summary>Everything missing is asked for already; the request that does.</summary>
    public DocumentId? AskedAlready { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartPurchaseRequest(From is { } id ? new DocumentId(id) : null), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        if (From is null) return await Again(ct, start.Value);

        if (start.Value.Lines.Count == 0)
        {
            if (start.Value.Asked.Count == 0) return Redirect($"/documents/{From}");
            AskedAlready = start.Value.Asked[^1];
            return Page();
        }

        Purpose = start.Value.Purpose;
        Store = start.Value.Store?.Value;
        DeliveryPlace = start.Value.DeliveryPlace;
        NeededBy = start.Value.NeededBy;
        Lines = [.. start.Value.Lines.Select(l => new TypedNeed { Id = l.GoodsRequestLine, Item = l.Code, Quantity = format.Quantity(l.Quantity) })];
        return await Again(ct, start.Value);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Pressed()) return await Again(ct);
        if (await Read(ct) is not { } input) return await Again(ct);

        var drafted = await Cases.Send(new DraftPurchaseRequest(input.Head, input.Lines, From is { } id ? new DocumentId(id) : null), ct);
        if (!drafted.Succeeded) return await Refused(drafted.Refusals, input, ct);

        if (await FirstOpenLine(drafted.Value, ct) is not null) return await GoOn(drafted.Value, ct);

        // A name that was completed to an item may not be the one he meant: he sees it before he signs.
        var saved = new ConfirmationView(Texts["purchase-request.saved"], Next: Texts["purchase-request.saved-next"]);
        return input.IsLiteral ? await signature.GoOn(this, drafted.Value, saved, ct) : signature.KeepDraft(this, drafted.Value, saved);
    }
}
