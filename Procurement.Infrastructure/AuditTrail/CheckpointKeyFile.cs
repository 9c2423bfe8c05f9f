using System.Security.Cryptography;
using Procurement.Application.AuditTrail;
using Procurement.Domain.AuditTrail;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>A checkpoint key in a PEM file beside the database, not in it, that only the service's own account can read.</summary>
public sealed class CheckpointKeyFile : ICheckpointKey, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ECDsa _key;

    private CheckpointKeyFile(string name, ECDsa key, IReadOnlyList<CheckpointPublicKey> replaced)
    {
        _key = key;
        PublicKey = CheckpointPublicKey.From(name, key.ExportSubjectPublicKeyInfo()).Value;
        Trusted = [PublicKey, .. replaced];
    }

    public CheckpointPublicKey PublicKey { get; }

    public IReadOnlyList<CheckpointPublicKey> Trusted { get; }

    /// <summary>Opens the key file, making it with a fresh key on first use.</summary>
    /// <param name="path">Where the file is; public keys it replaced stand beside it, one a line, in a file with <c>.replaced</c> appended.</param>
    /// <param name="name">The name to sign under, by custom the log's origin.</param>
    /// <exception cref="InvalidOperationException">Others than the owner can read or write the file, or it holds no P-256 key.</exception>
    public static CheckpointKeyFile Open(string path, string name)
    {
        if (!File.Exists(path)) Create(path);

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new InvalidOperationException($"The checkpoint key {path} is open to others than its owner; set its mode to 0600 and consider it known.");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new CheckpointKeyFile(name, key, Replaced(path + ".replaced"));
        }
        catch (Exception unusable) when (unusable is ArgumentException or CryptographicException or InvalidOperationException)
        {
            key.Dispose();
            throw new InvalidOperationException($"{path} holds no usable P-256 private key for '{name}'.", unusable);
        }
    }

    public byte[] Sign(ReadOnlySpan<byte> noteText)
    {
        // One key serves all requests, and the underlying handle is not promised to be safe for two at once.
        lock (_key) return _key.SignData(noteText, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose() => _key.Dispose();

    private static IReadOnlyList<CheckpointPublicKey> Replaced(string path) => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line =>
            CheckpointPublicKey.Parse(line) is { Succeeded: true } key
                ? key.Value
                : throw new InvalidOperationException($"{path} has a line that is no public key of a checkpoint."))];

    private static void Create(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);

        // Written whole under another name first: two nodes starting together must end up with one key, and none with half of one.
        var draft = $"{full}.{Guid.CreateVersion7():N}";
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var file = new FileStream(draft, NewFile()))
        using (var text = new StreamWriter(file))
        {
            text.Write(key.ExportPkcs8PrivateKeyPem());
            text.Write('\n');
            text.Flush();
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, full, overwrite: false);
        }
        catch (IOException) when (File.Exists(full))
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
