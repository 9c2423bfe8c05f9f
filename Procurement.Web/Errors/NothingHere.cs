using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;
using Procurement.Domain.Shared;
using Procurement.Web.Resources;

namespace Procurement.Web.Errors;

/// <summary>
/// Answers an address that does not exist. An operation that reads another kind of body ends here too, because routing leaves it out when the
/// media type does not fit: its caller is told about the body and not that there is nothing.
/// </summary>
public static class NothingHere
{
    public static Task Answer(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.ContentType is not { } sent || !ReadsAnotherBody(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var problem = ErrorOutcome.ProblemOf([Refusal.Invalid("errors.body-type-not-taken", sent)], http.RequestServices.GetRequiredService<ITexts>());
        problem.Status = StatusCodes.Status415UnsupportedMediaType;
        return TypedResults.Problem(problem).ExecuteAsync(http);
    }

    private static bool ReadsAnotherBody(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(endpoint =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(http.Request.Method) == true
        && new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText ?? ""), new RouteValueDictionary()).TryMatch(http.Request.Path, new RouteValueDictionary()));
}
