using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Application.AuditTrail.Checkpoints;

/// <summary>
/// Takes the log's checkpoints: reads the leaves written since the last one, recomputes what it reads, and signs only what is shown to
/// begin with what was signed before.
/// </summary>
/// <remarks>
/// It runs outside the transactions that write the leaves, and it is no command: a command would leave a leaf, and so always another
/// leaf to take a checkpoint of.
/// </remarks>
public sealed class CheckpointKeeper(IAuditLog log, ICheckpointKey key)
{
    private const int PageSize = 10_000;

    /// <summary>Leaves between two checkpoints at most, so that a first run over a long log neither fills the memory nor loses its work.</summary>
    private const int LongestStep = 100_000;

    /// <summary>Signs checkpoints until the log is covered.</summary>
    /// <returns>The checkpoint that now covers the log; null while the log is empty. Refused when the stored log is not what was signed.</returns>
    public async Task<Result<SignedCheckpoint?>> CoverLog(CancellationToken ct)
    {
        while (true)
        {
            var last = await log.LastCheckpoint(ct);
            var basis = await BasisOf(last, ct);
            if (!basis.Succeeded) return basis.Plain();

            var step = await Read(basis.Value.Frontier, ct);
            if (!step.Succeeded) return step.Plain();
            if (step.Value.Count == 0) return basis.Value.Signed;

            var signed = await Sign(basis.Value, step.Value.Nodes, ct);
            if (!signed.Succeeded) return signed.Plain();

            var stored = step.Value.Nodes.Where(node => log.Stores(node.Key)).ToDictionary();
            await log.Keep(signed.Value, basis.Value.Frontier, basis.Value.Size, stored, ct);
        }
    }

    /// <summary>The last checkpoint with its frontier, both recomputed rather than believed.</summary>
    private async Task<Result<Basis>> BasisOf(StoredCheckpoint? last, CancellationToken ct)
    {
        if (last is null) return new Basis(null, 0, MerkleFrontier.Empty());

        var parsed = SignedCheckpoint.Parse(last.Note);
        if (!parsed.Succeeded) return parsed.Plain();
        var ours = parsed.Value.VerifiedByAny(key.Trusted);
        if (!ours.Succeeded) return ours;

        var checkpoint = parsed.Value.Checkpoint;
        var frontier = MerkleFrontier.FromBytes(last.Frontier.Span);
        if (frontier.Succeeded && frontier.Value.Size == checkpoint.Size && frontier.Value.Root == checkpoint.Root)
            return new Basis(parsed.Value, checkpoint.Size, frontier.Value);

        // The frontier is a convenience that follows from the leaves; the signed root says whether they are still the same.
        var rebuilt = MerkleFrontier.Empty();
        var read = await Read(rebuilt, ct, upTo: checkpoint.Size);
        if (!read.Succeeded) return read.Plain();
        return rebuilt.Size == checkpoint.Size && rebuilt.Root == checkpoint.Root
            ? new Basis(parsed.Value, checkpoint.Size, rebuilt)
            : AuditTrailErrors.HistoryChanged(checkpoint.Size);
    }

    /// <summary>Appends the leaves after the frontier to it, and tells the nodes they complete.</summary>
    private async Task<Result<Step>> Read(MerkleFrontier frontier, CancellationToken ct, ulong? upTo = null)
    {
        var nodes = new Dictionary<TreeNode, Sha256Hash>();
        var count = 0;
        while (upTo is null ? count < LongestStep : frontier.Size < upTo)
        {
            var take = upTo is { } end ? (int)Math.Min(PageSize, end - frontier.Size) : PageSize;
            var page = await log.Leaves(frontier.Size, take, ct);
            foreach (var leaf in page)
            {
                if (leaf.Index != frontier.Size) return AuditTrailErrors.LeafMissing(frontier.Size, leaf.Index);
                if (MerkleTree.LeafHash(leaf.Bytes.Span) != leaf.Hash) return AuditTrailErrors.LeafAltered(leaf.Index);

                if (upTo is null) frontier.Append(leaf.Hash, nodes.Add);
                else frontier.Append(leaf.Hash);
            }

            count += page.Count;
            if (page.Count < take) break;
        }

        return new Step(count, nodes);
    }

    private async Task<Result<SignedCheckpoint>> Sign(Basis basis, Dictionary<TreeNode, Sha256Hash> fresh, CancellationToken ct)
    {
        var (size, root) = (basis.Frontier.Size, basis.Frontier.Root);
        if (basis.Signed is null) return key.SignFirst(key.PublicKey.Name, size, root);

        var plan = basis.Size == 0 ? [] : MerkleTree.PlanConsistency(basis.Size, size);
        var known = new Dictionary<TreeNode, Sha256Hash>(await log.HashesUnder(plan.SelectMany(range => range.Nodes()).Where(node => !fresh.ContainsKey(node)), ct));
        foreach (var (node, hash) in fresh) known[node] = hash;
        var proof = basis.Size == 0 ? [] : MerkleTree.ProveConsistency(basis.Size, size, new KnownHashes(known));
        return key.SignNext(basis.Signed.Checkpoint, size, root, proof);
    }

    private sealed record Basis(SignedCheckpoint? Signed, ulong Size, MerkleFrontier Frontier);

    private sealed record Step(int Count, Dictionary<TreeNode, Sha256Hash> Nodes);
}
