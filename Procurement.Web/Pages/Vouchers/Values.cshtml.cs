using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers.ConfirmValue;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>Received goods whose provisional value accounts confirms at the invoice's; never whoever keeps the store.</summary>
[Authorize]
public sealed class ValuesModel(IUseCases cases, ITexts texts) : VoucherPage(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public Guid Receipt { get; set; }

    [BindProperty]
    public Guid Line { get; set; }

    public ProvisionalPage Waiting { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var confirmed = await Cases.Send(new ConfirmValue(new DocumentId(Receipt), [Line]), ct);
        if (confirmed.Succeeded) return GoOn("/vouchers/values", "value-confirmation.confirmed");
        return await Show(ct) ?? Refused(confirmed.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var waiting = await Cases.Ask(new ListProvisional(After), ct);
        if (!waiting.Succeeded) return this.Refuse(waiting.Refusals);
        Waiting = waiting.Value;
        return null;
    }
}
