using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Proofs_of_the_audit_tree
{
    private const int LargestTree = 2_000;

    private static readonly List<Sha256Hash> Leaves = TestLeaves.Hashes(LargestTree);
    private static readonly LeafHashes Hashes = new(Leaves);

    private static readonly Arbitrary<(int Size, int Index, int Bit)> ALeafInATree = (
        from size in Gen.Choose(1, LargestTree)
        from index in Gen.Choose(0, size - 1)
        from bit in Gen.Choose(0, 255)
        select (size, index, bit)).ToArbitrary();

    [Fact]
    public void A_leaf_in_a_tree_of_any_size_is_proved() =>
        Prop.ForAll(ALeafInATree, it => Includes(it.Index, it.Size, Leaves[it.Index], Proof(it.Index, it.Size), Root(it.Size)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_damaged_proof_leaf_or_root_proves_nothing() =>
        Prop.ForAll(ALeafInATree, it =>
        {
            var (size, index, bit) = it;
            var (leaf, proof, root) = (Leaves[index], Proof(index, size), Root(size));
            return TestLeaves.Damaged(proof, bit).All(damaged => !Includes(index, size, leaf, damaged, root))
                && !Includes(index, size, leaf.Flip(bit), proof, root)
                && !Includes(index, size, leaf, proof, root.Flip(bit));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_leaf_is_proved_at_no_other_place_of_the_tree() =>
        Prop.ForAll(ALeafInATree, it =>
        {
            var (size, index, _) = it;
            var (leaf, proof, root) = (Leaves[index], Proof(index, size), Root(size));
            return Enumerable.Range(0, size + 2).Where(other => other != index).All(other => !Includes(other, size, leaf, proof, root));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_tree_up_to_64_leaves_is_shown_to_begin_with_every_smaller_one()
    {
        for (var newSize = 1; newSize <= 64; newSize++)
        {
            for (var oldSize = 1; oldSize <= newSize; oldSize++)
            {
                Assert.True(Extends(oldSize, newSize, Root(oldSize), Root(newSize), Extension(oldSize, newSize)), $"{oldSize} of {newSize}");
            }
        }
    }

    [Fact]
    public void A_damaged_consistency_proof_is_refused_for_every_pair_up_to_64_leaves()
    {
        for (var newSize = 1; newSize <= 64; newSize++)
        {
            for (var oldSize = 1; oldSize <= newSize; oldSize++)
            {
                var (proof, oldRoot, newRoot, bit) = (Extension(oldSize, newSize), Root(oldSize), Root(newSize), (oldSize * newSize) % 256);
                Assert.All(TestLeaves.Damaged(proof, bit), damaged => Assert.False(Extends(oldSize, newSize, oldRoot, newRoot, damaged)));
                Assert.False(Extends(oldSize, newSize, oldRoot.Flip(bit), newRoot, proof));
                Assert.False(Extends(oldSize, newSize, oldRoot, newRoot.Flip(bit), proof));
            }
        }
    }

    [Fact]
    public void An_edited_old_leaf_breaks_consistency_with_the_tree_signed_before_it()
    {
        var rewritten = Leaves.Take(100).ToList();
        rewritten[17] = MerkleTree.LeafHash("rewritten"u8);
        var forged = new LeafHashes(rewritten);

        var verdict = MerkleVerifier.Consistency(
            60, 100, Root(60), MerkleTree.Root(100, forged), MerkleTree.ProveConsistency(60, 100, forged));

        Assert.Equal("audit.history-changed", verdict.Refusal.Code);
    }

    [Fact]
    public void Sizes_and_places_at_the_end_of_the_number_range_are_refused_not_thrown()
    {
        var root = Root(8);

        Assert.Equal("audit.leaf-outside-tree", MerkleVerifier.Inclusion(ulong.MaxValue, ulong.MaxValue, Leaves[0], [], root).Refusal.Code);
        Assert.Equal("audit.proof-too-short", MerkleVerifier.Inclusion(ulong.MaxValue - 1, ulong.MaxValue, Leaves[0], [root], root).Refusal.Code);
        Assert.Equal("audit.proof-too-short", MerkleVerifier.Consistency(ulong.MaxValue - 1, ulong.MaxValue, root, root, [root]).Refusal.Code);
        Assert.Equal("audit.nothing-to-prove", MerkleVerifier.Consistency(0, ulong.MaxValue, MerkleTree.EmptyRoot, root, []).Refusal.Code);
        Assert.Equal("audit.tree-shrank", MerkleVerifier.Consistency(ulong.MaxValue, 1, root, root, []).Refusal.Code);
    }

    [Fact]
    public void A_plan_names_each_node_it_needs_once_and_never_more_than_twice_the_height()
    {
        var plan = MerkleTree.PlanInclusion(1_000_000, 1_500_001).SelectMany(range => range.Nodes()).ToList();

        Assert.Equal(plan.Count, plan.Distinct().Count());
        Assert.InRange(plan.Count, 1, 42);
    }

    private static Sha256Hash Root(int size) => MerkleTree.Root((ulong)size, Hashes);

    private static IReadOnlyList<Sha256Hash> Proof(int index, int size) => MerkleTree.ProveInclusion((ulong)index, (ulong)size, Hashes);

    private static IReadOnlyList<Sha256Hash> Extension(int oldSize, int newSize) =>
        MerkleTree.ProveConsistency((ulong)oldSize, (ulong)newSize, Hashes);

    private static bool Includes(int index, int size, Sha256Hash leaf, IReadOnlyList<Sha256Hash> proof, Sha256Hash root) =>
        MerkleVerifier.Inclusion((ulong)index, (ulong)size, leaf, proof, root).Succeeded;

    private static bool Extends(int oldSize, int newSize, Sha256Hash oldRoot, Sha256Hash newRoot, IReadOnlyList<Sha256Hash> proof) =>
        MerkleVerifier.Consistency((ulong)oldSize, (ulong)newSize, oldRoot, newRoot, proof).Succeeded;
}
