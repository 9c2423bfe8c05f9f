using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Imports;
using Procurement.Application.Imports.ListImports;
using Procurement.Application.Shared.Messaging;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Imports;

/// <summary>What the reader may bring in from a file (ورود از فایل).</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases) : PageModel
{
    public IReadOnlyList<ImportDefinition> Imports { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var found = await cases.Ask(new ListImports(), ct);
        if (!found.Succeeded) return this.Refuse(found.Refusals);

        Imports = found.Value;
        return Page();
    }
}
