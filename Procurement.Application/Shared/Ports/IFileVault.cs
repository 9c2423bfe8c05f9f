using Procurement.Domain.Shared;

namespace Procurement.Application.Shared.Ports;

/// <summary>Keeps attachments (پیوست‌ها) by the hash of their content: the same file is stored once, and a changed file is another one.</summary>
/// <remarks>
/// The name people gave a file decides only what it claims to be; it is kept by whoever attaches the file, never as a path. Storing is
/// outside the database transaction: an attachment of a command that was then refused stays behind unreferenced and harms nothing.
/// </remarks>
public interface IFileVault
{
    /// <summary>Takes in a file after checking its size, that it is of an allowed type and is what it claims, and that no scanner objects.</summary>
    /// <remarks>The extension of the <paramref name="name"/> is the claim; a <paramref name="declaredType"/> (media type), where the sender states one, must agree.</remarks>
    Task<Result<StoredFile>> Store(Stream content, string name, string? declaredType, CancellationToken ct);

    /// <summary>Opens a stored file for reading; refused while it waits in quarantine.</summary>
    Result<Stream> Open(Sha256Hash hash);

    /// <summary>Files that wait in quarantine for the scanner's word.</summary>
    IReadOnlyList<Sha256Hash> Quarantined();

    /// <summary>Scans a file that waits in quarantine and lets it out when it is clean; an infected one is destroyed and refused.</summary>
    Task<Result<ScanState>> ScanAgain(Sha256Hash hash, CancellationToken ct);
}

/// <summary>A file the vault has taken in.</summary>
/// <param name="Hash">SHA-256 of its bytes; how it is asked for, and what the document's canonical form carries.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Type">What its content was found to be.</param>
/// <param name="Scan">How far it may be trusted.</param>
public sealed record StoredFile(Sha256Hash Hash, long Size, FileType Type, ScanState Scan);

/// <summary>The only types of file that are taken in.</summary>
public enum FileType
{
    Pdf = 1,
    Png = 2,
    Jpeg = 3,

    /// <summary>Office Open XML workbook without macros (xlsx).</summary>
    Workbook = 4,

    /// <summary>Office Open XML text document without macros (docx).</summary>
    WordDocument = 5,

    /// <summary>Comma separated values in UTF-8.</summary>
    Csv = 6,

    /// <summary>Plain text in UTF-8.</summary>
    PlainText = 7,
}

/// <summary>What the virus scanner said of a file.</summary>
public enum ScanState
{
    /// <summary>No scanner is configured, or it was silent about bytes that had been accepted before.</summary>
    NotScanned = 1,

    /// <summary>Scanned and found clean.</summary>
    Clean = 2,

    /// <summary>The scanner did not answer: kept, but not opened for anybody until it does.</summary>
    Quarantined = 3,
}

/// <summary>The ways in which a file is not taken in or not given out.</summary>
public static class FileErrors
{
    public static Refusal Empty => Refusal.Invalid("files.empty");

    /// <summary>Longer than the limit; the sentence names the limit in megabytes.</summary>
    public static Refusal TooLarge(long maxBytes) => Refusal.Invalid("files.too-large", Math.Round(maxBytes / (1024m * 1024m), 1));

    public static Refusal TypeNotAllowed(string extension) => Refusal.Invalid("files.type-not-allowed", extension);

    public static Refusal NotWhatItClaims(string extension) => Refusal.Invalid("files.not-what-it-claims", extension);

    /// <summary>A small archive that unpacks to a huge one, or to too many parts.</summary>
    public static Refusal ExpandsTooFar => Refusal.Invalid("files.expands-too-far");

    public static Refusal Infected(string finding) => Refusal.Rule("files.infected", finding);

    public static Refusal InQuarantine => Refusal.Rule("files.in-quarantine");

    public static Refusal NotFound => Refusal.NotFound("files.not-found");
}
