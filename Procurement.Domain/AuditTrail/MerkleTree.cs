using System.Numerics;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>The hash tree over the audit leaves (درخت مرکل): one root stands for every leaf and its order. RFC 6962 and RFC 9162, section 2.1.</summary>
/// <remarks>
/// A proof is planned first and hashed second: the plan names the nodes it needs, so that a caller can fetch them from a
/// database in one go and hand them over as <see cref="ITreeHashes"/>.
/// </remarks>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of a tree without leaves.</summary>
    public static Sha256Hash EmptyRoot { get; } = Sha256Hash.Of([]);

    /// <summary>The hash of one leaf. Its prefix differs from that of a node, so a node can never be passed off as a leaf.</summary>
    public static Sha256Hash LeafHash(ReadOnlySpan<byte> leaf) => HashOf(LeafPrefix, leaf, []);

    /// <summary>The hash of a node over its two halves.</summary>
    public static Sha256Hash NodeHash(Sha256Hash left, Sha256Hash right)
    {
        Span<byte> both = stackalloc byte[2 * Sha256Hash.Size];
        left.CopyTo(both);
        right.CopyTo(both[Sha256Hash.Size..]);
        return NodeHash(both[..Sha256Hash.Size], both[Sha256Hash.Size..]);
    }

    /// <summary>The same over raw bytes, as the standard defines it.</summary>
    public static Sha256Hash NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => HashOf(NodePrefix, left, right);

    /// <summary>The root over the first <paramref name="size"/> leaves.</summary>
    public static Sha256Hash Root(ulong size, ITreeHashes hashes) =>
        size == 0 ? EmptyRoot : HashOf(new LeafRange(0, size), hashes);

    /// <summary>What must be hashed to prove that the leaf at <paramref name="index"/> is in the tree of <paramref name="size"/> leaves, from the leaf up.</summary>
    public static IReadOnlyList<LeafRange> PlanInclusion(ulong index, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);

        var beside = new List<LeafRange>();
        var (begin, end) = (0UL, size);
        while (end - begin > 1)
        {
            var middle = begin + LeftHalf(end - begin);
            if (index < middle)
            {
                beside.Add(new LeafRange(middle, end));
                end = middle;
            }
            else
            {
                beside.Add(new LeafRange(begin, middle));
                begin = middle;
            }
        }

        beside.Reverse();
        return beside;
    }

    /// <summary>What must be hashed to prove that the tree of <paramref name="newSize"/> leaves only adds to that of <paramref name="oldSize"/>.</summary>
    public static IReadOnlyList<LeafRange> PlanConsistency(ulong oldSize, ulong newSize)
    {
        ArgumentOutOfRangeException.ThrowIfZero(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);

        var parts = new List<LeafRange>();
        var (begin, end) = (0UL, newSize);
        while (end != oldSize)
        {
            var middle = begin + LeftHalf(end - begin);
            if (oldSize <= middle)
            {
                parts.Add(new LeafRange(middle, end));
                end = middle;
            }
            else
            {
                parts.Add(new LeafRange(begin, middle));
                begin = middle;
            }
        }

        // An old tree that is itself a full node of the new one needs no mention: the verifier already holds its root.
        if (begin != 0) parts.Add(new LeafRange(begin, end));

        parts.Reverse();
        return parts;
    }

    /// <summary>Proof that the leaf at <paramref name="index"/> is in the tree of <paramref name="size"/> leaves.</summary>
    public static IReadOnlyList<Sha256Hash> ProveInclusion(ulong index, ulong size, ITreeHashes hashes) =>
        [.. PlanInclusion(index, size).Select(range => HashOf(range, hashes))];

    /// <summary>Proof that the tree of <paramref name="newSize"/> leaves begins with that of <paramref name="oldSize"/>, unchanged.</summary>
    public static IReadOnlyList<Sha256Hash> ProveConsistency(ulong oldSize, ulong newSize, ITreeHashes hashes) =>
        [.. PlanConsistency(oldSize, newSize).Select(range => HashOf(range, hashes))];

    /// <summary>Joins the hashes of full nodes, given from left to right, into the hash over all of them.</summary>
    internal static Sha256Hash Join(IReadOnlyList<Sha256Hash> fullNodes)
    {
        var joined = fullNodes[^1];
        for (var i = fullNodes.Count - 2; i >= 0; i--) joined = NodeHash(fullNodes[i], joined);
        return joined;
    }

    private static Sha256Hash HashOf(byte prefix, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        const int onStack = 1024;
        var length = 1 + first.Length + second.Length;
        var bytes = length <= onStack ? stackalloc byte[onStack] : new byte[length];
        bytes[0] = prefix;
        first.CopyTo(bytes[1..]);
        second.CopyTo(bytes[(1 + first.Length)..]);
        return Sha256Hash.Of(bytes[..length]);
    }

    private static Sha256Hash HashOf(LeafRange range, ITreeHashes hashes) =>
        Join([.. range.Nodes().Select(node => hashes[node])]);

    /// <summary>The largest power of two below <paramref name="leaves"/>: how many of them go to the left.</summary>
    private static ulong LeftHalf(ulong leaves) => 1UL << BitOperations.Log2(leaves - 1);
}
