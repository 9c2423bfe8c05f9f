using System.Collections.Concurrent;
using Procurement.Domain.Organisation;

namespace Procurement.Tests.Load;

/// <summary>A command that the server said is done.</summary>
/// <param name="Key">The key it was sent under.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Made">The id it was told of; null for a command that makes nothing.</param>
/// <param name="Address">Where it was sent.</param>
internal sealed record Acknowledged(string Key, PersonId By, Guid? Made, string Address);

/// <summary>What the clients were told, written down on their side: after a crash the database has to agree with it.</summary>
internal sealed class Journal
{
    private volatile TaskCompletionSource _reached = new();
    private int _awaited = int.MaxValue;
    private int _unanswered;
    private int _busy;

    public ConcurrentQueue<Acknowledged> Commands { get; } = new();

    /// <summary>Writes an acknowledged command down.</summary>
    public void Note(Acknowledged command, double milliseconds)
    {
        Times.Enqueue(milliseconds);
        Commands.Enqueue(command);
        if (Commands.Count >= Volatile.Read(ref _awaited)) _reached.TrySetResult();
    }

    /// <summary>Comes back when so many commands have been acknowledged; one may wait.</summary>
    public Task Reached(int commands)
    {
        _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, commands);
        if (Commands.Count >= commands) _reached.TrySetResult();
        return _reached.Task;
    }

    /// <summary>How long each command took, in milliseconds.</summary>
    public ConcurrentQueue<double> Times { get; } = new();

    /// <summary>Calls whose answer never came.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Commands the server asked to bring again.</summary>
    public int Busy => _busy;

    public void NoteUnanswered() => Interlocked.Increment(ref _unanswered);

    public void NoteBusy() => Interlocked.Increment(ref _busy);
}
