namespace Procurement.Infrastructure.Files;

/// <summary>Where attachments are kept and what is let in.</summary>
public sealed class FileVaultOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Files";

    /// <summary>Folder of the vault; must lie on one file system and be backed up with the database.</summary>
    public string Root { get; init; } = Path.Combine("data", "files");

    /// <summary>Longest file taken in, in bytes.</summary>
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Most bytes the parts of an office document may unpack to, all together.</summary>
    public long MaxUnpackedBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>Most parts an office document may have.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>Unix socket of the ClamAV daemon; null when no scanner is installed.</summary>
    public string? ScannerSocket { get; init; }

    /// <summary>How long one scan may take before the file goes into quarantine.</summary>
    public TimeSpan ScanTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
