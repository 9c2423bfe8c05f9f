using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Procurement.Infrastructure.Persistence;

/// <summary>What every SQLite connection is told when it opens, whatever its library was built with.</summary>
/// <remarks>
/// Each commit is flushed, so that a committed act survives a power cut. <c>LIKE</c> tells letters apart by case, as PostgreSQL does,
/// and can then use an index for the beginning of a text.
/// </remarks>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    public static readonly SqliteConnectionSettings Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private static void Tell(DbConnection connection)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL; PRAGMA case_sensitive_like = ON";
        pragma.ExecuteNonQuery();
    }
}
