using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Lists;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Requests;

/// <summary>Purchase requests the reader may see, newest first: what is bought for whom, until when, and where it stands.</summary>
[Authorize]
public sealed class PurchasesModel(IUseCases cases, ITexts texts) : PageModel
{
    public const string Target = "purchases";

    [BindProperty(SupportsGet = true)]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Urgent { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public PurchaseRequestPage List { get; private set; } = null!;

    public FilterChipsView Chips { get; private set; } = null!;

    public PagingView Paging { get; private set; } = null!;

    public bool IsFiltered => State is not null || Urgent || !string.IsNullOrWhiteSpace(Text);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var page = await cases.Ask(new ListPurchaseRequests(State, Text, After is { } last ? new DocumentId(last) : null, Urgent), ct);
        if (!page.Succeeded) return this.Refuse(page.Refusals);

        List = page.Value;
        Chips = new FilterChipsView(texts["inbox.state"],
        [
            new FilterChip(texts["inbox.all"], List.Counts.Values.Sum(), Address(null, false, null), State is null && !Urgent),
            .. List.Counts.OrderBy(c => c.Key).Select(c => new FilterChip(texts.Of(c.Key), c.Value, Address(c.Key, false, null), State == c.Key)),
            new FilterChip(texts["purchase-request.urgent"], List.UrgentCount, Address(null, true, null), Urgent),
        ], "#" + Target);
        Paging = new PagingView(After is null ? null : Address(State, Urgent, null), List.Next is { } next ? Address(State, Urgent, next) : null, List.Rows.Count) { Target = "#" + Target };
        return Page();
    }

    private string Address(DocumentState? state, bool urgent, DocumentId? after) =>
        Url.Page("/Requests/Purchases", new { State = state, Urgent = urgent ? "true" : null, Text, After = after?.Value })!;
}
