using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.DraftImprestSettlement;
using Procurement.Application.Vouchers.StartImprestSettlement;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>The buyer chooses the purchases he accounts for.</summary>
[Authorize]
public sealed class ImprestSettlementNewModel(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty]
    public List<Guid> Purchases { get; set; } = [];

    [BindProperty]
    public string? Remark { get; set; }

    public IReadOnlyList<OpenPurchase> Open { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        Purchases = [.. Open.Where(p => !p.Spent.IsZero).Select(p => p.Decision.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var drafted = await Cases.Send(new DraftImprestSettlement([.. Purchases.Select(p => new DocumentId(p))], Remark), ct);
        return drafted.Succeeded ? GoOn(drafted.Value, "imprest-settlement.drafted") : Refused(drafted.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartImprestSettlement(), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Open = start.Value;
        return null;
    }
}
