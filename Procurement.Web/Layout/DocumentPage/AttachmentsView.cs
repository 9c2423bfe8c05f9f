namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The files of a document.</summary>
/// <param name="Files">The files, oldest first.</param>
/// <param name="AddHref">Where a file is added; null when this reader or state does not allow it.</param>
public sealed record AttachmentsView(IReadOnlyList<AttachmentView> Files, string? AddHref = null);

/// <summary>One file.</summary>
/// <param name="Name">The name it was given.</param>
/// <param name="Href">Where it is downloaded.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Purpose">What it proves: «برگه آزمون»; null when the name says it.</param>
public sealed record AttachmentView(string Name, string Href, long Bytes, string? Purpose = null);
