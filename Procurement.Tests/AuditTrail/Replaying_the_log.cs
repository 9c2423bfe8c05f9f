using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Replaying_the_log
{
    private sealed record StoredLeaf(ulong Index, byte[] Bytes, Sha256Hash Hash);

    private static readonly List<StoredLeaf> Honest =
        [.. Enumerable.Range(0, 50).Select(i => Stored((ulong)i, (TestLeaves.ASignature with { DocumentVersion = i }).ToBytes()))];

    private static readonly List<Checkpoint> Signed = [.. new[] { 10, 10, 32, 50 }.Select(CheckpointAt)];

    [Fact]
    public void An_honest_log_agrees_with_all_its_checkpoints() => Assert.True(Replay(Honest).Succeeded);

    [Fact]
    public void A_log_may_have_leaves_no_checkpoint_covers_yet() =>
        Assert.True(Replay([.. Honest, Stored(50, [1])]).Succeeded);

    [Fact]
    public void An_edited_leaf_is_named() =>
        ShouldFail("audit.leaf-altered", Honest.Select(leaf => leaf.Index == 20 ? leaf with { Bytes = [1] } : leaf), 20UL);

    [Fact]
    public void A_leaf_edited_together_with_its_hash_is_caught_by_the_next_checkpoint() =>
        ShouldFail("audit.history-changed", Honest.Select(leaf => leaf.Index == 20 ? Stored(20, [1]) : leaf), 32UL);

    [Fact]
    public void A_deleted_leaf_is_named() =>
        ShouldFail("audit.leaf-missing", Honest.Where(leaf => leaf.Index != 7), 7UL);

    [Fact]
    public void A_repeated_leaf_is_named() =>
        ShouldFail("audit.leaf-missing", Honest.Take(8).Append(Honest[7]).Concat(Honest.Skip(8)), 8UL);

    [Fact]
    public void Two_leaves_that_changed_places_are_caught() =>
        ShouldFail("audit.history-changed", Honest.Select(leaf => leaf.Index is 3 or 4 ? Stored(leaf.Index, Honest[7 - (int)leaf.Index].Bytes) : leaf), 10UL);

    [Fact]
    public void A_leaf_put_in_between_is_caught() =>
        ShouldFail("audit.history-changed", Honest.Take(12).Append(Stored(12, [1])).Concat(Honest.Skip(12).Select(leaf => leaf with { Index = leaf.Index + 1 })), 32UL);

    [Fact]
    public void A_cut_off_end_is_caught_when_a_checkpoint_covered_it() =>
        ShouldFail("audit.leaves-cut-off", Honest.Take(49), 50UL);

    [Fact]
    public void A_fork_signed_behind_the_back_of_another_checkpoint_is_caught() =>
        Assert.Equal(
            "audit.history-changed",
            Replay(Honest, [.. Signed, Checkpoint.First("log", 32, MerkleTree.EmptyRoot)]).Refusal.Code);

    private static void ShouldFail(string code, IEnumerable<StoredLeaf> leaves, ulong firstFact)
    {
        var refusal = Replay(leaves).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.Equal(firstFact, refusal.Args[0]);
    }

    private static Result Replay(IEnumerable<StoredLeaf> leaves, IEnumerable<Checkpoint>? checkpoints = null)
    {
        var replay = new LogReplay(checkpoints ?? Signed);
        foreach (var leaf in leaves)
        {
            var verdict = replay.Leaf(leaf.Index, leaf.Bytes, leaf.Hash);
            if (!verdict.Succeeded) return verdict;
        }

        return replay.Finish();
    }

    private static StoredLeaf Stored(ulong index, byte[] bytes) => new(index, bytes, MerkleTree.LeafHash(bytes));

    private static Checkpoint CheckpointAt(int size) =>
        Checkpoint.First("log", (ulong)size, MerkleTree.Root((ulong)size, new LeafHashes([.. Honest.Take(size).Select(leaf => leaf.Hash)])));
}
