using System.Data.Common;

namespace Procurement.Infrastructure.Persistence.Sql;

/// <summary>SQL written by hand over the unit of work's own connection and transaction, the same on both engines.</summary>
/// <remarks>
/// For ledgers, counters and the audit leaf, whose rows are never entities. Holes of an interpolated statement become parameters:
/// <c>Execute($"UPDATE counter SET last = last + 1 WHERE id = {id}")</c>. Ids, money, quantities, instants and enums are given
/// as they are and stored as the entity columns store them.
/// </remarks>
public interface ISqlSession
{
    DatabaseEngine Engine { get; }

    /// <summary>Runs a statement and tells how many rows it hit.</summary>
    Task<int> Execute(FormattableString sql, CancellationToken ct = default);

    /// <summary>
    /// Runs a statement outside any transaction whose effect may be lost in a power cut, and no other: on SQLite its commit is not flushed, so
    /// that a note for convenience does not cost what a signature costs.
    /// </summary>
    Task ExecuteUnflushed(FormattableString sql, CancellationToken ct = default);

    /// <summary>Runs a statement put together by the caller; <paramref name="values"/> stand behind <c>@p0</c>, <c>@p1</c>, ….</summary>
    Task<int> Execute(string sql, IReadOnlyList<object?> values, CancellationToken ct = default);

    /// <summary>Reads every row of a question.</summary>
    Task<IReadOnlyList<T>> Query<T>(FormattableString sql, Func<DbDataReader, T> read, CancellationToken ct = default);

    /// <summary>Reads every row of a question put together by the caller; <paramref name="values"/> stand behind <c>@p0</c>, <c>@p1</c>, ….</summary>
    Task<IReadOnlyList<T>> Query<T>(string sql, IReadOnlyList<object?> values, Func<DbDataReader, T> read, CancellationToken ct = default);
}
