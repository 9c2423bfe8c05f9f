namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The files of a document.</summary>
/// <param name="Files">The files, oldest first.</param>
public sealed record AttachmentsView(IReadOnlyList<AttachmentView> Files)
{
    /// <summary>The page the forms are sent to; null for the page they stand on.</summary>
    public string? Address { get; init; }

    /// <summary>The page handler that takes in files; null when this reader or state does not allow it.</summary>
    public string? AddHandler { get; init; }

    /// <summary>The page handler that takes a file off; null when this reader or state does not allow it.</summary>
    public string? RemoveHandler { get; init; }
}

/// <summary>One file.</summary>
/// <param name="Name">The name it was given.</param>
/// <param name="Href">Where it is downloaded.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Purpose">What it proves, or who added it; null when the name says it.</param>
public sealed record AttachmentView(string Name, string Href, long Bytes, string? Purpose = null)
{
    public Guid Id { get; init; }
}
