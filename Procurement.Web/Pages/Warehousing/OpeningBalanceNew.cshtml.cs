using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.DraftOpeningBalance;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>Drafts the first count of a store.</summary>
[Authorize]
public sealed class OpeningBalanceNewModel(IUseCases cases, ITexts texts, ReaderFormat format) : OpeningFormPage(cases, texts, format)
{
    private readonly ReaderFormat _format = format;

    [BindProperty(SupportsGet = true)]
    public Guid Store { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        CountedOn = _format.Today;
        Fill([]);
        return await Draw(StoreId.From(Store), ct) is { Count: > 0 } refusals ? this.Refuse(refusals) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (LineGridPress.In(Request.Form) is { } press)
        {
            ModelState.Clear();
            press.ApplyTo(Lines, () => new OpeningLineTyped());
            return await Again(ct);
        }

        if (!ModelState.IsValid) return await Again(ct);
        var lines = TypedLines();
        var drafted = await Cases.Send(new DraftOpeningBalance(StoreId.From(Store), CountedOn ?? _format.Today, Basis, lines), ct);
        if (!drafted.Succeeded)
            return await Draw(StoreId.From(Store), ct) is { Count: > 0 } hidden ? this.Refuse(hidden) : this.Refuse(drafted.Refusals);

        this.Confirm(new ConfirmationView(Texts["warehousing.opening-drafted"], Next: Texts["warehousing.opening-drafted-next"]));
        return Redirect($"/documents/{drafted.Value.Value}");
    }

    private async Task<IActionResult> Again(CancellationToken ct) =>
        await Draw(StoreId.From(Store), ct) is { Count: > 0 } refusals ? this.Refuse(refusals) : Page();
}
