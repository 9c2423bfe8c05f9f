using System.Numerics;
using System.Runtime.InteropServices;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>A node over a full group of leaves: those from <c>Index · 2^Level</c> up to, not including, <c>(Index + 1) · 2^Level</c>.</summary>
/// <remarks>Once the last of its leaves is appended such a node never changes again, so its hash may be stored or cached for ever.</remarks>
/// <param name="Level">0 for a leaf, 1 for a pair, and so on.</param>
/// <param name="Index">Position among the nodes of the level, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeNode(int Level, ulong Index)
{
    /// <summary>The node over the first half of the leaves; only above level 0.</summary>
    public TreeNode Left => new(Level - 1, Index * 2);

    /// <summary>The node over the second half of the leaves; only above level 0.</summary>
    public TreeNode Right => new(Level - 1, (Index * 2) + 1);
}

/// <summary>Leaves from <paramref name="Begin"/> up to, not including, <paramref name="End"/>, as the tree groups them under one hash.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LeafRange(ulong Begin, ulong End)
{
    /// <summary>The full nodes, left to right, that together cover the range; at most one per level.</summary>
    public IEnumerable<TreeNode> Nodes()
    {
        for (var at = Begin; at < End;)
        {
            var level = Math.Min(BitOperations.TrailingZeroCount(at), BitOperations.Log2(End - at));
            yield return new TreeNode(level, at >> level);
            at += 1UL << level;
        }
    }
}

/// <summary>Whoever can tell the hash of a full node: stored nodes, or leaf hashes to compute it from.</summary>
public interface ITreeHashes
{
    Sha256Hash this[TreeNode node] { get; }
}

/// <summary>Node hashes computed from leaf hashes in memory, each at most once.</summary>
public sealed class LeafHashes(IReadOnlyList<Sha256Hash> leaves) : ITreeHashes
{
    private readonly Dictionary<TreeNode, Sha256Hash> _computed = [];

    public Sha256Hash this[TreeNode node]
    {
        get
        {
            if (node.Level == 0) return leaves[checked((int)node.Index)];
            if (_computed.TryGetValue(node, out var known)) return known;

            return _computed[node] = MerkleTree.NodeHash(this[node.Left], this[node.Right]);
        }
    }
}
