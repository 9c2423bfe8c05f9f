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

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var root = routes.MapGroup(Root).RequireAuthorization();
        foreach (var module in typeof(ApiModules).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IApiModule))))
            ((IApiModule)Activator.CreateInstance(module, nonPublic: true)!).Map(root);
        return routes;
    }
}
