using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Procurement.Infrastructure.Persistence.Sql;

/// <inheritdoc cref="ISqlSession"/>
public sealed class SqlSession(ProcurementDb db) : ISqlSession, IAsyncDisposable
{
    /// <summary>Commands of this unit of work by their text: a posting repeats the same few statements for every line.</summary>
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DatabaseEngine Engine => db.Engine;

    public Task<int> Execute(FormattableString sql, CancellationToken ct = default) => Execute(Text(sql), sql.GetArguments(), ct);

    public Task<IReadOnlyList<T>> Query<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken ct = default) =>
        Query(Text(sql), sql.GetArguments(), read, ct);

    public async Task ExecuteUnflushed(FormattableString sql, CancellationToken ct = default)
    {
        if (db.Database.GetDbConnection() is not KeptSqliteConnection kept || db.Database.CurrentTransaction is not null)
        {
            await Execute(sql, ct);
            return;
        }

        // A connection whose setting could not be put back is not lent again.
        kept.IsUnflushed = true;
        await Execute($"PRAGMA synchronous = NORMAL", ct);
        await Execute(sql, ct);
        await Execute($"PRAGMA synchronous = FULL", CancellationToken.None);
        kept.IsUnflushed = false;
    }

    public async Task<int> Execute(string sql, IReadOnlyList<object?> values, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await Command(sql, values).ExecuteNonQueryAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var rows = new List<T>();
            await using var reader = await Command(sql, values).ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values) await command.DisposeAsync();
        _commands.Clear();
    }

    private static string Text(FormattableString sql)
    {
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(object (i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}"));
        return string.Format(CultureInfo.InvariantCulture, sql.Format, [.. names]);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Values travel as parameters only; the text is ours.")]
    private DbCommand Command(string sql, IReadOnlyList<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            foreach (var value in Enumerable.Range(0, values.Count))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"p{value}");
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        // A command kept from before may have seen another transaction of the same unit of work.
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = SqlValue.Of(values[i], db.Engine);
        return command;
    }
}
