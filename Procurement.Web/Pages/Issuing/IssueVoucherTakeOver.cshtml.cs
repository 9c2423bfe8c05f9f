using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing.ReadyGoods;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The receiver takes goods over at the counter, with his own identity (control 6.4.a).</summary>
[Authorize]
public sealed class IssueVoucherTakeOverModel(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<TypedTake> Lines { get; set; } = [];

    [BindProperty]
    public string? Proof { get; set; }

    public ReadyGoodsView Ready { get; private set; } = null!;

    public TakeTable Table => new(
        Texts["issue-delivery.take-over"], Texts["issue-delivery.at-the-counter"], Texts["issue-delivery.i-take"],
        [
            .. Ready.Lines.Select(l => new TakeRow(
                l.Line, l.Order, new Goods(l.Name, l.NameEn, l.Code), Texts.Named(l.Unit, l.UnitEn), l.Quantity, l.IsLabelled, l.Pieces) { Proposed = l.Quantity }),
        ]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var (lines, places) = TypedTake.Filled(Lines);
        var taken = await Cases.Send(new TakeOverGoods(new DocumentId(Id), lines, Proof), ct);
        return taken.Succeeded
            ? await GoOn(new DocumentId(Id), "issue-delivery.taken-over", ct)
            : Refused(taken.Refusals.Select(r => Placed(r, nameof(Lines), places)));
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var ready = await Cases.Ask(new ReadyGoods(new DocumentId(Id)), ct);
        if (!ready.Succeeded) return this.Refuse(ready.Refusals);
        Ready = ready.Value;
        return null;
    }
}
