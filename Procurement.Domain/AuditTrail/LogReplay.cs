using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>Recomputes the log from its stored leaves, first to last, against the checkpoints that were signed over it.</summary>
/// <remarks>
/// Feed every leaf in index order and finish. The first refusal names the first place where the stored log is not what was signed.
/// Recomputing each checkpoint's root from one growing frontier also shows that every checkpoint begins with the one before.
/// </remarks>
public sealed class LogReplay
{
    private readonly MerkleFrontier _frontier = MerkleFrontier.Empty();
    private readonly Queue<Checkpoint> _checkpoints;

    /// <param name="checkpoints">Checkpoints whose signatures were verified, in any order.</param>
    public LogReplay(IEnumerable<Checkpoint> checkpoints) => _checkpoints = new Queue<Checkpoint>(checkpoints.OrderBy(c => c.Size));

    /// <summary>Leaves replayed so far.</summary>
    public ulong Size => _frontier.Size;

    /// <summary>The root over them.</summary>
    public Sha256Hash Root => _frontier.Root;

    /// <summary>The next stored leaf.</summary>
    public Result Leaf(ulong index, ReadOnlySpan<byte> bytes, Sha256Hash storedHash)
    {
        var reached = CheckpointsReached();
        if (!reached.Succeeded) return reached;
        if (index != _frontier.Size) return AuditTrailErrors.LeafMissing(_frontier.Size, index);

        var hash = MerkleTree.LeafHash(bytes);
        if (hash != storedHash) return AuditTrailErrors.LeafAltered(index);

        _frontier.Append(hash);
        return CheckpointsReached();
    }

    /// <summary>No more leaves are stored.</summary>
    public Result Finish()
    {
        var reached = CheckpointsReached();
        if (!reached.Succeeded) return reached;

        return _checkpoints.TryPeek(out var beyond) ? AuditTrailErrors.LeavesCutOff(beyond.Size, _frontier.Size) : Result.Ok;
    }

    private Result CheckpointsReached()
    {
        while (_checkpoints.TryPeek(out var next) && next.Size == _frontier.Size)
        {
            if (next.Root != _frontier.Root) return AuditTrailErrors.HistoryChanged(next.Size);
            _checkpoints.Dequeue();
        }

        return Result.Ok;
    }
}
