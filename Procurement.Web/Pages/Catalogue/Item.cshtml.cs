using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.ConvertUnits;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.Units;
using Procurement.Application.Catalogue.WithdrawItem;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue;

/// <summary>The card of an item: what it is, its units, its specification template with every version (شناسنامه کالا).</summary>
[Authorize]
public sealed class ItemModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version of the template to show; null for the one in force.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Template { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public long? Numerator { get; set; }

    [BindProperty]
    public long? Denominator { get; set; }

    public ItemCard Card { get; private set; } = null!;

    public IReadOnlyList<UnitCard> Units { get; private set; } = [];

    public TemplateCard? ShownTemplate => Template is { } version ? Card.Templates.FirstOrDefault(t => t.TemplateVersion == version) : Card.TemplateInForce;

    public bool MayEdit => visitor.May(CataloguePermissions.EditItems);

    public bool MayPublish => visitor.May(CataloguePermissions.EditTemplates) && Card.IsActive;

    public FactsView Facts => new([
        new Fact(texts["catalogue.kind"], texts.Of(Card.Kind)),
        new Fact(texts["catalogue.property-class"], Card.Class is { } c ? texts.Of(c) : null),
        new Fact(texts["catalogue.group"], string.Join(" › ", Card.CategoryPath.Select(n => texts.Named(n.Name, n.NameEn)))) { IsWide = true },
        new Fact(texts["catalogue.base-unit"], texts.Named(Card.BaseUnit.Name, Card.BaseUnit.NameEn)),
        new Fact(texts["catalogue.tracking"], Tracking()),
        new Fact(texts["catalogue.stock-levels"], Levels()),
        new Fact(texts["catalogue.expert-check"], texts[Card.NeedsExpertCheck ? "catalogue.yes" : "catalogue.no"]),
        new Fact(texts["catalogue.iran-code"], Card.IranCode) { IsCode = true },
        new Fact(texts["catalogue.goods-service-id"], Card.GoodsServiceId) { IsCode = true },
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Load(ct) ?? Page();

    public async Task<IActionResult> OnPostConvert(CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        if (!ModelState.IsValid) return Page();
        return await Do(new ConvertUnits(new ItemId(Id), Unit, Numerator ?? 0, Denominator ?? 1), ct);
    }

    public Task<IActionResult> OnPostDropConversion(string? dropped, CancellationToken ct) => LoadAndDo(new DropConversion(new ItemId(Id), dropped), ct);

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => LoadAndDo(new WithdrawItem(new ItemId(Id)), ct);

    public Task<IActionResult> OnPostReinstate(CancellationToken ct) => LoadAndDo(new ReinstateItem(new ItemId(Id)), ct);

    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        var card = await cases.Ask(new ReadItem(new ItemId(Id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);
        Card = card.Value;
        if (await cases.Ask(new ListUnits(), ct) is { Succeeded: true } units) Units = units.Value;
        return null;
    }

    private async Task<IActionResult> LoadAndDo(ICommand<Result> command, CancellationToken ct) => await Load(ct) ?? await Do(command, ct);

    private async Task<IActionResult> Do(ICommand<Result> command, CancellationToken ct)
    {
        var done = await cases.Send(command, ct);
        if (!done.Succeeded) return this.Refuse(done.Refusals);

        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage(new { Id });
    }

    private string Tracking()
    {
        List<string> tracked = [];
        if (Card.Tracking.Lot) tracked.Add(texts["catalogue.tracks-lot"]);
        if (Card.Tracking.Expiry) tracked.Add(texts["catalogue.tracks-expiry"]);
        if (Card.Tracking.Serial) tracked.Add(texts["catalogue.tracks-serial"]);
        return string.Join(texts["catalogue.list-comma"], tracked);
    }

    private string? Levels() => (Card.MinStock, Card.ReorderPoint, Card.MaxStock) is (null, null, null)
        ? null
        : texts["catalogue.levels", Level(Card.MinStock), Level(Card.ReorderPoint), Level(Card.MaxStock)];

    private static object Level(Quantity? level) => level is { } given ? given : "—";
}
