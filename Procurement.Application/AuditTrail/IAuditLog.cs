using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.AuditTrail;

/// <summary>A leaf as it is stored. Nothing in it is believed before it is recomputed.</summary>
public sealed record StoredLeaf(ulong Index, ReadOnlyMemory<byte> Bytes, Sha256Hash Hash);

/// <summary>A checkpoint as it is stored: the signed note, and beside it the frontier from which the next one goes on.</summary>
/// <param name="Note">The signed note's text.</param>
/// <param name="Frontier">The right edge of the tree at that size; see <see cref="MerkleFrontier"/>.</param>
/// <param name="At">When it was taken.</param>
public sealed record StoredCheckpoint(string Note, ReadOnlyMemory<byte> Frontier, DateTimeOffset At);

/// <summary>The log as stored: leaves written by commands, checkpoints and tree nodes written by the checkpoint job.</summary>
public interface IAuditLog
{
    /// <summary>How many leaves the head row counts.</summary>
    Task<ulong> Size(CancellationToken ct);

    /// <summary>Up to <paramref name="take"/> leaves from an index on, in order.</summary>
    Task<IReadOnlyList<StoredLeaf>> Leaves(ulong from, int take, CancellationToken ct);

    /// <summary>Up to <paramref name="take"/> leaves below an index, newest first.</summary>
    Task<IReadOnlyList<StoredLeaf>> LeavesBefore(ulong index, int take, CancellationToken ct);

    /// <summary>Every leaf about a document, in order.</summary>
    Task<IReadOnlyList<StoredLeaf>> LeavesOf(DocumentId document, CancellationToken ct);

    /// <summary>The checkpoint over most leaves; null before the first.</summary>
    Task<StoredCheckpoint?> LastCheckpoint(CancellationToken ct);

    /// <summary>Every checkpoint, by the number of leaves it covers.</summary>
    Task<IReadOnlyList<StoredCheckpoint>> Checkpoints(CancellationToken ct);

    /// <summary>Stored hashes from which the given full nodes can be computed.</summary>
    Task<IReadOnlyDictionary<TreeNode, Sha256Hash>> HashesUnder(IEnumerable<TreeNode> nodes, CancellationToken ct);

    /// <summary>Every stored tree node above the leaves.</summary>
    Task<IReadOnlyDictionary<TreeNode, Sha256Hash>> Nodes(CancellationToken ct);

    /// <summary>Whether the store keeps nodes of this level; the others are computed from those below.</summary>
    bool Stores(TreeNode node);

    /// <summary>Stores a checkpoint and the nodes completed since the one before; false when another process has meanwhile stored one.</summary>
    Task<bool> Keep(SignedCheckpoint next, MerkleFrontier frontier, ulong basis, IReadOnlyDictionary<TreeNode, Sha256Hash> nodes, CancellationToken ct);
}

/// <summary>Tree hashes computed upwards from those that are known.</summary>
public sealed class KnownHashes(IReadOnlyDictionary<TreeNode, Sha256Hash> known) : ITreeHashes
{
    public Sha256Hash this[TreeNode node] => known.TryGetValue(node, out var hash)
        ? hash
        : node.Level == 0
            ? throw new KeyNotFoundException($"The hash of leaf {node.Index} is not known.")
            : MerkleTree.NodeHash(this[node.Left], this[node.Right]);
}
