using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Brings the database to the shape this version needs; run once at start, before the first request.</summary>
public sealed class DatabaseSetup(ProcurementDb db, ISqlSession sql, DatabaseObjects objects)
{
    public async Task Run(CancellationToken ct)
    {
        if (db.Engine == DatabaseEngine.Sqlite) PrepareFolder();

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            // Another node may be migrating: wait for it longer than a request would wait for a lock.
            if (db.Engine == DatabaseEngine.PostgreSql) await sql.Execute($"SET lock_timeout = '60s'", ct);

            await db.Database.MigrateAsync(ct);
            await objects.Recreate(ct);
            await objects.AssertPresent(ct);

            if (db.Engine == DatabaseEngine.PostgreSql) await sql.Execute($"RESET lock_timeout", ct);
            else await sql.Query($"PRAGMA journal_mode = WAL", row => row.GetString(0), ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private void PrepareFolder()
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
    }
}
