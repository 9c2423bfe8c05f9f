using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Files;

/// <summary>The vault as a folder tree: <c>ab/cd/abcd…</c> by content hash, and the same again under <c>quarantine</c>.</summary>
/// <remarks>A file is received under a passing name, checked there, and moved into place in one step, so no half file ever carries a hash.</remarks>
public sealed class FileVault(FileVaultOptions options, IVirusScanner? scanner, ILogger<FileVault> log) : IFileVault
{
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int BufferLength = 64 * 1024;
    private const string Quarantine = "quarantine";

    public async Task<Result<StoredFile>> Store(Stream content, string name, string? declaredType, CancellationToken ct)
    {
        if (FileClaim.Of(name) is not { } claim) return FileErrors.TypeNotAllowed(Path.GetExtension(name));
        if (!claim.AgreesWith(declaredType)) return FileErrors.NotWhatItClaims(claim.Extension);

        var arrivals = Path.Combine(options.Root, "incoming");
        CreateFolder(arrivals);
        var incoming = Path.Combine(arrivals, Guid.CreateVersion7().ToString("N"));
        try
        {
            await using var file = new FileStream(incoming, NewFile());
            var received = await Receive(content, file, claim, ct);
            if (!received.Succeeded) return received.Plain();

            file.Position = 0;
            var genuine = await FileInspection.Inspect(claim, file, options, ct);
            if (!genuine.Succeeded) return genuine;

            file.Position = 0;
            var scan = await Scan(received.Value, file, ct);
            if (!scan.Succeeded) return scan.Plain();

            // Durable before it can be named by a document: the database commits after this.
            file.Flush(flushToDisk: true);
            return new StoredFile(received.Value, file.Length, claim.Type, Keep(incoming, received.Value, scan.Value));
        }
        finally
        {
            // Moved away when it was taken in; still here when it was refused or given up.
            File.Delete(incoming);
        }
    }

    public Result<Stream> Open(Sha256Hash hash)
    {
        var path = Place(hash);
        if (File.Exists(path)) return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferLength, useAsync: true);

        return File.Exists(QuarantinePlace(hash)) ? FileErrors.InQuarantine : FileErrors.NotFound;
    }

    public IReadOnlyList<Sha256Hash> Quarantined()
    {
        var quarantine = Path.Combine(options.Root, Quarantine);
        if (!Directory.Exists(quarantine)) return [];

        return [.. Directory.EnumerateFiles(quarantine, "*", SearchOption.AllDirectories)
            .Select(file => Sha256Hash.TryParseHex(Path.GetFileName(file), out var hash) ? hash : (Sha256Hash?)null)
            .OfType<Sha256Hash>()];
    }

    public async Task<Result<ScanState>> ScanAgain(Sha256Hash hash, CancellationToken ct)
    {
        var waiting = QuarantinePlace(hash);
        if (!File.Exists(waiting)) return FileErrors.NotFound;

        Result<ScanState> scan;
        await using (var file = new FileStream(waiting, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength, useAsync: true))
        {
            scan = await Scan(hash, file, ct);
        }

        if (!scan.Succeeded) File.Delete(waiting);
        else if (scan.Value != ScanState.Quarantined) MoveInto(waiting, Place(hash));
        return scan;
    }

    private async Task<Result<Sha256Hash>> Receive(Stream content, FileStream file, FileClaim claim, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        var read = await content.ReadAtLeastAsync(buffer, FileInspection.HeadLength, throwOnEndOfStream: false, ct);
        if (read == 0) return FileErrors.Empty;

        // A false head is refused at once: nobody uploads the rest of a large file to be told so.
        if (!FileInspection.Begins(claim.Type, buffer.AsSpan(0, Math.Min(read, FileInspection.HeadLength)))) return FileErrors.NotWhatItClaims(claim.Extension);

        for (long size = 0; read > 0; read = await content.ReadAsync(buffer, ct))
        {
            size += read;
            if (size > options.MaxBytes) return FileErrors.TooLarge(options.MaxBytes);

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await file.FlushAsync(ct);
        return new Sha256Hash(hash.GetHashAndReset());
    }

    private async Task<Result<ScanState>> Scan(Sha256Hash hash, Stream file, CancellationToken ct)
    {
        if (scanner is null) return ScanState.NotScanned;

        var verdict = await scanner.Scan(file, ct);
        switch (verdict.Outcome)
        {
            case ScanOutcome.Clean:
                return ScanState.Clean;

            case ScanOutcome.Infected:
                log.LogWarning("Malware {Finding} found in an attachment, {Hash}", verdict.Detail, hash);

                // Scanners learn: the same bytes may have been taken in before anybody knew.
                if (File.Exists(Place(hash))) MoveInto(Place(hash), QuarantinePlace(hash));
                return FileErrors.Infected(verdict.Detail);

            case ScanOutcome.NoAnswer:
                log.LogError("The virus scanner gave no answer about attachment {Hash}, which waits in quarantine: {Reason}", hash, verdict.Detail);
                return ScanState.Quarantined;

            default:
                throw new InvalidOperationException($"Unknown scan outcome {verdict.Outcome}.");
        }
    }

    private ScanState Keep(string incoming, Sha256Hash hash, ScanState scan)
    {
        if (scan == ScanState.Quarantined)
        {
            if (File.Exists(Place(hash))) return ScanState.NotScanned;

            MoveInto(incoming, QuarantinePlace(hash));
            return scan;
        }

        MoveInto(incoming, Place(hash));
        if (File.Exists(QuarantinePlace(hash))) File.Delete(QuarantinePlace(hash));
        return scan;
    }

    /// <summary>Moves a file to its place; when somebody put the same bytes there first, theirs stay.</summary>
    private static void MoveInto(string from, string place)
    {
        CreateFolder(Path.GetDirectoryName(place)!);
        try
        {
            File.Move(from, place, overwrite: false);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.Delete(from);
        }
    }

    private string Place(Sha256Hash hash) => PlaceUnder(options.Root, hash);

    private string QuarantinePlace(Sha256Hash hash) => PlaceUnder(Path.Combine(options.Root, Quarantine), hash);

    private static string PlaceUnder(string root, Sha256Hash hash)
    {
        // Two levels of 256 folders keep each small enough to list, at millions of files.
        var name = hash.ToHex();
        return Path.Combine(root, name[..2], name[2..4], name);
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnlyFolder);
    }

    private static FileStreamOptions NewFile()
    {
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = BufferLength,
        };
        if (!OperatingSystem.IsWindows()) file.UnixCreateMode = OwnerOnlyFile;
        return file;
    }
}
