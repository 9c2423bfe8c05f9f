using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Domain.Shared;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Errors;

/// <summary>The one place where a refusal becomes an HTTP outcome, for pages and for the API.</summary>
public static class ErrorOutcome
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Rule => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status409Conflict,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of refusal without an HTTP status."),
    };

    /// <summary>The API's answer to a refused request: the sentence for people, the code for programs.</summary>
    public static ProblemDetails ProblemOf(IReadOnlyList<Refusal> refusals, ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentNullException.ThrowIfNull(texts);
        var first = refusals[0];
        return new ProblemDetails
        {
            Status = StatusOf(first.Kind),
            Type = $"urn:procurement:refusal:{first.Code}",
            Title = texts[first.Code, first.Args],
            Detail = texts.Find($"{first.Code}.next", first.Args),
            Extensions =
            {
                ["code"] = first.Code,
                ["refusals"] = refusals.Select(refusal => new
                {
                    code = refusal.Code,
                    field = refusal.Field,
                    sentence = texts[refusal.Code, refusal.Args],
                    article = texts.Find($"{refusal.Code}.article", refusal.Args),
                }).ToList(),
            },
        };
    }

    /// <summary>Shows the page again with what was typed, the refusals on top and beside their fields.</summary>
    /// <remarks>What does not exist, or is not the visitor's to see, has no page to show: it becomes the error page of its status.</remarks>
    public static IActionResult Refuse(this PageModel page, IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(refusals);
        var status = StatusOf(refusals[0].Kind);
        if (status is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden) return new StatusCodeResult(status);

        var texts = page.HttpContext.RequestServices.GetRequiredService<ITexts>();
        foreach (var refusal in refusals)
        {
            if (refusal.Field is { } field) page.ModelState.AddModelError(field, texts[refusal.Code, refusal.Args]);
            else PageNotices.Add(page.ViewData, RefusalView.Of(refusal, texts));
        }

        if (status == StatusCodes.Status503ServiceUnavailable) page.Response.Headers.RetryAfter = "2";
        return new PageResult { StatusCode = status };
    }
}
