using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>What an offline check has proved: this act stands at this place in a log whose state the key's owner has signed.</summary>
/// <param name="Leaf">The act.</param>
/// <param name="Index">Its place in the log.</param>
/// <param name="Checkpoint">The signed state that covers it.</param>
public sealed record ProvenAct(AuditLeaf Leaf, ulong Index, Checkpoint Checkpoint)
{
    /// <summary>Whether these canonical bytes are the document version the act was about.</summary>
    public Result Covers(ReadOnlySpan<byte> canonicalDocument) =>
        Leaf.ContentHash == Sha256Hash.Of(canonicalDocument) ? Result.Ok : AuditTrailErrors.OtherContent;
}

/// <summary>Checks a proof file with a public key and nothing else: no database, no network, no trust in who handed it over.</summary>
public static class OfflineVerifier
{
    /// <summary>Proof file and key in, proven act or the reason why not out.</summary>
    public static Result<ProvenAct> Verify(ReadOnlySpan<byte> proofFile, CheckpointPublicKey key)
    {
        var parsed = DocumentProof.Parse(proofFile);
        return parsed.Succeeded ? Verify(parsed.Value, key) : parsed.Plain();
    }

    /// <summary>The same for a proof already read.</summary>
    public static Result<ProvenAct> Verify(DocumentProof proof, CheckpointPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var signed = proof.Checkpoint.VerifiedBy(key);
        if (!signed.Succeeded) return signed;

        var state = proof.Checkpoint.Checkpoint;
        var leafHash = MerkleTree.LeafHash(proof.LeafBytes.Span);
        var included = MerkleVerifier.Inclusion(proof.Index, state.Size, leafHash, proof.InclusionProof, state.Root);
        if (!included.Succeeded) return included;

        var leaf = AuditLeaf.Parse(proof.LeafBytes.Span);
        return leaf.Succeeded ? new ProvenAct(leaf.Value, proof.Index, state) : leaf.Plain();
    }
}
