using Microsoft.AspNetCore.Mvc;

namespace Procurement.Web.Pages.Inbox;

/// <summary>
/// What of a capability waits to be begun or finished by the reader without a document to sign: a need to buy, goods to receive, an
/// invoice to pay. Stands in the inbox under the documents. One a capability, found by scan.
/// </summary>
public interface IWaitingWork
{
    /// <summary>Place in the list: what is nearest to the end of the chain comes first.</summary>
    int Order { get; }

    /// <summary>What the reader may go on with now, the most urgent first; empty for whoever has no part in it.</summary>
    Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct);

    /// <summary>What the reader may begin from nothing at any time.</summary>
    IEnumerable<WorkStart> Starts(IUrlHelper url) => [];
}

/// <summary>One thing to go on with.</summary>
/// <param name="Act">The verb: «رسید انبار بنویسید».</param>
/// <param name="Href">The page that does it.</param>
/// <param name="About">What it is about.</param>
public sealed record WorkRow(string Act, string Href, string About)
{
    /// <summary>The document it goes on from; null when there is none.</summary>
    public string? Number { get; init; }

    public string? NumberHref { get; init; }

    /// <summary>Since when it waits; null where only a due day is known.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateOnly? Due { get; init; }
}

/// <summary>Something to begin.</summary>
/// <param name="Label">The verb.</param>
/// <param name="Href">Its form.</param>
public sealed record WorkStart(string Label, string Href);

/// <summary>All the work of a reader, over every capability.</summary>
public sealed class WorkInSight(IEnumerable<IWaitingWork> works)
{
    /// <summary>Longer lists of one capability are its own page's matter.</summary>
    private const int MostOfOne = 10;

    public async Task<IReadOnlyList<WorkRow>> Find(IUrlHelper url, CancellationToken ct)
    {
        var rows = new List<WorkRow>();
        foreach (var work in works.OrderBy(w => w.Order)) rows.AddRange((await work.Find(url, ct)).Take(MostOfOne));
        return rows;
    }

    public IReadOnlyList<WorkStart> Starts(IUrlHelper url) => [.. works.OrderBy(w => w.Order).SelectMany(w => w.Starts(url))];
}
