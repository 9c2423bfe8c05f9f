using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Lets one writer at a time through to SQLite, in the order they came; PostgreSQL orders writers itself and is not gated.</summary>
/// <remarks>
/// SQLite has one writer per file and answers the others by sleep and retry, which is neither fair nor quick. A command takes its
/// turn after everything that can be done without the database lock, and gives it back with the transaction. Queries never take it.
/// </remarks>
public sealed class WriteGate(DatabaseEngine engine, TimeSpan? patience = null) : IDisposable
{
    /// <summary>After this long the asker is told to try again rather than left hanging.</summary>
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly TimeSpan _patience = patience ?? DefaultPatience;

    /// <summary>Waits for a turn to write; refused as busy when none came in time.</summary>
    public async Task<Result<Turn>> Enter(CancellationToken ct)
    {
        if (engine != DatabaseEngine.Sqlite) return new Turn(null);
        return await _gate.WaitAsync(_patience, ct) ? new Turn(_gate) : Refusal.Busy("shared.busy");
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>The right to write; disposing gives it to the next in line.</summary>
    public sealed class Turn : IDisposable
    {
        private SemaphoreSlim? _gate;

        internal Turn(SemaphoreSlim? gate) => _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
