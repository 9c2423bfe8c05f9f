using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.EditOpeningBalance;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>Corrects a drafted first count.</summary>
[Authorize]
public sealed class OpeningBalanceEditModel(IUseCases cases, ITexts texts, ReaderFormat format) : OpeningFormPage(cases, texts, format)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the form was drawn from; another one is refused.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public Guid Store { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await Cases.Ask(new ReadDocument(DocumentId.From(Id)), ct);
        if (!read.Succeeded) return this.Refuse(read.Refusals);
        if (read.Value is not { Body: OpeningBalanceView body, Acts.Edit: true }) return NotFound();

        (SeenVersion, Store, CountedOn, Basis) = (read.Value.Sheet.ContentVersion, body.Store.Value, body.CountedOn, body.Basis);
        Fill(body.Lines);
        return await Again(ct);
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
        var edited = await Cases.Send(new EditOpeningBalance(DocumentId.From(Id), SeenVersion, CountedOn ?? default, Basis, lines), ct);
        if (!edited.Succeeded)
            return await Draw(StoreId.From(Store), ct) is { Count: > 0 } hidden ? this.Refuse(hidden) : this.Refuse(edited.Refusals);

        this.Confirm(new ConfirmationView(Texts["warehousing.opening-drafted"], Next: Texts["warehousing.opening-drafted-next"]));
        return Redirect($"/documents/{Id}");
    }

    private async Task<IActionResult> Again(CancellationToken ct) =>
        await Draw(StoreId.From(Store), ct) is { Count: > 0 } refusals ? this.Refuse(refusals) : Page();
}
