using System.Numerics;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>Judges proofs that came from somebody else, with nothing but hashing: RFC 9162, sections 2.1.3.2 and 2.1.4.2.</summary>
public static class MerkleVerifier
{
    /// <summary>Whether the leaf stands at <paramref name="index"/> in the tree with this size and root.</summary>
    public static Result Inclusion(
        ulong index, ulong size, Sha256Hash leafHash, IReadOnlyList<Sha256Hash> proof, Sha256Hash root)
    {
        if (index >= size) return AuditTrailErrors.LeafOutsideTree(index, size);

        var (position, last) = (index, size - 1);
        var computed = leafHash;
        foreach (var sibling in proof)
        {
            if (last == 0) return AuditTrailErrors.ProofTooLong;

            if (IsRightChild(position) || position == last)
            {
                computed = MerkleTree.NodeHash(sibling, computed);
                (position, last) = SkipLevelsWithoutSibling(position, last);
            }
            else
            {
                computed = MerkleTree.NodeHash(computed, sibling);
            }

            (position, last) = (position >> 1, last >> 1);
        }

        if (last != 0) return AuditTrailErrors.ProofTooShort;

        return computed == root ? Result.Ok : AuditTrailErrors.LeafNotInTree;
    }

    /// <summary>Whether the newer tree begins with the older one, unchanged: nothing was removed, edited or put in between.</summary>
    public static Result Consistency(
        ulong oldSize, ulong newSize, Sha256Hash oldRoot, Sha256Hash newRoot, IReadOnlyList<Sha256Hash> proof)
    {
        // Every tree begins with the empty one: a proof about it says nothing, so nobody may claim to have given one.
        if (oldSize == 0) return AuditTrailErrors.NothingToProve;
        if (oldSize > newSize) return AuditTrailErrors.TreeShrank(oldSize, newSize);
        if (oldSize == newSize)
        {
            if (proof.Count != 0) return AuditTrailErrors.ProofTooLong;
            return oldRoot == newRoot ? Result.Ok : AuditTrailErrors.HistoryChanged(oldSize);
        }

        if (proof.Count == 0) return AuditTrailErrors.ProofTooShort;

        // An old tree that is a full node of the new one starts from its own root, which the proof leaves out.
        IReadOnlyList<Sha256Hash> path = BitOperations.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;

        var (position, last) = (oldSize - 1, newSize - 1);
        var levels = BitOperations.TrailingZeroCount(~position);
        (position, last) = (position >> levels, last >> levels);

        var (oldComputed, newComputed) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0) return AuditTrailErrors.ProofTooLong;

            if (IsRightChild(position) || position == last)
            {
                oldComputed = MerkleTree.NodeHash(hash, oldComputed);
                newComputed = MerkleTree.NodeHash(hash, newComputed);
                (position, last) = SkipLevelsWithoutSibling(position, last);
            }
            else
            {
                newComputed = MerkleTree.NodeHash(newComputed, hash);
            }

            (position, last) = (position >> 1, last >> 1);
        }

        if (last != 0) return AuditTrailErrors.ProofTooShort;

        return oldComputed == oldRoot && newComputed == newRoot ? Result.Ok : AuditTrailErrors.HistoryChanged(oldSize);
    }

    private static bool IsRightChild(ulong position) => (position & 1) == 1;

    /// <summary>At the ragged right edge a node without sibling rises unhashed until it becomes somebody's right child.</summary>
    private static (ulong Position, ulong Last) SkipLevelsWithoutSibling(ulong position, ulong last)
    {
        while (!IsRightChild(position) && position != 0) (position, last) = (position >> 1, last >> 1);
        return (position, last);
    }
}
