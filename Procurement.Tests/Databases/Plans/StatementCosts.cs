using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using SQLitePCL;

namespace Procurement.Tests.Databases.Plans;

/// <summary>What answering one statement cost an engine, in things it counts itself; none of them is time.</summary>
/// <param name="Visited">Rows it read from tables and indexes (PostgreSQL), or steps of its machine (SQLite).</param>
/// <param name="Scanned">Rows it read because nothing led it to those it wanted.</param>
/// <param name="Plan">The plan, one step a line.</param>
internal sealed record StatementCost(long Visited, long Scanned, string Plan);

/// <summary>Runs a statement once more and lets the engine count.</summary>
internal interface IStatementCosts : IAsyncDisposable
{
    Task<StatementCost> Of(AskedStatement asked);
}

/// <summary>SQLite counts the steps of its machine for every statement; the object mapper's connection does not show them.</summary>
internal sealed class SqliteCosts : IStatementCosts
{
    private const int FullScanSteps = 1;
    private const int MachineSteps = 4;

    private readonly sqlite3 _database;

    public SqliteCosts(string file)
    {
        Check(raw.sqlite3_open_v2(file, out _database, raw.SQLITE_OPEN_READONLY, null));
        Read(new AskedStatement("PRAGMA case_sensitive_like = ON", []), _ => { });
    }

    public Task<StatementCost> Of(AskedStatement asked)
    {
        var plan = new List<string>();
        Read(asked with { Sql = "EXPLAIN QUERY PLAN " + asked.Sql }, row => plan.Add(raw.sqlite3_column_text(row, 3).utf8_to_string()));
        var (steps, scanned) = Read(asked, _ => { });
        return Task.FromResult(new StatementCost(steps, scanned, string.Join('\n', plan)));
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private (long Steps, long Scanned) Read(AskedStatement asked, Action<sqlite3_stmt> row)
    {
        Check(raw.sqlite3_prepare_v2(_database, asked.Sql, out var statement));
        using (statement)
        {
            foreach (var parameter in asked.Parameters) Bind(statement, parameter);
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) row(statement);
            if (step != raw.SQLITE_DONE) Check(step);
            return (raw.sqlite3_stmt_status(statement, MachineSteps, 0), raw.sqlite3_stmt_status(statement, FullScanSteps, 0));
        }
    }

    private static void Bind(sqlite3_stmt statement, DbParameter parameter)
    {
        var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
        var index = raw.sqlite3_bind_parameter_index(statement, name);
        if (index == 0) return;
        Check(parameter.Value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, index),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            string text => raw.sqlite3_bind_text(statement, index, text),
            DateOnly day => raw.sqlite3_bind_text(statement, index, day.ToString("O", CultureInfo.InvariantCulture)),
            var number => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        });
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException(FormattableString.Invariant($"SQLite answered {code}."));
    }
}

/// <summary>PostgreSQL says how many rows each node of a plan gave and threw away.</summary>
internal sealed class PostgreSqlCosts(NpgsqlConnection connection) : IStatementCosts
{
    public async Task<StatementCost> Of(AskedStatement asked)
    {
        await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + asked.Sql, connection);
        foreach (var parameter in asked.Parameters) command.Parameters.Add(((NpgsqlParameter)parameter).Clone());
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var cost = new StatementCost(0, 0, "");
        Walk(plan.RootElement[0].GetProperty("Plan"), 0, ref cost);
        return cost;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static void Walk(JsonElement node, int depth, ref StatementCost cost)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        var visited = kind.EndsWith("Scan", StringComparison.Ordinal)
            ? (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck")) * Math.Max(1, Number(node, "Actual Loops"))
            : 0;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{new string(' ', depth * 2)}{kind} {Text(node, "Relation Name")} {Text(node, "Index Name")} rows {Number(node, "Actual Rows")} of {visited} {Text(node, "Index Cond")} {Text(node, "Filter")}");
        cost = new StatementCost(
            cost.Visited + visited, cost.Scanned + (kind == "Seq Scan" ? visited : 0), cost.Plan.Length == 0 ? line.TrimEnd() : cost.Plan + "\n" + line.TrimEnd());
        if (!node.TryGetProperty("Plans", out var below)) return;
        foreach (var child in below.EnumerateArray()) Walk(child, depth + 1, ref cost);
    }

    private static long Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? (long)value.GetDouble() : 0;

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
