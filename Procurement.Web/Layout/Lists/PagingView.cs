namespace Procurement.Web.Layout.Lists;

/// <summary>Forward and back through a list that is paged by its sort key; there is no page number to drift while rows arrive.</summary>
/// <param name="PreviousHref">Null on the first page.</param>
/// <param name="NextHref">Null on the last page.</param>
/// <param name="Shown">How many rows this page shows.</param>
public sealed record PagingView(string? PreviousHref, string? NextHref, int Shown)
{
    /// <summary>How many there are in all, when counting them is cheap.</summary>
    public long? Total { get; init; }

    /// <summary>The id of the part of the page that changes.</summary>
    public string? Target { get; init; }
}
