using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Procurement.Infrastructure.Persistence;

/// <summary>A committed act survives a power cut: every connection flushes at each commit, whatever the library was built with.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    public static readonly SqliteDurability Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Flush(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Flush(connection);
        return Task.CompletedTask;
    }

    private static void Flush(DbConnection connection)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
    }
}
