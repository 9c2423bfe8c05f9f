using Procurement.Domain.AuditTrail;
using Procurement.Domain.SignOff;

namespace Procurement.Application.AuditTrail.Proofs;

/// <summary>Where a document's last act stands in the log, and the signed state that covers it.</summary>
/// <param name="Index">The leaf's place, from 0.</param>
/// <param name="Checkpoint">Null until the next checkpoint covers the leaf.</param>
public sealed record LogPlace(ulong Index, Checkpoint? Checkpoint);

/// <summary>Makes what somebody outside needs to check a document's act against a signed checkpoint, without the database.</summary>
public sealed class ProofMaker(IAuditLog log)
{
    /// <summary>The place of the newest act on the document; null when the log has none.</summary>
    public async Task<LogPlace?> PlaceOf(DocumentId document, CancellationToken ct)
    {
        if (await log.LeavesOf(document, ct) is not [.., var last]) return null;
        var covering = await Covering(last.Index, ct);
        return new LogPlace(last.Index, covering?.Checkpoint);
    }

    /// <summary>The proof of the newest act that a checkpoint already covers; null when none is covered yet.</summary>
    public async Task<DocumentProof?> ProofOf(DocumentId document, CancellationToken ct)
    {
        if (await log.LastCheckpoint(ct) is not { } last || SignedCheckpoint.Parse(last.Note) is not { Succeeded: true, Value: var signed }) return null;
        var size = signed.Checkpoint.Size;
        if ((await log.LeavesOf(document, ct)).LastOrDefault(leaf => leaf.Index < size) is not { } leaf) return null;

        var plan = MerkleTree.PlanInclusion(leaf.Index, size);
        var hashes = new KnownHashes(await log.HashesUnder(plan.SelectMany(range => range.Nodes()), ct));
        return new DocumentProof(leaf.Bytes, leaf.Index, MerkleTree.ProveInclusion(leaf.Index, size, hashes), signed);
    }

    private async Task<SignedCheckpoint?> Covering(ulong index, CancellationToken ct) =>
        await log.LastCheckpoint(ct) is { } last && SignedCheckpoint.Parse(last.Note) is { Succeeded: true, Value: var signed } && index < signed.Checkpoint.Size
            ? signed
            : null;
}
