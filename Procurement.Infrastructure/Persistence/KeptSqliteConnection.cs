using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Procurement.Infrastructure.Persistence;

/// <summary>The connections to one SQLite file, lent to one unit of work after the other with the statements they have prepared.</summary>
/// <remarks>
/// SQLite plans a statement anew each time a command is made for it, which costs more than running most of ours; and a fresh connection is
/// told its settings and functions again. PostgreSQL needs none of this: its driver prepares by itself.
/// </remarks>
internal sealed class SqliteConnections(string connectionString) : IDisposable
{
    /// <summary>More idle connections than this are closed; each keeps its prepared statements in memory.</summary>
    private const int MostIdle = 32;

    private readonly ConcurrentStack<KeptSqliteConnection> _idle = new();
    private volatile bool _isOver;

    /// <summary>The connection last given back, so that few of them serve a quiet hour; a new one when none is idle.</summary>
    public KeptSqliteConnection Take()
    {
        if (!_idle.TryPop(out var kept)) return new KeptSqliteConnection(this, connectionString);
        kept.Lend();
        return kept;
    }

    public void Dispose()
    {
        _isOver = true;
        while (_idle.TryPop(out var kept)) kept.End();
    }

    internal void TakeBack(KeptSqliteConnection kept)
    {
        if (_isOver || _idle.Count >= MostIdle || !kept.IsReusable)
        {
            kept.End();
            return;
        }

        _idle.Push(kept);
        if (_isOver) Dispose(); // the pool was closed between the question and the push
    }
}

/// <summary>A connection that survives its unit of work: closing leaves it open, disposing gives it back to <see cref="SqliteConnections"/>.</summary>
internal sealed class KeptSqliteConnection(SqliteConnections owner, string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Statements kept; a list of values makes a new text for each length, so the number must have an end.</summary>
    private const int MostCommands = 400;

    private readonly Dictionary<string, Stack<SqliteCommand>> _commands = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taught = new(StringComparer.Ordinal);
    private int _count;
    private bool _isLent = true;
    private bool _isEnding;

    /// <summary>Whether commits are for the moment not flushed (<see cref="Sql.ISqlSession.ExecuteUnflushed"/>).</summary>
    public bool IsUnflushed { get; set; }

    /// <summary>Neither a transaction nor a changed setting is left on it.</summary>
    public bool IsReusable => !IsUnflushed && Transaction is null;

    public override void Close()
    {
        if (_isEnding) base.Close();
    }

    // Every unit of work teaches its connection the same functions; once is enough for this one.
    public override void CreateCollation(string name, Comparison<string>? comparison)
    {
        if (_taught.Add(name)) base.CreateCollation(name, comparison);
    }

    public override void CreateFunction<T1, TResult>(string name, Func<T1, TResult>? function, bool isDeterministic = false)
    {
        if (_taught.Add(name)) base.CreateFunction(name, function, isDeterministic);
    }

    public override void CreateFunction<T1, T2, TResult>(string name, Func<T1, T2, TResult>? function, bool isDeterministic = false)
    {
        if (_taught.Add(name)) base.CreateFunction(name, function, isDeterministic);
    }

    public override void CreateAggregate<T1, TAccumulate>(string name, Func<TAccumulate?, T1, TAccumulate>? func, bool isDeterministic = false)
        where TAccumulate : default
    {
        if (_taught.Add(name)) base.CreateAggregate(name, func, isDeterministic);
    }

    public override void CreateAggregate<T1, TAccumulate, TResult>(
        string name, TAccumulate seed, Func<TAccumulate, T1, TAccumulate>? func, Func<TAccumulate, TResult>? resultSelector, bool isDeterministic = false)
    {
        if (_taught.Add(name)) base.CreateAggregate(name, seed, func, resultSelector, isDeterministic);
    }

    internal void Lend() => _isLent = true;

    internal void End()
    {
        _isEnding = true;
        ForgetCommands();
        Dispose();
    }

    /// <summary>A command for this text, prepared before where there was one; without parameters.</summary>
    internal SqliteCommand TakeCommand(string text)
    {
        if (_commands.TryGetValue(text, out var idle) && idle.TryPop(out var kept))
        {
            _count--;
            kept.Transaction = Transaction;
            return kept;
        }

        var made = CreateCommand();
        made.CommandText = text;
        return made;
    }

    internal void TakeBack(string text, SqliteCommand command)
    {
        // A pragma acts when it is prepared, so it is prepared each time.
        if (_isEnding || !_isLent || State != System.Data.ConnectionState.Open || text.StartsWith("PRAGMA", StringComparison.Ordinal))
        {
            command.Dispose();
            return;
        }

        command.Parameters.Clear();
        command.Transaction = null;
        if (_count >= MostCommands) ForgetCommands();
        if (!_commands.TryGetValue(text, out var idle)) _commands.Add(text, idle = new Stack<SqliteCommand>());
        idle.Push(command);
        _count++;
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isEnding) base.Dispose(disposing);
        else if (_isLent)
        {
            _isLent = false;
            owner.TakeBack(this);
        }
    }

    private void ForgetCommands()
    {
        foreach (var command in _commands.Values.SelectMany(idle => idle)) command.Dispose();
        _commands.Clear();
        _count = 0;
    }
}

/// <summary>A command that works through one the connection keeps prepared for its text, and gives it back when disposed.</summary>
internal sealed class KeptCommand(KeptSqliteConnection connection) : DbCommand
{
    private string _text = "";
    private SqliteCommand? _inner;
    private SqliteDataReader? _reader;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            if (value == _text) return;
            var before = _inner;
            var (text, after) = (value ?? "", connection.TakeCommand(value ?? ""));
            if (before is not null) Move(before, after);
            (_text, _inner) = (text, after);
        }
    }

    public override int CommandTimeout
    {
        get => Inner.CommandTimeout;
        set => Inner.CommandTimeout = value;
    }

    public override System.Data.CommandType CommandType
    {
        get => Inner.CommandType;
        set => Inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override System.Data.UpdateRowSource UpdatedRowSource
    {
        get => Inner.UpdatedRowSource;
        set => Inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set
        {
            if (!ReferenceEquals(value, connection)) throw new NotSupportedException("A kept command belongs to its connection.");
        }
    }

    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => Inner.Transaction;
        set => Inner.Transaction = (SqliteTransaction?)value;
    }

    private SqliteCommand Inner => _inner ??= connection.TakeCommand(_text);

    public override void Cancel() => Inner.Cancel();

    public override int ExecuteNonQuery() => Inner.ExecuteNonQuery();

    public override object? ExecuteScalar() => Inner.ExecuteScalar();

    public override void Prepare() => Inner.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(System.Data.CommandBehavior behavior) => _reader = Inner.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _inner is { } inner)
        {
            _inner = null;
            if (_reader is { IsClosed: false }) inner.Dispose(); // somebody still reads: the statement is not free
            else connection.TakeBack(_text, inner);
        }

        base.Dispose(disposing);
    }

    /// <summary>Takes what was set on the command along to another text.</summary>
    private void Move(SqliteCommand before, SqliteCommand after)
    {
        List<SqliteParameter> parameters = [.. before.Parameters.Cast<SqliteParameter>()];
        (after.CommandTimeout, after.Transaction) = (before.CommandTimeout, before.Transaction);
        connection.TakeBack(_text, before);
        after.Parameters.AddRange(parameters);
    }
}
