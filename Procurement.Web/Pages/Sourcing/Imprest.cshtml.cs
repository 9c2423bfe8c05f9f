using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Sourcing.ReadImprest;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Sourcing;

/// <summary>The buyer's own imprest book.</summary>
[Authorize]
public sealed class ImprestModel(IUseCases cases) : PageModel
{
    public ImprestView Book { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var book = await cases.Ask(new ReadImprest(), ct);
        if (!book.Succeeded) return this.Refuse(book.Refusals);
        Book = book.Value;
        return Page();
    }
}
