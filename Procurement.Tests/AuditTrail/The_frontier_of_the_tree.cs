using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class The_frontier_of_the_tree
{
    private static readonly List<Sha256Hash> Leaves = TestLeaves.Hashes(600);

    [Fact]
    public void It_reaches_the_root_of_the_whole_tree_at_every_size()
    {
        var (frontier, whole) = (MerkleFrontier.Empty(), new LeafHashes(Leaves));
        for (var size = 0; size <= Leaves.Count; size++)
        {
            Assert.Equal(MerkleTree.Root((ulong)size, whole), frontier.Root);
            if (size < Leaves.Count) frontier.Append(Leaves[size]);
        }
    }

    [Fact]
    public void Stored_and_read_back_at_any_size_it_goes_on_as_if_never_stored()
    {
        var expected = Append(MerkleFrontier.Empty(), Leaves).Root;
        for (var cut = 0; cut <= Leaves.Count; cut += 7)
        {
            var stored = Append(MerkleFrontier.Empty(), Leaves.Take(cut)).ToBytes();
            var resumed = MerkleFrontier.FromBytes(stored).Value;

            Assert.Equal((ulong)cut, resumed.Size);
            Assert.Equal(expected, Append(resumed, Leaves.Skip(cut)).Root);
        }
    }

    [Fact]
    public void The_nodes_it_reports_as_completed_are_all_that_proofs_need()
    {
        var stored = new StoredNodes();
        var frontier = MerkleFrontier.Empty();
        foreach (var leaf in Leaves) frontier.Append(leaf, stored.Add);

        var (size, computed) = ((ulong)Leaves.Count, new LeafHashes(Leaves));
        Assert.Equal(frontier.Root, MerkleTree.Root(size, stored));
        for (var index = 0UL; index < size; index += 13)
        {
            Assert.Equal(MerkleTree.ProveInclusion(index, size, computed), MerkleTree.ProveInclusion(index, size, stored));
            Assert.Equal(MerkleTree.ProveConsistency(index + 1, size, computed), MerkleTree.ProveConsistency(index + 1, size, stored));
        }
    }

    [Fact]
    public void Bytes_that_are_no_frontier_are_refused()
    {
        var bytes = Append(MerkleFrontier.Empty(), Leaves.Take(5)).ToBytes();

        Assert.False(MerkleFrontier.FromBytes([]).Succeeded);
        Assert.False(MerkleFrontier.FromBytes(bytes.AsSpan(..^1)).Succeeded);
        Assert.False(MerkleFrontier.FromBytes([.. bytes, 0]).Succeeded);
        bytes[0] = 9;
        Assert.Equal("audit.frontier-unreadable", MerkleFrontier.FromBytes(bytes).Refusal.Code);
    }

    private static MerkleFrontier Append(MerkleFrontier frontier, IEnumerable<Sha256Hash> leaves)
    {
        foreach (var leaf in leaves) frontier.Append(leaf);
        return frontier;
    }

    private sealed class StoredNodes : ITreeHashes
    {
        private readonly Dictionary<TreeNode, Sha256Hash> _nodes = [];

        public Sha256Hash this[TreeNode node] => _nodes[node];

        public void Add(TreeNode node, Sha256Hash hash) => _nodes.Add(node, hash);
    }
}
