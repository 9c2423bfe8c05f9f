using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Puts the goods of a drafted receipt elsewhere, or more or less of them on it.</summary>
[Authorize]
public sealed class GoodsReceiptEditModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public List<TypedShelf> Lines { get; set; } = [];

    public EnteringStart Start { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: GoodsReceiptView receipt } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");
        if (await Show(receipt.ConformanceId, ct) is { } unseen) return unseen;

        SeenVersion = view.Sheet.ContentVersion;
        Lines =
        [
            .. receipt.Lines.Select(l => new TypedShelf
            {
                ConformanceLine = l.ConformanceLine, AtCut = l.IsPriceCut, Quantity = l.Quantity.Units, Bin = l.Bin.Value, DeedUnitValue = l.UnitPrice,
            }),
        ];
        Lines.AddRange(Start.Accepted.Where(a => !Lines.Exists(l => (l.ConformanceLine, l.AtCut) == (a.ConformanceLine, a.AtCut)))
            .Select(a => new TypedShelf { ConformanceLine = a.ConformanceLine, AtCut = a.AtCut }));
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: GoodsReceiptView receipt }) return NotFound();
        if (await Show(receipt.ConformanceId, ct) is { } unseen) return unseen;
        TypedShelf.CheckPlaces(Lines, Missing);
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };

        var sent = Lines.Select((line, place) => (line, place)).Where(l => l.line.Quantity is > 0).ToList();
        var arranged = await Cases.Send(new RearrangeGoods(new DocumentId(Id), SeenVersion, [.. sent.Select(l => l.line.ToForm())]), ct);
        return arranged.Succeeded
            ? GoOn(new DocumentId(Id), "goods-receipt.rearranged")
            : Refused([.. arranged.Refusals.Select(r => TypedShelf.Placed(r, [.. sent.Select(l => l.place)]))]);
    }

    private async Task<IActionResult?> Show(DocumentId conformance, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartEntering(conformance), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }
}
