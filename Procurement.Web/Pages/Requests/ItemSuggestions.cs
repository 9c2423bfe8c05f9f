using Microsoft.AspNetCore.Http.HttpResults;
using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Shared.Messaging;

namespace Procurement.Web.Pages.Requests;

/// <summary>Items that fit what is being typed, for the suggestions under an item field; the field works without them.</summary>
public static class ItemSuggestions
{
    public static void MapItemSuggestions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests/items", (string? q, IUseCases cases, CancellationToken ct) => Fitting(q, true, cases, ct)).RequireAuthorization().ExcludeFromDescription();
        routes.MapGet("/requests/needs", (string? q, IUseCases cases, CancellationToken ct) => Fitting(q, false, cases, ct)).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<JsonHttpResult<Suggestion[]>> Fitting(string? typed, bool goodsOnly, IUseCases cases, CancellationToken ct)
    {
        var found = await cases.Ask(new FindItems([typed], goodsOnly), ct);
        return TypedResults.Json<Suggestion[]>(found.Succeeded ? [.. found.Value[0].Fitting.Select(i => new Suggestion(i.Code, i.Name, i.Unit))] : []);
    }

    private sealed record Suggestion(string Value, string Label, string Hint);
}
