using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Procurement.Web.Resources;

namespace Procurement.Web.Errors;

/// <summary>A fault behind the API is answered with problem details and a tracking code; pages get the error page.</summary>
public sealed class ApiFaults(IProblemDetailsService problems, ITexts texts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;

        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Type = "urn:procurement:fault",
                Title = texts["errors.500-title"],
                Extensions = { ["trackingCode"] = TrackingCode.Of(httpContext) },
            },
        });
    }
}
