using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Identity;
using Procurement.Application.Shared.Ports;

namespace Procurement.Web.Pages.Account;

/// <summary>Shows what was typed into a form whose session was over, and sends it again when its owner says so.</summary>
public sealed class ResumeModel(IFormStash stash, CallContext call) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "form")]
    public string? FormId { get; set; }

    /// <summary>The form; null when it is not this visitor's, or gone.</summary>
    public StashedForm? Form { get; private set; }

    /// <summary>What is worth showing: values people typed.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        Form?.Fields.Where(typed => typed.Value.Trim().Length > 0 && !typed.Key.StartsWith('_')) ?? [];

    public async Task OnGet(CancellationToken cancel) =>
        Form = Guid.TryParse(FormId, out var id) && call.Person is { } person ? await stash.Find(id, person, cancel) : null;

    public async Task<IActionResult> OnPostDiscard(CancellationToken cancel)
    {
        if (Guid.TryParse(FormId, out var id) && call.Person is { } person && await stash.Find(id, person, cancel) is not null) await stash.Remove(id, cancel);
        return LocalRedirect("~/");
    }
}
