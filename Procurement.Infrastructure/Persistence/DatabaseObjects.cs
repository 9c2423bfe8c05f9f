using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Puts the hand-made database objects in place and makes sure that they stand there.</summary>
public sealed partial class DatabaseObjects(ProcurementDb db, ISqlSession sql, IEnumerable<IDatabaseObjects> capabilities)
{
    /// <summary>Makes every object anew, in one transaction.</summary>
    public async Task Recreate(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Engine == DatabaseEngine.PostgreSql)
        {
            // Two nodes that start together would replace the same triggers; the second waits for the first.
            await sql.Execute($"SELECT pg_advisory_xact_lock(hashtext('procurement.objects'))", ct);
        }

        foreach (var text in Texts())
        {
            var made = Created().Match(text);
            if (db.Engine == DatabaseEngine.Sqlite && made.Groups["kind"].Value is "TRIGGER" or "VIEW")
            {
                await sql.Execute($"DROP {made.Groups["kind"].Value} IF EXISTS {made.Groups["name"].Value}", [], ct);
            }

            await sql.Execute(text, [], ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <exception cref="InvalidOperationException">An object is missing: the database would no longer refuse what it must refuse.</exception>
    public async Task AssertPresent(CancellationToken ct)
    {
        var present = (await Present(ct)).ToHashSet(StringComparer.Ordinal);
        var missing = Texts().Select(text => Created().Match(text).Groups["name"].Value).Where(name => !present.Contains(name)).Distinct().ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"The database lacks {string.Join(", ", missing)}; start the application again to put them back.");
    }

    private Task<IReadOnlyList<string>> Present(CancellationToken ct) => db.Engine == DatabaseEngine.Sqlite
        ? sql.Query($"SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view', 'index')", Name, ct)
        : sql.Query(
            $"""
            SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'
            UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
            UNION ALL SELECT relname::text FROM pg_class WHERE relkind IN ('v', 'i') AND relnamespace = current_schema()::regnamespace
            """, Name, ct);

    private static string Name(DbDataReader row) => row.GetString(0);

    private IEnumerable<string> Texts() => capabilities
        .SelectMany(capability => db.Engine == DatabaseEngine.Sqlite ? capability.Sqlite() : capability.PostgreSql())
        .Distinct();

    [GeneratedRegex(@"^\s*CREATE\s+(OR\s+REPLACE\s+)?(UNIQUE\s+)?(?<kind>TRIGGER|VIEW|INDEX|FUNCTION)\s+(IF\s+NOT\s+EXISTS\s+)?(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Created();
}
