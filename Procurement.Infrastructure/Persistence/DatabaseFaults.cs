using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Procurement.Infrastructure.Persistence;

/// <summary>What a database said no with.</summary>
public enum ViolationKind
{
    /// <summary>Two rows with the same key: somebody else was first.</summary>
    Unique = 1,

    /// <summary>A number outside its bounds, such as a balance below zero.</summary>
    Check = 2,

    /// <summary>A reference to a row that is not there, or a row that others refer to.</summary>
    ForeignKey = 3,

    /// <summary>An append-only row was about to change.</summary>
    AppendOnly = 4,
}

/// <summary>A broken rule of the database, named the same on both engines, so that one table turns names into refusals.</summary>
/// <param name="Kind">What sort of rule.</param>
/// <param name="Name">The index or constraint; empty where SQLite does not tell it (foreign keys, triggers).</param>
public sealed record Violation(ViolationKind Kind, string Name);

/// <summary>Tells apart what the engines throw.</summary>
public static class DatabaseFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteCheck = 275;
    private const int SqliteForeignKey = 787;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteTrigger = 1811;
    private const int SqliteUnique = 2067;

    /// <summary>Whether the transaction lost to another one, so that the whole command may be run again from its start.</summary>
    public static bool MayRunAgain(Exception fault) => Innermost(fault) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } => true,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        _ => false,
    };

    /// <summary>The rule that was broken; null when the fault is of another sort.</summary>
    public static Violation? ViolationOf(Exception fault, ProcurementDb db) => Innermost(fault) switch
    {
        PostgresException postgres => Of(postgres),
        SqliteException sqlite => Of(sqlite, db),
        _ => null,
    };

    private static Exception Innermost(Exception fault)
    {
        while (fault is DbUpdateException { InnerException: { } inner }) fault = inner;
        return fault;
    }

    private static Violation? Of(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new Violation(ViolationKind.Unique, fault.ConstraintName ?? ""),
        PostgresErrorCodes.CheckViolation => new Violation(ViolationKind.Check, fault.ConstraintName ?? ""),
        PostgresErrorCodes.ForeignKeyViolation => new Violation(ViolationKind.ForeignKey, fault.ConstraintName ?? ""),
        PostgresErrorCodes.RestrictViolation => new Violation(ViolationKind.AppendOnly, ""),
        _ => null,
    };

    private static Violation? Of(SqliteException fault, ProcurementDb db) => fault.SqliteExtendedErrorCode switch
    {
        SqliteUnique or SqlitePrimaryKey => new Violation(ViolationKind.Unique, UniqueName(After("constraint failed: ", fault.Message), db)),
        SqliteCheck => new Violation(ViolationKind.Check, After("constraint failed: ", fault.Message)),
        SqliteForeignKey => new Violation(ViolationKind.ForeignKey, ""),
        SqliteTrigger => new Violation(ViolationKind.AppendOnly, ""),
        _ => null,
    };

    /// <summary>SQLite names the columns (<c>sample.title, sample.year</c>) where PostgreSQL names the index: the model knows which it is.</summary>
    private static string UniqueName(string columns, ProcurementDb db)
    {
        if (columns.StartsWith("index '", StringComparison.Ordinal)) return columns["index '".Length..].TrimEnd('\'');

        var names = columns.Split(", ");
        var table = db.Model.GetRelationalModel().FindTable(names[0].Split('.')[0], null);
        var broken = names.Select(name => name.Split('.')[1]).ToHashSet(StringComparer.Ordinal);
        return table?.UniqueConstraints.FirstOrDefault(key => broken.SetEquals(Names(key.Columns)))?.Name
            ?? table?.Indexes.FirstOrDefault(index => index.IsUnique && broken.SetEquals(Names(index.Columns)))?.Name
            ?? "";
    }

    private static IEnumerable<string> Names(IEnumerable<IColumn> columns) => columns.Select(column => column.Name);

    /// <summary>The fact in an SQLite message, which reads <c>SQLite Error 19: 'UNIQUE constraint failed: sample.title'.</c></summary>
    private static string After(string marker, string message)
    {
        var start = message.IndexOf(marker, StringComparison.Ordinal);
        return start < 0 ? "" : message[(start + marker.Length)..].TrimEnd('.').TrimEnd('\'');
    }
}
