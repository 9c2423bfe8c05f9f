using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Groups;

/// <summary>The tree of item groups with the controls each carries (گروه‌های کالا).</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, ITexts texts, IVisitor visitor) : PageModel
{
    public CategoryTree Tree { get; private set; } = new([]);

    public bool MayEdit => visitor.May(CataloguePermissions.EditGroups);

    public EmptyView Empty => new(texts["catalogue.no-groups"], texts["catalogue.no-groups-guide"])
    {
        ActionLabel = MayEdit ? texts["catalogue.open-group"] : null,
        ActionHref = MayEdit ? Url.Page("/Catalogue/Groups/Edit") : null,
    };

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var tree = await cases.Ask(new ReadCategories(), ct);
        if (!tree.Succeeded) return this.Refuse(tree.Refusals);

        Tree = tree.Value;
        return Page();
    }
}
