using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Account;

/// <summary>One's own tokens for programs.</summary>
public sealed class TokensModel(IUseCases cases, CallContext call, PermissionTable permissions, IVisitor visitor, ITexts texts) : AccountPage(cases, call)
{
    private const int UsualDays = 90;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    [BindProperty]
    public int Days { get; set; } = UsualDays;

    [BindProperty]
    public string Proof { get; set; } = "";

    public IReadOnlyList<TokenRow> Rows { get; private set; } = [];

    /// <summary>The token just made; shown this once.</summary>
    public string? Made { get; private set; }

    /// <summary>Every permission the visitor has, by capability.</summary>
    public IEnumerable<IGrouping<string, string>> Offered => permissions.Grants.Select(g => g.Permission)
        .Where(p => visitor.May(p) && TokenScopes.Offered(permissions).Contains(p)).GroupBy(TokenScopes.CapabilityOf);

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show([], cancel);

    public async Task<IActionResult> OnPostMake(CancellationToken cancel)
    {
        var made = ModelState.IsValid ? await Cases.Send(new IssueToken(Name ?? "", Scopes, Days, Proof ?? ""), cancel) : null;
        if (made is null) return await Show([], cancel);
        if (!made.Succeeded) return await Show(made.Refusals, cancel);
        Made = made.Value;
        return await Show([], cancel);
    }

    public async Task<IActionResult> OnPostRevoke(Guid id, CancellationToken cancel)
    {
        var revoked = await Cases.Send(new RevokeToken(new ApiTokenId(id)), cancel);
        if (!revoked.Succeeded) return await Show(revoked.Refusals, cancel);

        this.Confirm(new ConfirmationView(texts["identity.token-revoked"]));
        return RedirectToPage();
    }

    private async Task<IActionResult> Show(IReadOnlyList<Refusal> refusals, CancellationToken cancel)
    {
        var rows = await Cases.Ask(new ListOwnTokens(), cancel);
        if (!rows.Succeeded) return this.Refuse(rows.Refusals);
        Rows = rows.Value;
        return refusals.Count == 0 ? Page() : this.Refuse(Here(refusals));
    }
}
