using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Warehousing;

/// <summary>The stores of the reader's units.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? AfterKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AfterId { get; set; }

    public IReadOnlyList<StoreRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public bool MayOpen => visitor.May(WarehousingPermissions.ManageStores);

    public EmptyView Empty => string.IsNullOrWhiteSpace(Search)
        ? new EmptyView(texts["warehousing.no-stores"], texts["warehousing.no-stores-guide"])
        {
            ActionLabel = MayOpen ? texts["warehousing.open-store"] : null,
            ActionHref = MayOpen ? Url.Page("/Warehousing/OpenStore") : null,
        }
        : new EmptyView(texts["warehousing.nothing-found"], texts["warehousing.nothing-found-guide"]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var after = AfterKey is { } key && AfterId is { } id ? new StockCursor(key, id) : null;
        var found = await cases.Ask(new ListStores(Search, WithClosed: MayOpen, after), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        Rows = found.Value.Rows;
        Paging = new PagingView(
            after is null ? null : Url.Page("/Warehousing/Index", new { Search }),
            found.Value.Next is { } next ? Url.Page("/Warehousing/Index", new { Search, AfterKey = next.SortKey, AfterId = next.Id }) : null,
            Rows.Count);
        return Page();
    }
}
