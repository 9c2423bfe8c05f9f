using Procurement.Application.Ledgers;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.SignOff.Checks;

/// <summary>Records beside the documents that take numbers of a series of their own: orders, payment batches.</summary>
/// <param name="Kind">The kind of the series.</param>
/// <param name="Table">The table whose <c>series_code</c>, <c>number_year</c> and <c>number_serial</c> hold the numbers.</param>
internal sealed record NumberedRecords(string Kind, string Table);

/// <summary>Every number from one to the last of its series has exactly one document, and no document has a number beyond.</summary>
internal sealed class NumberSeriesCheck(ISqlSession sql, IEnumerable<NumberedRecords> records) : ILedgerCheck
{
    public string Name => "number series";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct)
    {
        // The unique index over kind, series, year and serial makes "as many as the last" mean "each exactly once".
        var others = string.Concat(records.OrderBy(r => r.Kind, StringComparer.Ordinal).Select(r =>
            $"UNION ALL SELECT '{r.Kind}', r.series_code, r.number_year, r.number_serial FROM {r.Table} r WHERE r.number_serial > 0 "));
        var series = await sql.Query(
            $"""
            SELECT c.kind, c.series, c.year, c.last, COUNT(n.number_serial), COALESCE(MIN(n.number_serial), 0), COALESCE(MAX(n.number_serial), 0)
            FROM number_counter c
            LEFT JOIN (SELECT s.kind AS kind, s.series_code AS series_code, s.number_year AS number_year, s.number_serial AS number_serial
                FROM sign_off_sheet s WHERE s.number_serial > 0 {others}) AS n ON n.kind = c.kind AND n.series_code = c.series AND n.number_year = c.year
            GROUP BY c.kind, c.series, c.year, c.last
            ORDER BY c.kind, c.series, c.year
            """,
            [],
            row => (Key: $"{row.GetString(0)} {row.GetString(1)} {row.GetInt32(2)}", Last: row.GetInt64(3), Count: row.GetInt64(4), Min: row.GetInt64(5), Max: row.GetInt64(6)),
            ct);
        var uncounted = await sql.Query(
            $"""
            SELECT s.kind, s.series_code, s.number_year, COUNT(*) FROM sign_off_sheet s
            LEFT JOIN number_counter c ON c.kind = s.kind AND c.series = s.series_code AND c.year = s.number_year
            WHERE s.number_serial > 0 AND c.kind IS NULL
            GROUP BY s.kind, s.series_code, s.number_year
            """,
            row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt32(2)}: {row.GetInt64(3)} documents with a number, but no counter", ct);
        return
        [
            .. series.Where(s => s.Count != s.Last || s.Max != s.Last || s.Min != 1)
                .Select(s => $"{s.Key}: numbers 1..{s.Last} were given, {s.Count} documents have one, from {s.Min} to {s.Max}"),
            .. uncounted,
        ];
    }
}
