using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Search;

namespace Procurement.Web.Api;

/// <summary>The global search for other programs.</summary>
internal sealed class SearchApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", async (string? q, string? kind, int? take, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new SearchEverything(q, kind, take ?? SearchEverything.Enough), ct), SearchResource.Of)).WithTags("search");
}

/// <summary>What was found, kind by kind.</summary>
public sealed record SearchResource(IReadOnlyList<FoundOfKind> Groups)
{
    internal static SearchResource Of(SearchFound found) => new(
        [.. found.Groups.Select(g => new FoundOfKind(g.Kind, [.. g.Hits.Select(h => new FoundThing(h.UrlKey, h.Title, h.TitleEn, h.Subtitle))], g.HasMore))]);
}

/// <summary>Hits of one kind: <c>document</c>, <c>item</c>, <c>supplier</c>, <c>store</c>, <c>person</c>.</summary>
public sealed record FoundOfKind(string Kind, IReadOnlyList<FoundThing> Hits, bool HasMore);

/// <summary>One thing found; the key is the id its own resource is asked by.</summary>
public sealed record FoundThing(string Key, string Title, string TitleEn, string Subtitle);
