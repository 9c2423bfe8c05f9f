using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Procurement.Web.Layout.Notices;

/// <summary>What the layout says above the content: refusals of this request, the confirmation of the one before.</summary>
public static class PageNotices
{
    private const string Confirmation = "shell.confirmation";
    private const string Refusals = "shell.refusals";
    private const string Warning = "shell.warning";

    /// <summary>Says on the next page that something was done; the page that did it redirects.</summary>
    public static void Confirm(this PageModel page, ConfirmationView confirmation)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Confirmation] = JsonSerializer.Serialize(confirmation);
    }

    /// <summary>Says on the next page what was not done of what was asked; the page that did the rest redirects.</summary>
    public static void Warn(this PageModel page, RefusalView refusal)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Warning] = JsonSerializer.Serialize(refusal);
    }

    internal static RefusalView? TakeWarning(ITempDataDictionary stored) =>
        stored[Warning] is string json ? JsonSerializer.Deserialize<RefusalView>(json) : null;

    internal static ConfirmationView? TakeConfirmation(ITempDataDictionary stored) =>
        stored[Confirmation] is string json ? JsonSerializer.Deserialize<ConfirmationView>(json) : null;

    internal static void Add(ViewDataDictionary data, RefusalView refusal) =>
        data[Refusals] = new List<RefusalView>(RefusalsIn(data)) { refusal };

    internal static IReadOnlyList<RefusalView> RefusalsIn(ViewDataDictionary data) => data[Refusals] as List<RefusalView> ?? [];
}
