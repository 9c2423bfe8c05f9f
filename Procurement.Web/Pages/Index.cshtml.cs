using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages;

/// <summary>The front door: leads each visitor to the first line of his own menu, which for staff is the inbox.</summary>
public sealed class IndexModel(Menu menu) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var groups = await menu.For(currentPage: null, Url, cancel);
        return groups.Count == 0 ? RedirectToPage("/Help/Index") : LocalRedirect(groups[0].Lines[0].Href);
    }
}
