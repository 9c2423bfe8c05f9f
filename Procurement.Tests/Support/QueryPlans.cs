using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Support;

/// <summary>How an engine would answer a question: the text of its plan, one step a line.</summary>
internal static class QueryPlans
{
    /// <summary>Asks the engine for its plan; nothing is read.</summary>
    public static async Task<string> PlanOf<T>(this ProcurementDb db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = (db.Engine == DatabaseEngine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + WithoutTags(command.CommandText);
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync()) steps.Add(Step(reader));
            return string.Join('\n', steps);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Makes the engine look at its tables, as it does by itself after a while; a plan for empty tables proves nothing.</summary>
    public static Task Analyse(this ProcurementDb db) => db.Database.ExecuteSqlRawAsync("ANALYZE");

    /// <summary>Whether a plan sorts rows instead of reading them in order.</summary>
    public static bool Sorts(string plan) =>
        plan.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) || plan.Contains("Sort", StringComparison.Ordinal);

    private static string Step(DbDataReader row) => row.GetString(row.GetOrdinal(row.FieldCount == 1 ? row.GetName(0) : "detail"));

    private static string WithoutTags(string sql) =>
        string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
}
