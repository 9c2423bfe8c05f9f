using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Errors;

/// <summary>
/// What goes wrong behind the API, as problem details: a body that cannot be read is the caller's to mend and says where; a fault of ours
/// carries a tracking code. Pages get the error page.
/// </summary>
public sealed class ApiFaults(ITexts texts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request already carries the error page's path; the feature remembers the one that was asked for.
        PathString asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()!.Path;
        if (!asked.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;

        var problem = exception is BadHttpRequestException unread ? Unread(unread) : Fault(httpContext);
        await TypedResults.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemDetails Unread(BadHttpRequestException unread)
    {
        // The place in the body, or the name of the value in the address; never what was sent.
        var place = unread.InnerException is JsonException { Path: { Length: > 0 } path } ? path : "";
        var code = unread.StatusCode == StatusCodes.Status413PayloadTooLarge ? "errors.request-too-long"
            : place.Length > 0 ? "errors.body-unreadable" : "errors.request-unreadable";
        var problem = ErrorOutcome.ProblemOf([Refusal.Invalid(code, place)], texts);
        problem.Status = unread.StatusCode;
        return problem;
    }

    private ProblemDetails Fault(HttpContext http) => new()
    {
        Status = StatusCodes.Status500InternalServerError,
        Type = "urn:procurement:fault",
        Title = texts["errors.500-title"],
        Extensions = { ["trackingCode"] = TrackingCode.Of(http) },
    };
}
