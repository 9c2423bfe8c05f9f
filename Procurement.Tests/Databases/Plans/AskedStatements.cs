using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Tests.Databases.Plans;

/// <summary>One statement as it went to the engine.</summary>
internal sealed record AskedStatement(string Sql, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>Whether it only reads; comments in front say which question it is.</summary>
    public bool Reads => Sql.Split('\n').SkipWhile(line => line.StartsWith("--", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(line)).FirstOrDefault() is { } first
        && (first.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || first.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Keeps what the real use cases ask the database, whether through the object mapper or in SQL written by hand.</summary>
internal sealed class AskedStatements
{
    private readonly List<AskedStatement> _asked = [];

    /// <summary>What was asked since the last time; each text once.</summary>
    public IReadOnlyList<AskedStatement> Take()
    {
        lock (_asked)
        {
            List<AskedStatement> taken = [.. _asked.DistinctBy(s => s.Sql)];
            _asked.Clear();
            return taken;
        }
    }

    public void Add(string sql, IEnumerable<DbParameter> parameters)
    {
        lock (_asked) _asked.Add(new AskedStatement(sql, [.. parameters.Select(Copy)]));
    }

    private static DbParameter Copy(DbParameter parameter) => parameter is NpgsqlParameter typed
        ? typed.Clone()
        : new SqliteParameter(parameter.ParameterName, parameter.Value);
}

/// <summary>Listens to the object mapper.</summary>
internal sealed class AskedByMapper(AskedStatements asked) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        asked.Add(command.CommandText, command.Parameters.Cast<DbParameter>());
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>Listens to SQL written by hand.</summary>
internal sealed class AskedBySession(ISqlSession inner, AskedStatements asked) : ISqlSession
{
    public DatabaseEngine Engine => inner.Engine;

    public Task<int> Execute(FormattableString sql, CancellationToken ct = default) => inner.Execute(sql, ct);

    public Task<int> Execute(string sql, IReadOnlyList<object?> values, CancellationToken ct = default) => inner.Execute(sql, values, ct);

    public Task<IReadOnlyList<T>> Query<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(object (i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}"));
        return Query(string.Format(CultureInfo.InvariantCulture, sql.Format, [.. names]), sql.GetArguments(), read, ct);
    }

    public Task<IReadOnlyList<T>> Query<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        asked.Add(sql, values.Select((value, i) => Parameter(string.Create(CultureInfo.InvariantCulture, $"p{i}"), SqlValue.Of(value, Engine))));
        return inner.Query(sql, values, read, ct);
    }

    private DbParameter Parameter(string name, object value) =>
        Engine == DatabaseEngine.Sqlite ? new SqliteParameter(name, value) : new NpgsqlParameter(name, value);
}
