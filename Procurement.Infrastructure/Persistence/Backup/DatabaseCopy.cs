using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence.Backup;

/// <summary>Copies the whole database into one file and back, each engine by its own means, while others go on writing.</summary>
internal abstract class DatabaseCopy
{
    public static DatabaseCopy Of(ProcurementDb db) => db.Engine == DatabaseEngine.Sqlite
        ? new SqliteCopy(db.Database.GetConnectionString()!)
        : new PostgreSqlCopy(db.Database.GetConnectionString()!);

    /// <summary>One consistent state of the database, as it was at some instant of the call.</summary>
    public abstract Task<Result> CopyTo(string file, CancellationToken ct);

    /// <summary>Fills an empty database.</summary>
    public abstract Task<Result> FillFrom(string file, CancellationToken ct);
}

/// <summary>By the online backup call: a reader in write-ahead mode, so writers do not wait for it. The live file is never copied.</summary>
internal sealed class SqliteCopy(string connectionString) : DatabaseCopy
{
    public override async Task<Result> CopyTo(string file, CancellationToken ct)
    {
        await using var source = new SqliteConnection(PersistenceServices.SqliteConnectionString(connectionString));
        await source.OpenAsync(ct);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        await target.OpenAsync(ct);
        source.BackupDatabase(target);

        // A copy of a write-ahead database asks for companions beside it; the copy is to be one file, and sound.
        await using var settle = target.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode = DELETE";
        await settle.ExecuteScalarAsync(ct);
        settle.CommandText = "PRAGMA integrity_check";
        var verdict = (string?)await settle.ExecuteScalarAsync(ct);
        return verdict == "ok" ? Result.Ok : BackupErrors.Damaged(verdict ?? "");
    }

    public override async Task<Result> FillFrom(string file, CancellationToken ct)
    {
        var place = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(place)) is { } folder) Directory.CreateDirectory(folder);
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        await source.OpenAsync(ct);
        await using var target = new SqliteConnection(PersistenceServices.SqliteConnectionString(connectionString));
        await target.OpenAsync(ct);
        source.BackupDatabase(target);
        return Result.Ok;
    }
}

/// <summary>By the server's own tools, which read one snapshot; said in a clear word when they are not installed.</summary>
internal sealed class PostgreSqlCopy(string connectionString) : DatabaseCopy
{
    public override Task<Result> CopyTo(string file, CancellationToken ct) =>
        Tool("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], ct);

    public override Task<Result> FillFrom(string file, CancellationToken ct) =>
        Tool("pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={Connection.Database}", file], ct);

    private NpgsqlConnectionStringBuilder Connection => new(connectionString);

    private async Task<Result> Tool(string name, IEnumerable<string> arguments, CancellationToken ct)
    {
        if (Find(name) is not { } path) return BackupErrors.ToolMissing(name);

        var start = new ProcessStartInfo(path, arguments) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var (variable, value) in Environments()) start.Environment[variable] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        var said = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? Result.Ok : BackupErrors.ToolFailed(name, said.Trim());
    }

    /// <summary>By environment, because arguments of a process are readable to every account of the machine.</summary>
    private IEnumerable<KeyValuePair<string, string>> Environments()
    {
        var connection = Connection;
        yield return new("PGHOST", connection.Host ?? "localhost");
        yield return new("PGPORT", connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return new("PGDATABASE", connection.Database ?? "");
        if (connection.Username is { } user) yield return new("PGUSER", user);
        if (connection.Password is { } password) yield return new("PGPASSWORD", password);
    }

    private static string? Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin")) : [];

        // The newest first: a tool older than the server refuses to read it.
        return versions.Concat(folders).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
