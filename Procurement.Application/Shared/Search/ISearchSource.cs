using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Search;

/// <summary>What the global search asks every capability.</summary>
/// <param name="Words">Folded words; a hit contains every one of them (<see cref="PersianText.SearchWords"/>).</param>
/// <param name="Take">How many hits are enough.</param>
public sealed record SearchAsked(IReadOnlyList<string> Words, int Take);

/// <summary>One thing found.</summary>
/// <param name="Kind">The source's kind; decides the page the hit leads to.</param>
/// <param name="Title">Its Persian name or number.</param>
/// <param name="TitleEn">Its English name; empty when it has none.</param>
/// <param name="Subtitle">Code or identifier, as it is.</param>
/// <param name="UrlKey">What its page is asked for by.</param>
public sealed record SearchHit(string Kind, string Title, string TitleEn, string Subtitle, string UrlKey);

/// <summary>One capability's part in the global search (جستجوی سراسری); shows only what the asker may see.</summary>
public interface ISearchSource
{
    /// <summary>What is found: <c>item</c>, <c>supplier</c>, <c>document</c>.</summary>
    string Kind { get; }

    /// <summary>The permission without which the source is not asked.</summary>
    string Permission { get; }

    Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct);
}
