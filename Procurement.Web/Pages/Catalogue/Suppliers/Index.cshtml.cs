using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Sheets;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Suppliers;

/// <summary>The register of suppliers, searched and filtered (فهرست تأمین‌کنندگان).</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Blocked { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Withdrawn { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<SupplierRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public bool MayEdit => visitor.May(CataloguePermissions.EditSuppliers);

    public FilterChipsView Chips => new(texts["catalogue.state"], [
        new FilterChip(texts["catalogue.all-suppliers"], null, Here(false, null), !Blocked),
        new FilterChip(texts["catalogue.blocked-only"], null, Here(true, null), Blocked),
    ]);

    public EmptyView Empty => Search is not null || Blocked
        ? new EmptyView(texts["catalogue.nothing-found"], texts["catalogue.nothing-found-guide"])
        : new EmptyView(texts["catalogue.no-suppliers"], texts["catalogue.no-suppliers-guide"])
        {
            ActionLabel = MayEdit ? texts["catalogue.register-supplier"] : null,
            ActionHref = MayEdit ? Url.Page("/Catalogue/Suppliers/Edit") : null,
        };

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListSuppliers(Search, Blocked, Withdrawn, CatalogueWords.ReadCursor(After)), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        Rows = page.Value.Rows;
        Paging = new PagingView(
            After is null ? null : Here(Blocked, null), page.Value.Next is { } next ? Here(Blocked, next) : null, Rows.Count) { Target = "#suppliers" };
        return Page();
    }

    public ExportView Files => new(File(SheetFormat.Workbook), File(SheetFormat.Csv));

    /// <summary>The register as it is filtered, as a file.</summary>
    public Task<IActionResult> OnGetExport(SheetFormat format, CancellationToken ct) => texts.Export<SupplierPage, SupplierRow, NameCursor>(
        this, format, texts["catalogue.suppliers"],
        [
            texts["catalogue.name"], texts["catalogue.name-en"], texts["catalogue.identifier"], texts["catalogue.supplier-kind"], texts["catalogue.phone"],
            texts["catalogue.state"], texts["catalogue.certificate"],
        ],
        after => cases.Ask(new ListSuppliers(Search, Blocked, Withdrawn, after), ct),
        page => (page.Rows, page.Next),
        row =>
        [
            row.Name, row.NameEn, row.Identifier, texts.Of(row.Kind), row.Phone,
            texts[row.IsBlocked ? "catalogue.blocked" : row.IsActive ? "catalogue.in-use" : "catalogue.withdrawn"], row.CertificateEnds,
        ]);

    private string File(SheetFormat format) => Url.Page(
        "/Catalogue/Suppliers/Index", "Export", new { format, q = Search, Blocked = Blocked ? "true" : null, Withdrawn = Withdrawn ? "true" : null })!;

    private string Here(bool blocked, NameCursor? after) => Url.Page("/Catalogue/Suppliers/Index", new
    {
        q = Search, Blocked = blocked ? "true" : null, Withdrawn = Withdrawn ? "true" : null, After = CatalogueWords.Address(after),
    })!;
}
