using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.SendBackGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Drafts the return of refused goods to whoever sent them.</summary>
[Authorize]
public sealed class ReturnToSupplierNewModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Conformance { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Carrier { get; set; }

    [BindProperty]
    public List<TypedQuantity> Lines { get; set; } = [];

    public EnteringStart Start { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Reason = string.Join("؛ ", Start.Refused.Select(r => r.Reason).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal));
        Lines = [.. Start.Refused.Select(r => new TypedQuantity { LineId = r.ConformanceLine, Quantity = r.Left.Units })];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var drafted = await Cases.Send(
            new SendBackGoods(
                new DocumentId(Conformance), Reason, Carrier, [.. Lines.Where(l => l.Quantity is > 0).Select(l => new LineQuantity(l.LineId, l.Quantity!.Value))]), ct);
        return drafted.Succeeded ? GoOn(drafted.Value, "return-to-supplier.drafted", "return-to-supplier.drafted-next") : Refused(drafted.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartEntering(new DocumentId(Conformance)), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}
