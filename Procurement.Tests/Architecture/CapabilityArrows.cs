namespace Procurement.Tests.Architecture;

/// <summary>
/// Which capability may use which: one table. A new arrow is one visible line here. Foundations know no document capability; the chain
/// asks upstream only.
/// </summary>
internal static class CapabilityArrows
{
    private static readonly string[] Foundations =
        ["Shared", "Organisation", "Catalogue", "SignOff", "AuditTrail", "Ledgers", "Budget", "Warehousing", "Settings", "Specifications", "Imports"];

    /// <summary>The chain, each asking only those before it.</summary>
    private static readonly string[] Chain =
        ["Requests", "Sourcing", "Committees", "Tenders", "Auctions", "Contracts", "Receiving", "Issuing", "Vouchers"];

    /// <summary>Foundations that stand on other foundations: who may use whom.</summary>
    private static readonly Dictionary<string, string[]> FoundationArrows = new(StringComparer.Ordinal)
    {
        ["Shared"] = ["Organisation", "SignOff"],
        ["Specifications"] = [],
        ["Imports"] = ["Shared", "AuditTrail", "Organisation"],
        ["Organisation"] = ["Shared", "Settings", "Imports"],
        ["AuditTrail"] = ["Shared", "Ledgers", "SignOff", "Organisation"],
        ["SignOff"] = ["Shared", "Organisation", "Ledgers", "AuditTrail", "Settings", "Files"],
        ["Ledgers"] = ["Shared", "SignOff"],
        ["Settings"] = ["Shared", "Organisation", "SignOff"],
        ["Catalogue"] = ["Shared", "SignOff", "Organisation", "Specifications", "Imports"],
        ["Budget"] = ["Shared", "SignOff", "Organisation", "Ledgers", "Settings", "Specifications", "Imports"],
        ["Warehousing"] = ["Shared", "SignOff", "Organisation", "Catalogue", "Ledgers", "Settings", "Specifications", "Imports"],
    };

    public static bool IsGoverned(string capability) => Foundations.Contains(capability) || Chain.Contains(capability);

    public static bool Allows(string from, string to)
    {
        if (from == to || !IsGoverned(from) || !IsGoverned(to)) return true;
        if (Foundations.Contains(from)) return FoundationArrows[from].Contains(to);
        return Foundations.Contains(to) || Array.IndexOf(Chain, to) < Array.IndexOf(Chain, from);
    }
}
