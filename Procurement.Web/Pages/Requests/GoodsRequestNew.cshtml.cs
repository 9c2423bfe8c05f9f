using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Writes a new goods request; it stays the requester's draft until he submits it from its page.</summary>
[Authorize]
public sealed class GoodsRequestNewModel(IUseCases cases, ITexts texts) : GoodsRequestForm(cases, texts)
{
    public Task<IActionResult> OnGet(CancellationToken ct) => Again(ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Pressed()) return await Again(ct);
        if (await Read(ct) is not { } input) return await Again(ct);

        var drafted = await Cases.Send(new DraftGoodsRequest(input.Store, Purpose, input.NeededBy, input.Lines), ct);
        if (!drafted.Succeeded) return await Refused(drafted.Refusals, input, ct);

        this.Confirm(new ConfirmationView(Texts["goods-request.saved"], Next: Texts["goods-request.saved-next"]));
        return Redirect($"/documents/{drafted.Value.Value}");
    }
}
