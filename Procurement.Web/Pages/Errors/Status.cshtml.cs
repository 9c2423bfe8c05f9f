using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Web.Errors;

namespace Procurement.Web.Pages.Errors;

/// <summary>The page of a status that has no page of its own: what happened, what to do next, and the code to quote.</summary>
[IgnoreAntiforgeryToken] // the failed request may have been a post; this page changes nothing
[ResponseCache(NoStore = true, Duration = 0, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 409, 413, 429, 503];

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Tracking => TrackingCode.Of(HttpContext);

    public bool IsFault => Status >= 500;

    /// <summary>The part of the text key that names the status.</summary>
    public string Text => Explained.Contains(Status)
        ? Status.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Status < 500 ? "400" : "500";

    public void OnGet() => Response.StatusCode = Status;

    public void OnPost() => Response.StatusCode = Status;
}
