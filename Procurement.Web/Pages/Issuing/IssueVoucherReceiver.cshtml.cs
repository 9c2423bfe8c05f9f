using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Issuing.NameReceiver;
using Procurement.Application.Issuing.ReadyGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The requester, or his manager, names who takes the goods over in his place (control 6.4.c).</summary>
[Authorize]
public sealed class IssueVoucherReceiverModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Substitute { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReadyGoodsView Ready { get; private set; } = null!;

    public IEnumerable<SelectListItem> People => Ready.People.Select(p => new SelectListItem(p.Name, p.Id.Value.ToString()));

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (Substitute is null) ModelState.AddModelError(nameof(Substitute), Texts["forms.required"]);
        if (!ModelState.IsValid) return Unreadable;
        var named = await Cases.Send(new NameReceiver(new DocumentId(Id), new PersonId(Substitute!.Value), Reason), ct);
        return named.Succeeded ? await GoOn(new DocumentId(Id), "issue-delivery.receiver-named", ct) : Refused(named.Refusals);
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var ready = await Cases.Ask(new ReadyGoods(new DocumentId(Id)), ct);
        if (!ready.Succeeded) return this.Refuse(ready.Refusals);
        Ready = ready.Value;
        return Ready.INameReceiver ? null : Redirect($"/documents/{Id}");
    }
}
