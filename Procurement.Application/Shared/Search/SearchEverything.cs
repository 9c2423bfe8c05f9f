using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Search;

/// <summary>Looks for words in everything the caller may see (جستجوی سراسری): numbers, items, suppliers, stores, people.</summary>
/// <param name="Text">What was typed, in any spelling and any digits; a document is found by its number or the bare end of it.</param>
/// <param name="Kind">Only this kind of thing; null for every kind.</param>
/// <param name="Take">How many hits of each kind are enough.</param>
[Requires(SearchPermissions.Search)]
public sealed record SearchEverything(string? Text, string? Kind = null, int Take = SearchEverything.Enough) : IQuery<Result<SearchFound>>
{
    public const int Enough = 8;
    public const int Most = 50;
}

/// <summary>What was found, kind by kind, in the order the menu has them; a kind without a hit is left out.</summary>
public sealed record SearchFound(IReadOnlyList<HitsOfKind> Groups)
{
    public int Count => Groups.Sum(g => g.Hits.Count);
}

/// <param name="Kind">The kind of thing.</param>
/// <param name="Hits">The hits, best known order of the kind.</param>
/// <param name="HasMore">Whether there are more than were asked for.</param>
public sealed record HitsOfKind(string Kind, IReadOnlyList<SearchHit> Hits, bool HasMore);

public sealed class SearchPermissions : IPermissionSource
{
    /// <summary>Ask the global search; each kind of thing is shown by its own permission.</summary>
    public const string Search = "search.ask";

    public IEnumerable<PermissionGrant> Grants => [PermissionGrant.ToStaff(Search)];
}

internal sealed class SearchEverythingHandler(IEnumerable<ISearchSource> sources, CallerRights rights) : IQueryHandler<SearchEverything, Result<SearchFound>>
{
    /// <summary>Longer is no search but a pasted page.</summary>
    private const int LongestText = 200;

    private static readonly string[] Order = ["document", "item", "supplier", "store", "person"];

    public async Task<Result<SearchFound>> Handle(SearchEverything query, CancellationToken cancellationToken)
    {
        var text = query.Text ?? "";
        if (text.Length > LongestText) return Refusal.Invalid("search.text-too-long", LongestText).At("q");
        var words = PersianText.SearchWords(text);
        if (words.Count == 0) return new SearchFound([]);

        var take = Math.Clamp(query.Take, 1, SearchEverything.Most);
        var groups = new List<HitsOfKind>();
        foreach (var source in sources.Where(s => query.Kind is null || s.Kind == query.Kind).OrderBy(Place).ThenBy(s => s.Kind, StringComparer.Ordinal))
        {
            if (!await rights.May(source.Permission, cancellationToken)) continue;
            var hits = await source.Find(new SearchAsked(words, take + 1), cancellationToken);
            if (hits.Count > 0) groups.Add(new HitsOfKind(source.Kind, [.. hits.Take(take)], hits.Count > take));
        }

        return new SearchFound(groups);
    }

    private static int Place(ISearchSource source) => Array.IndexOf(Order, source.Kind) is >= 0 and var place ? place : Order.Length;
}
