using Microsoft.Extensions.Logging.Abstractions;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Files;

namespace Procurement.Tests.Files;

/// <summary>A vault in a folder of its own, for one test.</summary>
public abstract class VaultTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vault-");

    protected string Root => Path.Combine(_folder.FullName, "files");

    protected string SocketPath => Path.Combine(_folder.FullName, "clamd");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected FileVault AVault(long maxBytes = 64 * 1024 * 1024, long maxUnpackedBytes = 10 * 1024 * 1024, IVirusScanner? scanner = null) =>
        new(new FileVaultOptions { Root = Root, MaxBytes = maxBytes, MaxUnpackedBytes = maxUnpackedBytes }, scanner, NullLogger<FileVault>.Instance);

    private protected static async Task<Result<StoredFile>> Store(FileVault vault, byte[] content, string name, string? type = null)
    {
        using var stream = new MemoryStream(content);
        return await vault.Store(stream, name, type, CancellationToken.None);
    }

    /// <summary>All files under the vault's folder, relative to it.</summary>
    protected IReadOnlyList<string> FilesOnDisk() =>
        Directory.Exists(Root) ? [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path))] : [];
}
