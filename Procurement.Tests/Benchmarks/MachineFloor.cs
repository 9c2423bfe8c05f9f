using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;

namespace Procurement.Tests.Benchmarks;

/// <summary>What the machine can do at all: durable transactions of fifteen rows with the bare driver, with nothing of the product around them.</summary>
internal static class MachineFloor
{
    private const int Rows = 15;

    /// <returns>Commits a second.</returns>
    public static async Task<double> Take(TestDatabase empty, int clients, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(empty);
        return empty.Engine == DatabaseEngine.Sqlite ? await Sqlite(empty, clients, time) : await PostgreSql(empty, clients, time);
    }

    /// <summary>One writer after the other, as the engine demands; each commit is flushed.</summary>
    private static async Task<double> Sqlite(TestDatabase empty, int clients, TimeSpan time)
    {
        await using var connection = new SqliteConnection(empty.ConnectionString);
        await connection.OpenAsync();
        await Tell(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE floor (id INTEGER PRIMARY KEY, a TEXT, b INTEGER)");
        using var gate = new SemaphoreSlim(1, 1);
        return await Rate(clients, time, async () =>
        {
            await gate.WaitAsync();
            try
            {
                await using var transaction = connection.BeginTransaction(deferred: false);
                await using var insert = connection.CreateCommand();
                insert.Transaction = transaction;
                insert.CommandText = "INSERT INTO floor (a, b) VALUES ($a, $b)";
                var (a, b) = (insert.Parameters.Add("$a", SqliteType.Text), insert.Parameters.Add("$b", SqliteType.Integer));
                for (var row = 0; row < Rows; row++)
                {
                    (a.Value, b.Value) = ("a row of the floor that is as long as a short line", row);
                    await insert.ExecuteNonQueryAsync();
                }

                await transaction.CommitAsync();
            }
            finally
            {
                gate.Release();
            }
        });
    }

    private static async Task<double> PostgreSql(TestDatabase empty, int clients, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create(empty.ConnectionString);
        await using (var create = source.CreateCommand("CREATE TABLE floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text, b bigint)")) await create.ExecuteNonQueryAsync();
        return await Rate(clients, time, async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction);
            for (var row = 0; row < Rows; row++)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO floor (a, b) VALUES ($1, $2)")
                {
                    Parameters = { new NpgsqlParameter { Value = "a row of the floor that is as long as a short line" }, new NpgsqlParameter { Value = (long)row } },
                });
            }

            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        });
    }

    private static async Task<double> Rate(int clients, TimeSpan time, Func<Task> commit)
    {
        long commits = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                await commit();
                Interlocked.Increment(ref commits);
            }
        })));
        return commits / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task Tell(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
