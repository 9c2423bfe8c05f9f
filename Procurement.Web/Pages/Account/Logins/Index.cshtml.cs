using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;

namespace Procurement.Web.Pages.Account.Logins;

/// <summary>Staff and their logins, for the administrator.</summary>
public sealed class IndexModel(IUseCases cases, CallContext call) : AccountPage(cases, call)
{
    /// <summary>Name or national id.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? AfterKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AfterId { get; set; }

    public IReadOnlyList<LoginRow> Rows { get; private set; } = [];

    public PagingView Paging { get; private set; } = new(null, null, 0);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var rows = await Cases.Ask(new ListLogins(Text, AfterKey, AfterId is { } id ? new PersonId(id) : null), cancel);
        if (!rows.Succeeded) return this.Refuse(rows.Refusals);

        Rows = rows.Value;
        var next = Rows.Count == ListLogins.PageSize ? Rows[^1] : null;
        Paging = new PagingView(
            AfterKey is null ? null : Url.Page("/Account/Logins/Index", new { q = Text }),
            next is null ? null : Url.Page("/Account/Logins/Index", new { q = Text, AfterKey = next.SortKey, AfterId = next.PersonId.Value }),
            Rows.Count);
        return Page();
    }
}
