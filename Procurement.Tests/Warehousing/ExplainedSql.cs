using System.Data.Common;
using System.Globalization;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Tests.Warehousing;

/// <summary>Answers questions and keeps the plan the engine chose for each.</summary>
internal sealed class ExplainedSql(ISqlSession inner) : ISqlSession
{
    private readonly List<string> _plans = [];

    public DatabaseEngine Engine => inner.Engine;

    public string Plan => string.Join('\n', _plans);

    public Task<int> Execute(FormattableString sql, CancellationToken ct = default) => inner.Execute(sql, ct);

    public Task ExecuteUnflushed(FormattableString sql, CancellationToken ct = default) => inner.ExecuteUnflushed(sql, ct);

    public Task<int> Execute(string sql, IReadOnlyList<object?> values, CancellationToken ct = default) => inner.Execute(sql, values, ct);

    public Task<IReadOnlyList<T>> Query<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(object (i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}"));
        return Query(string.Format(CultureInfo.InvariantCulture, sql.Format, [.. names]), sql.GetArguments(), read, ct);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken ct = default)
    {
        _plans.AddRange(Engine == DatabaseEngine.Sqlite
            ? await inner.Query("EXPLAIN QUERY PLAN " + sql, values, row => row.GetString(3), ct)
            : await inner.Query("EXPLAIN " + sql, values, row => row.GetString(0), ct));
        return await inner.Query(sql, values, read, ct);
    }
}
