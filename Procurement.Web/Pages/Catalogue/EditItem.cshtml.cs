using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.CorrectItem;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.Units;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue;

/// <summary>The form of an item: empty to enter one, filled to correct one.</summary>
[Authorize]
public sealed class EditItemModel(IUseCases cases, ITexts texts) : PageModel
{
    /// <summary>The item to correct; null to enter a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public long? SeenVersion { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public ItemKind? Kind { get; set; }

    [BindProperty]
    public string? BaseUnit { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public Guid? CategoryId { get; set; }

    [BindProperty]
    public PropertyClass? Class { get; set; }

    [BindProperty]
    public bool TracksLot { get; set; }

    [BindProperty]
    public bool TracksSerial { get; set; }

    [BindProperty]
    public bool TracksExpiry { get; set; }

    [BindProperty]
    public decimal? MinStock { get; set; }

    [BindProperty]
    public decimal? ReorderPoint { get; set; }

    [BindProperty]
    public decimal? MaxStock { get; set; }

    [BindProperty]
    public string? IranCode { get; set; }

    [BindProperty]
    public string? GoodsServiceId { get; set; }

    public CategoryTree Tree { get; private set; } = new([]);

    public IReadOnlyList<UnitCard> Units { get; private set; } = [];

    private ItemForm Form => new(
        Name, NameEn, new CategoryId(CategoryId ?? Guid.Empty), Class, TracksLot, TracksSerial, TracksExpiry, MinStock, ReorderPoint, MaxStock, IranCode, GoodsServiceId);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await LoadChoices(ct);
        if (Id is not { } id) return Page();
        var item = await cases.Ask(new ReadItem(new ItemId(id)), ct);
        if (!item.Succeeded) return this.Refuse(item.Refusals);

        Show(item.Value);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        await LoadChoices(ct);
        if (!ModelState.IsValid) return Page();

        return Id is { } id ? await Correct(new ItemId(id), ct) : await Enter(ct);
    }

    private async Task<IActionResult> Enter(CancellationToken ct)
    {
        if (Kind is not { } kind) return this.Refuse([Refusal.Invalid("forms.required").At(nameof(Kind))]);
        var entered = await cases.Send(new EnterItem(Code, kind, BaseUnit, Form), ct);
        if (!entered.Succeeded) return this.Refuse(entered.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.item-entered"], Next: texts["catalogue.item-entered-next"]));
        return RedirectToPage("/Catalogue/Item", new { id = entered.Value.Value });
    }

    private async Task<IActionResult> Correct(ItemId id, CancellationToken ct)
    {
        var corrected = await cases.Send(new CorrectItem(id, SeenVersion ?? 0, Form), ct);
        if (!corrected.Succeeded) return this.Refuse(corrected.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage("/Catalogue/Item", new { id = id.Value });
    }

    private async Task LoadChoices(CancellationToken ct)
    {
        if (await cases.Ask(new ReadCategories(), ct) is { Succeeded: true } tree) Tree = tree.Value;
        if (await cases.Ask(new ListUnits(), ct) is { Succeeded: true } units) Units = units.Value;
    }

    private void Show(ItemCard item)
    {
        SeenVersion = item.Version;
        (Code, Kind, BaseUnit) = (item.Code, item.Kind, item.BaseUnit.Code);
        (Name, NameEn, CategoryId, Class) = (item.Name, item.NameEn, item.CategoryId.Value, item.Class);
        (TracksLot, TracksSerial, TracksExpiry) = item.Tracking;
        (MinStock, ReorderPoint, MaxStock) = (item.MinStock?.Units, item.ReorderPoint?.Units, item.MaxStock?.Units);
        (IranCode, GoodsServiceId) = (item.IranCode, item.GoodsServiceId);
    }
}
