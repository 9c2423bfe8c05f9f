using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Procurement.Web.Pages.Help;

/// <summary>The short guide inside the application: who does what, in which order the documents come, which keys help.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The people of the chain, each with a text of what they do here.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "requester", "manager", "keeper", "property-officer", "buyer", "head-of-procurement", "committee", "document-reviewer",
        "head-of-general-affairs", "authorised-official", "controller", "inspector", "guard",
    ];

    /// <summary>The documents of the chain in order, each with who starts it.</summary>
    public static IReadOnlyList<string> Chain { get; } = ["request", "file", "contract", "conformance", "receipt", "issue", "payment"];

    /// <summary>The keys that help, as their labels are printed on keyboards.</summary>
    public static IReadOnlyList<(string Keys, string Text)> Keys { get; } =
        [("/", "search"), ("n", "next"), ("j", "down"), ("k", "up"), ("Enter", "open"), ("s", "sign"), ("r", "return"), ("x", "pick")];
}
