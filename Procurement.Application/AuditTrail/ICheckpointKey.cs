using Procurement.Domain.AuditTrail;

namespace Procurement.Application.AuditTrail;

/// <summary>The private key that signs checkpoints. It lives outside the database, so that whoever can rewrite the one cannot sign with the other.</summary>
public interface ICheckpointKey
{
    /// <summary>The public half, to be handed to auditors.</summary>
    CheckpointPublicKey PublicKey { get; }

    /// <summary>Every key under which this log was ever signed: this one first, then those it replaced.</summary>
    IReadOnlyList<CheckpointPublicKey> Trusted => [PublicKey];

    /// <summary>Tells this key from its predecessors and successors.</summary>
    uint KeyId => PublicKey.KeyId;

    /// <summary>Signs a note text (UTF-8): ECDSA on P-256 over SHA-256, DER encoded.</summary>
    byte[] Sign(ReadOnlySpan<byte> noteText);
}
