using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Sheets;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>What a store has, item by item.</summary>
[Authorize]
public sealed class StockModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    private const string Target = "#stock";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public StockFilter Only { get; set; } = StockFilter.InStock;

    [BindProperty(SupportsGet = true)]
    public string? AfterKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AfterId { get; set; }

    public StoreView Store { get; private set; } = null!;

    public IReadOnlyList<StockRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public FilterChipsView Chips => new(
        texts["warehousing.filter"],
        [.. Enum.GetValues<StockFilter>().Select(f => new FilterChip(texts.Of(f), null, Address(f, null), f == Only))], Target);

    public bool SeesValues => visitor.May(WarehousingPermissions.ReadValues);

    public EmptyView Empty
    {
        get
        {
            if (Only != StockFilter.InStock || !string.IsNullOrWhiteSpace(Search))
                return new EmptyView(texts["warehousing.nothing-found"], texts["warehousing.nothing-found-guide"]);
            var mayCount = Store is { Own: true, IsActive: true } && visitor.May(WarehousingPermissions.DraftOpening);
            return new EmptyView(texts["warehousing.no-stock"], texts["warehousing.no-stock-guide"])
            {
                ActionLabel = mayCount ? texts["warehousing.opening"] : null,
                ActionHref = mayCount ? Url.Page("/Warehousing/OpeningBalanceNew", new { store = Id }) : null,
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var store = await cases.Ask(new ReadStore(StoreId.From(Id)), ct);
        if (!store.Succeeded) return this.Refuse(store.Refusals);
        Store = store.Value;
        var after = AfterKey is { } key && AfterId is { } id ? new StockCursor(key, id) : null;
        var found = await cases.Ask(new ListStock(StoreId.From(Id), Search, Only, after), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        Rows = found.Value.Rows;
        Paging = new PagingView(
            after is null ? null : Address(Only, null), found.Value.Next is { } next ? Address(Only, next) : null, Rows.Count) { Target = Target };
        return Page();
    }

    public ExportView Files => new(File(SheetFormat.Workbook), File(SheetFormat.Csv));

    /// <summary>The stock as it is filtered, as a file.</summary>
    public async Task<IActionResult> OnGetExport(SheetFormat format, CancellationToken ct)
    {
        var store = await cases.Ask(new ReadStore(StoreId.From(Id)), ct);
        if (!store.Succeeded) return this.Refuse(store.Refusals);
        return await texts.Export<StockPage, StockRow, StockCursor>(
            this, format, texts["warehousing.stock-of", texts.Named(store.Value.Name, store.Value.NameEn)],
            [
                texts["warehousing.code"], texts["warehousing.item"], texts["warehousing.unit-of-measure"], texts["warehousing.on-hand"], texts["warehousing.reserved"],
                texts["warehousing.available"], texts["warehousing.staged"], texts["warehousing.waiting"],
            ],
            after => cases.Ask(new ListStock(StoreId.From(Id), Search, Only, after), ct),
            page => (page.Rows, page.Next),
            row =>
            [
                row.Code, texts.Named(row.Name, row.NameEn), texts.Named(row.Unit, row.UnitEn), row.OnHand, row.Reserved, row.Available, row.Staged, row.InQuarantine,
            ]);
    }

    private string File(SheetFormat format) => Url.Page("/Warehousing/Stock", "Export", new { format, id = Id, Search, Only })!;

    private string Address(StockFilter only, StockCursor? after) =>
        Url.Page("/Warehousing/Stock", new { id = Id, Search, Only = only, AfterKey = after?.SortKey, AfterId = after?.Id })!;
}
