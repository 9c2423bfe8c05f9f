using Procurement.Application.Requests.StartGoodsRequest;
using Procurement.Application.Shared.Messaging;

namespace Procurement.Web.Pages.Requests;

/// <summary>Items that fit what is being typed, for the suggestions under an item field; the field works without them.</summary>
public static class ItemSuggestions
{
    public static void MapItemSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/requests/items", async (string? q, IUseCases cases, CancellationToken ct) =>
        {
            var found = await cases.Ask(new FindItems([q]), ct);
            return found.Succeeded
                ? Results.Json(found.Value[0].Fitting.Select(i => new { value = i.Code, label = i.Name, hint = i.Unit }))
                : Results.Json(Array.Empty<object>());
        }).RequireAuthorization().ExcludeFromDescription();
}
