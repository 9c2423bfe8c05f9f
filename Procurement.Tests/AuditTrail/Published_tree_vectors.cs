using System.Globalization;
using System.Text;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Published_tree_vectors
{
    // The only case judged otherwise here: its two "roots" are the same 12 letters. A root of this log has 32 bytes, whatever it is compared with.
    private const string EqualTextsThatAreNoHashes = "additional/sizes-are-equal-one-and-proof-is-empty";

    private static readonly MerkleVectors Vectors = MerkleVectors.Published;

    private static readonly List<Sha256Hash> EightLeaves =
        [.. Vectors.LeafInputs.Select(leaf => MerkleTree.LeafHash(Convert.FromHexString(leaf)))];

    [Fact]
    public void Leaf_node_and_empty_tree_hash_to_the_known_answers()
    {
        Assert.Equal(Vectors.EmptyRoot, MerkleTree.EmptyRoot.ToHex());
        Assert.All(Vectors.HasherKnownAnswers, known => Assert.Equal(known.Hash, Answer(known).ToHex()));
    }

    [Fact]
    public void Every_node_over_the_eight_leaves_has_the_published_hash()
    {
        var hashes = new LeafHashes(EightLeaves);
        for (var level = 0; level < Vectors.NodeHashes.Count; level++)
        {
            for (var index = 0; index < Vectors.NodeHashes[level].Count; index++)
            {
                Assert.Equal(Vectors.NodeHashes[level][index], hashes[new TreeNode(level, (ulong)index)].ToHex());
            }
        }
    }

    [Fact]
    public void The_tree_and_the_frontier_both_reach_every_published_root()
    {
        var frontier = MerkleFrontier.Empty();
        for (var size = 0; size < Vectors.Roots.Count; size++)
        {
            if (size > 0) frontier.Append(EightLeaves[size - 1]);
            Assert.Equal(Vectors.Roots[size], MerkleTree.Root((ulong)size, new LeafHashes(EightLeaves)).ToHex());
            Assert.Equal(Vectors.Roots[size], frontier.Root.ToHex());
        }
    }

    [Fact]
    public void Larger_trees_reach_the_roots_derived_from_the_definition()
    {
        Assert.NotEmpty(Vectors.DerivedLargeRoots);
        Assert.All(Vectors.DerivedLargeRoots, tree =>
        {
            var leaves = Enumerable.Range(0, tree.TreeSize)
                .Select(i => MerkleTree.LeafHash(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))))
                .ToList();
            Assert.Equal(tree.Root, MerkleTree.Root((ulong)leaves.Count, new LeafHashes(leaves)).ToHex());
        });
    }

    [Fact]
    public void Every_inclusion_case_gets_the_published_verdict()
    {
        Assert.Equal(98, Vectors.Inclusion.Count);
        Assert.All(Vectors.Inclusion, known => Assert.Equal(known.Valid, IsIncluded(known)));
    }

    [Fact]
    public void Every_consistency_case_gets_the_published_verdict()
    {
        Assert.Equal(98, Vectors.Consistency.Count);
        Assert.All(
            Vectors.Consistency.Where(known => known.Name != EqualTextsThatAreNoHashes),
            known => Assert.Equal(known.Valid, IsConsistent(known)));
    }

    [Fact]
    public void Two_equal_texts_that_are_no_hashes_are_refused_though_their_publisher_lets_them_pass()
    {
        var known = Vectors.Consistency.Single(it => it.Name == EqualTextsThatAreNoHashes);

        Assert.True(known.Valid);
        Assert.False(IsConsistent(known));
    }

    [Fact]
    public void Inclusion_proofs_are_made_as_the_definition_makes_them()
    {
        Assert.Equal(36, Vectors.DerivedInclusion.Count);
        Assert.All(Vectors.DerivedInclusion, known => Assert.Equal(
            known.Proof, MerkleTree.ProveInclusion(known.LeafIndex, known.TreeSize, new LeafHashes(EightLeaves)).Select(hash => hash.ToHex())));
    }

    [Fact]
    public void Consistency_proofs_are_made_as_the_definition_makes_them()
    {
        Assert.Equal(36, Vectors.DerivedConsistency.Count);
        Assert.All(Vectors.DerivedConsistency, known => Assert.Equal(
            known.Proof, MerkleTree.ProveConsistency(known.Size1, known.Size2, new LeafHashes(EightLeaves)).Select(hash => hash.ToHex())));
    }

    private static Sha256Hash Answer(MerkleVectors.KnownAnswer known) => known.Kind switch
    {
        "emptyRoot" => MerkleTree.EmptyRoot,
        "leaf" => MerkleTree.LeafHash(Convert.FromHexString(known.Data!)),
        "node" => MerkleTree.NodeHash(Convert.FromHexString(known.Left!), Convert.FromHexString(known.Right!)),
        _ => throw new InvalidOperationException($"No rule for a known answer of kind {known.Kind}."),
    };

    private static bool IsIncluded(MerkleVectors.InclusionCase known) =>
        Sha256Hash.TryParseHex(known.Root, out var root)
        && Sha256Hash.TryParseHex(known.LeafHash, out var leaf)
        && Read(known.Proof) is { } proof
        && MerkleVerifier.Inclusion(known.LeafIndex, known.TreeSize, leaf, proof, root).Succeeded;

    private static bool IsConsistent(MerkleVectors.ConsistencyCase known) =>
        Sha256Hash.TryParseHex(known.Root1, out var root1)
        && Sha256Hash.TryParseHex(known.Root2, out var root2)
        && Read(known.Proof) is { } proof
        && MerkleVerifier.Consistency(known.Size1, known.Size2, root1, root2, proof).Succeeded;

    private static List<Sha256Hash>? Read(IReadOnlyList<string> proof)
    {
        var hashes = new List<Sha256Hash>();
        foreach (var text in proof)
        {
            if (!Sha256Hash.TryParseHex(text, out var hash)) return null;
            hashes.Add(hash);
        }

        return hashes;
    }
}
