namespace Procurement.Web.Navigation;

/// <summary>The menu: one ordered list, in the order goods and money travel, the same order as the folders.</summary>
/// <remarks>A capability that adds pages adds its line here; a line whose page this build does not contain is left out of the menu.</remarks>
public static class PurchasingChain
{
    public static IReadOnlyList<MenuGroup> Groups { get; } =
    [
        new(null,
        [
            new("inbox", "/Inbox/Index"),
            new("sent", "/Inbox/Sent"),
        ]),
        new("chain",
        [
            new("requests", "/Requests/Index"),
            new("budget", "/Budget/Index", "budget.read"),
            new("sourcing", "/Sourcing/Index", "sourcing.read"),
            new("committees", "/Committees/Index"),
            new("tenders", "/Tenders/Index"),
            new("auctions", "/Auctions/Index"),
            new("contracts", "/Contracts/Index", "contracts.read"),
            new("receiving", "/Receiving/Index"),
            new("warehousing", "/Warehousing/Index", "warehousing.read"),
            new("issuing", "/Issuing/Index"),
            new("vouchers", "/Vouchers/Index", "vouchers.read"),
        ]),
        new("oversight",
        [
            new("reconciliation", "/Reconciliation/Index", "reconciliation.read"),
            new("inspection", "/Inspection/Index", "inspection.read"),
            new("flags", "/Inspection/Flags", "inspection.read"),
            new("integrity", "/Integrity/Index"),
            new("audit-trail", "/AuditTrail/Index", "audit-trail.read"),
            new("transparency", "/Transparency/Index") { IsPublic = true },
        ]),
        new("basics",
        [
            new("catalogue", "/Catalogue/Index"),
            new("suppliers", "/Catalogue/Suppliers/Index"),
            new("organisation", "/Organisation/Index", "organisation.read"),
            new("logins", "/Account/Logins/Index", "identity.administer"),
            new("imports", "/Imports/Index", "imports.use"),
            new("settings", "/Settings/Index", "settings.read"),
            new("help", "/Help/Index") { IsPublic = true },
        ]),
    ];
}

/// <summary>Lines of the menu under one heading.</summary>
/// <param name="Key">Names the heading's text, <c>menu.group-…</c>; null for the lines on top, which need none.</param>
/// <param name="Lines">The lines in order.</param>
public sealed record MenuGroup(string? Key, IReadOnlyList<MenuLine> Lines);

/// <summary>One line of the menu.</summary>
/// <param name="Key">The capability; names the text <c>menu.…</c> and the badge.</param>
/// <param name="Page">The Razor page it opens.</param>
/// <param name="Permission">Needed to see the line; null when being signed in is enough.</param>
public sealed record MenuLine(string Key, string Page, string? Permission = null)
{
    /// <summary>Shown without login.</summary>
    public bool IsPublic { get; init; }
}
