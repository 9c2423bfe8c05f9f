using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Files;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Persistence.Backup;

/// <summary>What a backup says of itself.</summary>
public sealed record BackupManifest(string Form, string Engine, DateTimeOffset TakenAt, int Files);

/// <summary>The database and the attachments in one archive (نسخه پشتیبان), made while people work, and brought back into an empty place.</summary>
/// <remarks>The checkpoint key is not in it: who holds a backup must not be able to sign. It is kept apart, as the guide says.</remarks>
public sealed class Backups(ProcurementDb db, ISqlSession sql, FileVaultOptions vault, TimeProvider time)
{
    private const string Form = "procurement.backup.1";
    private const string Manifest = "manifest.json";
    private const string Database = "database";
    private const string Files = "files/";

    /// <summary>Makes the archive; the name stays free until it is whole.</summary>
    public async Task<Result<BackupManifest>> Save(string archive, CancellationToken ct)
    {
        if (File.Exists(archive)) return BackupErrors.FileThere(archive);
        var whole = Path.GetFullPath(archive);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var (copy, draft) = ($"{whole}.database", $"{whole}.partial");
        try
        {
            // Database first: files are only ever added, so every file it names is there afterwards.
            var copied = await DatabaseCopy.Of(db).CopyTo(copy, ct);
            if (!copied.Succeeded) return copied;

            BackupManifest manifest;
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) manifest = await Fill(zip, copy, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, whole, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(draft);
        }
    }

    /// <summary>Fills an empty database and the vault from an archive. The caller verifies what was filled.</summary>
    public async Task<Result<BackupManifest>> Load(string archive, CancellationToken ct)
    {
        if (!File.Exists(archive)) return BackupErrors.NotABackup(archive);
        var used = await Leaves(ct);
        if (used > 0) return BackupErrors.DatabaseInUse(used);

        ZipArchive zip;
        try
        {
            zip = await ZipFile.OpenReadAsync(archive, ct);
        }
        catch (InvalidDataException)
        {
            return BackupErrors.NotABackup(archive);
        }

        await using (zip) return await Unpack(zip, archive, ct);
    }

    private async Task<BackupManifest> Fill(ZipArchive zip, string database, CancellationToken ct)
    {
        await zip.CreateEntryFromFileAsync(database, Database, CompressionLevel.Fastest, ct);
        var files = Directory.Exists(vault.Root)
            ? Directory.EnumerateFiles(vault.Root, "*", SearchOption.AllDirectories).Where(file => !IsArriving(file)).ToList()
            : [];
        foreach (var file in files)
        {
            // Attachments are compressed already, by what they are: PDF, pictures, office documents.
            var name = Files + Path.GetRelativePath(vault.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            await zip.CreateEntryFromFileAsync(file, name, CompressionLevel.NoCompression, ct);
        }

        var manifest = new BackupManifest(Form, db.Engine.ToString(), TehranTime.Now(time), files.Count);
        await using var entry = await zip.CreateEntry(Manifest).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: ct);
        return manifest;
    }

    private bool IsArriving(string file) => Path.GetRelativePath(vault.Root, file).StartsWith("incoming", StringComparison.Ordinal);

    private async Task<Result<BackupManifest>> Unpack(ZipArchive zip, string archive, CancellationToken ct)
    {
        if (zip.GetEntry(Manifest) is not { } described || zip.GetEntry(Database) is not { } database) return BackupErrors.NotABackup(archive);
        BackupManifest? manifest;
        await using (var text = await described.OpenAsync(ct)) manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(text, cancellationToken: ct);
        if (manifest is not { Form: Form }) return BackupErrors.NotABackup(archive);
        if (manifest.Engine != db.Engine.ToString()) return BackupErrors.OtherEngine(manifest.Engine, db.Engine.ToString());

        var copy = Path.Combine(Path.GetTempPath(), $"procurement-restore-{Guid.CreateVersion7():N}");
        try
        {
            await database.ExtractToFileAsync(copy, ct);
            var filled = await DatabaseCopy.Of(db).FillFrom(copy, ct);
            if (!filled.Succeeded) return filled;
        }
        finally
        {
            File.Delete(copy);
        }

        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(Files, StringComparison.Ordinal)))
        {
            var place = Path.GetFullPath(Path.Combine(vault.Root, entry.FullName[Files.Length..]));
            if (!place.StartsWith(Path.GetFullPath(vault.Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return BackupErrors.NotABackup(archive);
            if (File.Exists(place)) continue;

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await entry.ExtractToFileAsync(place, ct);
        }

        return manifest;
    }

    /// <summary>How many leaves the log already has; none when there are no tables yet.</summary>
    private async Task<long> Leaves(CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct)) return 0;
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        return applied.Any() ? (await sql.Query($"SELECT size FROM audit_head WHERE id = 1", row => row.GetInt64(0), ct))[0] : 0;
    }
}
