using System.Text;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Application.AuditTrail;

/// <summary>The only way by which this system signs a checkpoint.</summary>
public static class CheckpointSigning
{
    /// <summary>Signs the first checkpoint of a log.</summary>
    public static SignedCheckpoint SignFirst(this ICheckpointKey key, string origin, ulong size, Sha256Hash root) =>
        key.Sign(Checkpoint.First(origin, size, root));

    /// <summary>Signs the next checkpoint; refused when it is not shown to begin with the last one that was signed.</summary>
    public static Result<SignedCheckpoint> SignNext(
        this ICheckpointKey key, Checkpoint last, ulong size, Sha256Hash root, IReadOnlyList<Sha256Hash> consistencyProof)
    {
        ArgumentNullException.ThrowIfNull(last);
        var next = last.Next(size, root, consistencyProof);
        return next.Succeeded ? key.Sign(next.Value) : next.Plain();
    }

    private static SignedCheckpoint Sign(this ICheckpointKey key, Checkpoint checkpoint) =>
        SignedCheckpoint.Of(
            checkpoint,
            new NoteSignature(key.PublicKey.Name, key.KeyId, key.Sign(Encoding.UTF8.GetBytes(checkpoint.Text))));
}
