using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Procurement.Web.Errors;

/// <summary>
/// Answers a request that says itself that it is longer than its address takes, before anybody reads it: read as a form it would only be
/// called unreadable.
/// </summary>
public sealed class TooLongRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The error page is shown for the same long request, which it does not read.
        var isTooLong = context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (!isTooLong || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);

        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
