using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Writes a new goods request; it stays the requester's draft until he submits it from its page.</summary>
[Authorize]
public sealed class GoodsRequestNewModel(IUseCases cases, ITexts texts, MakersSignature signature) : GoodsRequestForm(cases, texts)
{
    public Task<IActionResult> OnGet(CancellationToken ct) => Again(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Pressed()) return await Again(ct);
        if (await Read(ct) is not { } input) return await Again(ct);

        var drafted = await Cases.Send(new DraftGoodsRequest(input.Store, Purpose, input.NeededBy, input.Lines), ct);
        if (!drafted.Succeeded) return await Refused(drafted.Refusals, input, ct);

        // A name that was completed to an item may not be the one he meant: he sees it before he signs.
        var saved = new ConfirmationView(Texts["goods-request.saved"], Next: Texts["goods-request.saved-next"]);
        return input.IsLiteral ? await signature.GoOn(this, drafted.Value, saved, ct) : signature.KeepDraft(this, drafted.Value, saved);
    }
}
