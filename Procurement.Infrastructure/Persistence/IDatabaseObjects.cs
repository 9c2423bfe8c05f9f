namespace Procurement.Infrastructure.Persistence;

/// <summary>Triggers, views and special indexes of one capability that the model cannot express.</summary>
/// <remarks>
/// Every class of this assembly that implements it is found by itself. Each text is one <c>CREATE</c> statement; it is run again at
/// every start, because rebuilding a table on SQLite silently drops what hangs on it.
/// </remarks>
public interface IDatabaseObjects
{
    IEnumerable<string> Sqlite();

    IEnumerable<string> PostgreSql();
}

/// <summary>Statements that several capabilities share.</summary>
public static class DatabaseObjectTexts
{
    /// <summary>Rows that may be added and never touched again: ledgers, audit leaves, signatures. The engine refuses, whoever asks.</summary>
    public static IEnumerable<string> AppendOnly(string table, DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.Sqlite =>
        [
            $"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
            $"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        ],
        DatabaseEngine.PostgreSql =>
        [
            """
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
            """,
            $"CREATE OR REPLACE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
            $"CREATE OR REPLACE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
            $"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };
}
