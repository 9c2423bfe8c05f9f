using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Domain.Sourcing;
using Procurement.Web.Display;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The buyer drafts the result of his file.</summary>
[Authorize]
public sealed class SourcingDecisionNewModel(IUseCases cases, ITexts texts, ReaderFormat format) : SourcingDecisionForm(cases, texts)
{
    [BindProperty(SupportsGet = true, Name = "file")]
    public Guid FileId { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(SourcingFileId.From(FileId), ct) is { } unseen) return unseen;
        // Whoever may not draft is better served by the file's own page, which says whose turn it is.
        if (FileView is not { IsMine: true, State: SourcingFileState.Open, Decision: null }) return Redirect($"/sourcing/files/{FileId}");

        var lowest = FileView.Prices.FirstOrDefault(p => p.SupplierId is not null);
        Seller = lowest?.Seller;
        InvoiceDate = format.Today;
        Payment = PaymentWay.Voucher;
        Lines = [.. FileView.Lines.Select(l => new TypedDecisionLine
        {
            Line = l.Id, Quantity = l.Quantity.Units, UnitPrice = lowest?.Lines.FirstOrDefault(p => p.FileLine == l.Id)?.UnitPrice.Amount,
        })];
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(SourcingFileId.From(FileId), ct) is { } unseen) return unseen;
        if (await Typed(ct) is not { } form) return Invalid();
        var drafted = await Cases.Send(new DraftDecision(SourcingFileId.From(FileId), form), ct);
        return drafted.Succeeded ? Done($"/documents/{drafted.Value.Value}", "sourcing.decision-drafted", "sourcing.decision-drafted-next") : RefusedHere(drafted.Refusals);
    }
}
