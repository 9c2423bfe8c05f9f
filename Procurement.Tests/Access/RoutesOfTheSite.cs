using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Tests.Support;

namespace Procurement.Tests.Access;

/// <summary>One address of the site, as the application itself lists it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The route's text.</param>
/// <param name="IsPage">A page rather than an operation of the REST interface.</param>
internal sealed record SiteRoute(string Method, string Pattern, bool IsPage, RoutePattern Route)
{
    public bool HasParameters => Route.Parameters.Count > 0;

    /// <summary>The address with every parameter filled: ids by <paramref name="id"/>, numbers by one, words by a word.</summary>
    public string Address(Guid id)
    {
        var parts = Route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => ValueOf(parameter, id),
            _ => "",
        })));
        return "/" + string.Join('/', parts.Where(part => part.Length > 0));
    }

    private static string ValueOf(RoutePatternParameterPart parameter, Guid id) => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => id.ToString("D"),
        "int" or "long" => "1",
        _ => parameter.Name.Contains("id", StringComparison.OrdinalIgnoreCase) ? id.ToString("D") : "x",
    };
}

/// <summary>Every address the site answers to, and everybody who may knock.</summary>
internal static class RoutesOfTheSite
{
    private static readonly string[] AllMethods = ["GET"];

    public static IReadOnlyList<SiteRoute> All(WebSite site)
    {
        // The first request builds the routes.
        using var visitor = site.Visit(null);
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        return
        [
            .. endpoints
                .Where(e => !IsStaticAsset(e) && !e.RoutePattern.RawText!.TrimStart('/').StartsWith("{**", StringComparison.Ordinal)) // files, and what is found nowhere
                .SelectMany(e => MethodsOf(e).Select(method => new SiteRoute(
                    method, "/" + e.RoutePattern.RawText!.TrimStart('/'), IsPage(e), e.RoutePattern)))
                .DistinctBy(r => (r.Method, r.Pattern.ToUpperInvariant()))
                .OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
        ];
    }

    public static IReadOnlyList<(string Role, Domain.Organisation.PersonId Person)> Everybody(TestBody body) =>
    [
        ("requester", body.Requester), ("manager", body.Manager), ("keeper", body.Keeper), ("buyer", body.Buyer), ("procurement", body.HeadOfProcurement),
        ("official", body.Official), ("controller", body.Controller), ("inspector", body.InspectorOne), ("general", body.GeneralAffairs), ("reviewer", body.Reviewer),
        ("property", body.PropertyOfficer), ("expert", body.Expert), ("counter", body.Counter), ("guard", body.Guard), ("accounts", body.Accountant), ("admin", body.Administrator),
        ("centre-head", body.CentreHead), ("stranger", body.Stranger),
    ];

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static bool IsStaticAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal));

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : AllMethods;
}
