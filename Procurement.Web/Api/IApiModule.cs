using Procurement.Application.Shared.Ports;

namespace Procurement.Web.Api;

/// <summary>One capability's part of the REST interface; found by scan, so that a new capability touches no list.</summary>
public interface IApiModule
{
    /// <summary>Maps the capability's addresses; they are relative to <see cref="ApiModules.Root"/>.</summary>
    void Map(IEndpointRouteBuilder routes);
}

/// <summary>Puts every part of the REST interface under one root with one set of rules.</summary>
public static class ApiModules
{
    public const string Root = "/api/v1";

    /// <summary>The header that makes a repeated request answer as the first did.</summary>
    public const string RequestKeyHeader = "Idempotency-Key";

    private const int MaxKeyLength = 64;

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var root = routes.MapGroup(Root).RequireAuthorization();
        root.AddEndpointFilter(static (context, next) =>
        {
            var key = context.HttpContext.Request.Headers[RequestKeyHeader].ToString();
            if (key.Length is > 0 and <= MaxKeyLength) context.HttpContext.RequestServices.GetRequiredService<CallContext>().IdempotencyKey = key;
            return next(context);
        });
        foreach (var module in typeof(ApiModules).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IApiModule))))
            ((IApiModule)Activator.CreateInstance(module, nonPublic: true)!).Map(root);
        return routes;
    }
}
