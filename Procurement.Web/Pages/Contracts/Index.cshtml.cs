using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Contracts;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Navigation;

namespace Procurement.Web.Pages.Contracts;

/// <summary>Contracts and orders of the reader's units, and awards that wait for their contract.</summary>
[Authorize]
public sealed class IndexModel(IUseCases cases, IVisitor visitor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ContractPage List { get; private set; } = new([], [], null);

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public bool Drafts => visitor.May(ContractsPermissions.Draft);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListContracts(After is { } last ? new DocumentId(last) : null), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        List = page.Value;
        Paging = new PagingView(
            After is null ? null : Url.Page("/Contracts/Index"), List.Next is { } next ? Url.Page("/Contracts/Index", new { After = next.Value }) : null, List.Rows.Count);
        return Page();
    }
}
