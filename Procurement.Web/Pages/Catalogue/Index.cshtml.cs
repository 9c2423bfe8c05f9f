using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Sheets;
using Procurement.Domain.Catalogue;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue;

/// <summary>The list of items, searched and filtered (فهرست اقلام).</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public ItemKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Withdrawn { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ItemRow> Rows { get; private set; } = [];

    public CategoryTree Tree { get; private set; } = new([]);

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public bool MayEdit => visitor.May(CataloguePermissions.EditItems);

    public FilterChipsView Chips => new(texts["catalogue.kind"], [
        new FilterChip(texts["catalogue.all-kinds"], null, Here(null, null), Kind is null),
        .. Enum.GetValues<ItemKind>().Select(kind => new FilterChip(texts.Of(kind), null, Here(kind, null), Kind == kind)),
    ]);

    public EmptyView Empty => IsFiltered
        ? new EmptyView(texts["catalogue.nothing-found"], texts["catalogue.nothing-found-guide"])
        : new EmptyView(texts["catalogue.no-items"], texts["catalogue.no-items-guide"])
        {
            ActionLabel = MayEdit ? texts["catalogue.enter-item"] : null,
            ActionHref = MayEdit ? Url.Page("/Catalogue/EditItem") : null,
        };

    private bool IsFiltered => Search is not null || Group is not null || Kind is not null;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var tree = await cases.Ask(new ReadCategories(), ct);
        if (!tree.Succeeded) return this.Refuse(tree.Refusals);
        var page = await cases.Ask(
            new ListItems(Search, Group is { } group ? new CategoryId(group) : null, Kind, Withdrawn, CatalogueWords.ReadCursor(After)), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        Tree = tree.Value;
        Rows = page.Value.Rows;
        Paging = new PagingView(After is null ? null : Here(Kind, null), page.Value.Next is { } next ? Here(Kind, next) : null, Rows.Count) { Target = "#items" };
        return Page();
    }

    public ExportView Files => new(File(SheetFormat.Workbook), File(SheetFormat.Csv));

    /// <summary>The list as it is filtered, as a file.</summary>
    public Task<IActionResult> OnGetExport(SheetFormat format, CancellationToken ct) => texts.Export<ItemPage, ItemRow, NameCursor>(
        this, format, texts["catalogue.items"],
        [
            texts["catalogue.code"], texts["catalogue.name"], texts["catalogue.name-en"], texts["catalogue.group"], texts["catalogue.base-unit"], texts["catalogue.kind"],
            texts["catalogue.property-class"], texts["catalogue.state"],
        ],
        after => cases.Ask(new ListItems(Search, Group is { } group ? new CategoryId(group) : null, Kind, Withdrawn, after), ct),
        page => (page.Rows, page.Next),
        row =>
        [
            row.Code, row.Name, row.NameEn, texts.Named(row.Category, row.CategoryEn), texts.Named(row.Unit, row.UnitEn), texts.Of(row.Kind),
            row.Class is { } c ? texts.Of(c) : null, texts[row.IsActive ? "catalogue.in-use" : "catalogue.withdrawn"],
        ]);

    private string File(SheetFormat format) => Url.Page(
        "/Catalogue/Index", "Export", new { format, q = Search, Group, Kind, Withdrawn = Withdrawn ? "true" : null })!;

    private string Here(ItemKind? kind, NameCursor? after) => Url.Page(
        "/Catalogue/Index",
        new { q = Search, Group, Kind = kind, Withdrawn = Withdrawn ? "true" : null, After = CatalogueWords.Address(after) })!;
}
