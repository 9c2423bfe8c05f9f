using System.Data.Common;
using System.Globalization;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence.Sql;

/// <summary>Reads stored values back from SQL written by hand, on either engine.</summary>
public static class SqlReading
{
    public static TId GetId<TId>(this DbDataReader row, int column) where TId : struct, ITypedId<TId> => TId.From(row.GetUuid(column));

    public static TId? GetIdOrNull<TId>(this DbDataReader row, int column) where TId : struct, ITypedId<TId> =>
        row.IsDBNull(column) ? null : row.GetId<TId>(column);

    public static Guid GetUuid(this DbDataReader row, int column) =>
        row.GetValue(column) is byte[] bytes ? new Guid(bytes, bigEndian: true) : row.GetGuid(column);

    public static DateTimeOffset GetInstant(this DbDataReader row, int column) => StoredInstant.FromMicroseconds(row.GetInt64(column));

    public static DateOnly GetDate(this DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    public static byte[] GetBytes(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static long? GetLongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string? GetStringOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A sum: PostgreSQL widens it to numeric, SQLite keeps it whole; of no rows it is zero.</summary>
    public static long GetSum(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? 0 : Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);
}
