using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Application.AuditTrail.VerifyLog;

/// <summary>What a verification of the whole log found.</summary>
/// <param name="Leaves">Leaves recomputed up to the end or the first fault.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Checkpoints">Checkpoints held against them, those handed in from outside included.</param>
/// <param name="Sound">Leaves that a signed checkpoint still vouches for: all before this one are as they were signed.</param>
/// <param name="Fault">The first fault; null when everything verifies.</param>
public sealed record LogVerdict(ulong Leaves, Sha256Hash Root, int Checkpoints, ulong Sound, Refusal? Fault)
{
    public bool Verified => Fault is null;
}

/// <summary>Recomputes the whole log from its stored leaves and holds it against every signed checkpoint (fsck of the log).</summary>
public sealed class LogVerifier(IAuditLog log)
{
    private const int PageSize = 20_000;

    /// <param name="keys">The public keys the log was signed under.</param>
    /// <param name="held">Checkpoints somebody outside has kept; they are what a rewriter of the database cannot reach.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LogVerdict> Verify(IReadOnlyList<CheckpointPublicKey> keys, IReadOnlyList<string> held, CancellationToken ct)
    {
        var stored = await log.Checkpoints(ct);
        var signed = new List<SignedCheckpoint>();
        foreach (var note in stored.Select(checkpoint => checkpoint.Note).Concat(held))
        {
            var believed = Believed(note, keys, signed.FirstOrDefault());
            if (!believed.Succeeded) return new LogVerdict(0, MerkleTree.EmptyRoot, signed.Count, 0, believed.Refusal);
            signed.Add(believed.Value);
        }

        var checkpoints = signed.ConvertAll(note => note.Checkpoint);
        var replay = new LogReplay(checkpoints);
        var nodes = new Dictionary<TreeNode, Sha256Hash>();
        var outcome = await Replay(replay, nodes, ct);
        if (outcome.Succeeded) outcome = Result.FirstRefused(await SameSize(replay, ct), await SameNodes(nodes, checkpoints, ct), SameFrontiers(stored));
        return new LogVerdict(replay.Size, replay.Root, signed.Count, SoundUpTo(outcome, checkpoints, replay), outcome.Succeeded ? null : outcome.Refusal);
    }

    private static Result<SignedCheckpoint> Believed(string note, IReadOnlyList<CheckpointPublicKey> keys, SignedCheckpoint? first)
    {
        var parsed = SignedCheckpoint.Parse(note);
        if (!parsed.Succeeded) return parsed;
        var origin = parsed.Value.Checkpoint.Origin;
        if (first is not null && first.Checkpoint.Origin != origin) return AuditTrailErrors.OtherLog(first.Checkpoint.Origin, origin);

        var verified = parsed.Value.VerifiedByAny(keys);
        return verified.Succeeded ? parsed : verified;
    }

    private async Task<Result> Replay(LogReplay replay, Dictionary<TreeNode, Sha256Hash> nodes, CancellationToken ct)
    {
        var frontier = MerkleFrontier.Empty();
        while (true)
        {
            var page = await log.Leaves(replay.Size, PageSize, ct);
            foreach (var leaf in page)
            {
                var same = replay.Leaf(leaf.Index, leaf.Bytes.Span, leaf.Hash);
                if (!same.Succeeded) return same;

                frontier.Append(leaf.Hash, (node, hash) =>
                {
                    if (log.Stores(node)) nodes.Add(node, hash);
                });
            }

            if (page.Count < PageSize) return replay.Finish();
        }
    }

    private async Task<Result> SameSize(LogReplay replay, CancellationToken ct)
    {
        var head = await log.Size(ct);

        // Commands go on while the log is read: the head may be ahead of what was read, never behind.
        if (head < replay.Size) return AuditTrailErrors.LeafMissing(head, replay.Size);
        return head == replay.Size || (await log.Leaves(replay.Size, 1, ct)).Count == 1 ? Result.Ok : AuditTrailErrors.LeavesCutOff(head, replay.Size);
    }

    private async Task<Result> SameNodes(Dictionary<TreeNode, Sha256Hash> computed, List<Checkpoint> checkpoints, CancellationToken ct)
    {
        var stored = await log.Nodes(ct);
        var covered = checkpoints.Count == 0 ? 0 : checkpoints.Max(checkpoint => checkpoint.Size);
        foreach (var (node, hash) in computed.OrderBy(node => node.Key.Level).ThenBy(node => node.Key.Index))
        {
            var end = (node.Index + 1) << node.Level;
            if (stored.TryGetValue(node, out var kept) ? kept != hash : end <= covered) return AuditTrailErrors.NodeAltered(node.Level, node.Index);
        }

        return Result.Ok;
    }

    /// <summary>The frontier beside a checkpoint must lead to the root that was signed.</summary>
    private static Result SameFrontiers(IReadOnlyList<StoredCheckpoint> stored)
    {
        foreach (var checkpoint in stored)
        {
            var signed = SignedCheckpoint.Parse(checkpoint.Note).Value.Checkpoint;
            var frontier = MerkleFrontier.FromBytes(checkpoint.Frontier.Span);
            if (!frontier.Succeeded || frontier.Value.Size != signed.Size || frontier.Value.Root != signed.Root) return AuditTrailErrors.FrontierUnreadable;
        }

        return Result.Ok;
    }

    private static ulong SoundUpTo(Result outcome, List<Checkpoint> checkpoints, LogReplay replay)
    {
        if (outcome.Succeeded) return replay.Size;

        // The root that did not come out is that of the checkpoint at the size reached; those before it did.
        var failedHere = outcome.Refusal.Code == AuditTrailErrors.HistoryChanged(replay.Size).Code;
        return checkpoints.Select(checkpoint => checkpoint.Size).Where(size => failedHere ? size < replay.Size : size <= replay.Size).DefaultIfEmpty(0UL).Max();
    }
}
