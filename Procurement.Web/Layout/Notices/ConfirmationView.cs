namespace Procurement.Web.Layout.Notices;

/// <summary>Said after something was done: the number to quote and what happens next.</summary>
/// <param name="Title">«درخواست فرستاده شد».</param>
/// <param name="Number">The number of what was made; null when it has none.</param>
/// <param name="Next">What happens next and whose turn it is.</param>
public sealed record ConfirmationView(string Title, string? Number = null, string? Next = null)
{
    public string? LinkLabel { get; init; }

    public string? LinkHref { get; init; }

    /// <summary>The page of what it speaks of: a link to it on any other page, and the way back to the inbox there.</summary>
    public string? About { get; init; }
}
