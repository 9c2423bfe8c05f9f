using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Suppliers;

/// <summary>The form of a supplier: empty to register one, filled to correct one.</summary>
[Authorize]
public sealed class EditModel(IUseCases cases, ITexts texts) : PageModel
{
    /// <summary>The supplier to correct; null to register a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public long? SeenVersion { get; set; }

    [BindProperty]
    public SupplierKind? Kind { get; set; }

    [BindProperty]
    public string? Identifier { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? EconomicCode { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    private SupplierDetails Details => new(Name, NameEn, EconomicCode, Address, Phone);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (Id is not { } id) return Page();
        var card = await cases.Ask(new ReadSupplier(new SupplierId(id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);

        SeenVersion = card.Value.Version;
        (Name, NameEn, EconomicCode) = (card.Value.Name, card.Value.NameEn, card.Value.EconomicCode);
        (Address, Phone) = (card.Value.Address, card.Value.Phone);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        return Id is { } id ? await Correct(new SupplierId(id), ct) : await Register(ct);
    }

    private async Task<IActionResult> Register(CancellationToken ct)
    {
        if (Kind is not { } kind) return this.Refuse([Refusal.Invalid("catalogue.supplier-kind-missing").At(nameof(Kind))]);
        var registered = await cases.Send(new RegisterSupplier(kind, Identifier, Details), ct);
        if (!registered.Succeeded) return this.Refuse([.. registered.Refusals.Select(AtIdentifier)]);

        this.Confirm(new ConfirmationView(texts["catalogue.supplier-registered"], Next: texts["catalogue.supplier-registered-next"]));
        return RedirectToPage("/Catalogue/Suppliers/Card", new { id = registered.Value.Value });
    }

    private async Task<IActionResult> Correct(SupplierId id, CancellationToken ct)
    {
        var corrected = await cases.Send(new CorrectSupplier(id, SeenVersion ?? 0, Details), ct);
        if (!corrected.Succeeded) return this.Refuse(corrected.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage("/Catalogue/Suppliers/Card", new { id = id.Value });
    }

    /// <summary>One field on the form takes whichever identifier the kind has.</summary>
    private static Refusal AtIdentifier(Refusal refusal) =>
        refusal.Field is nameof(Supplier.LegalId) or nameof(Supplier.NationalId) ? refusal.At(nameof(Identifier)) : refusal;
}
