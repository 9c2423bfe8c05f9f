using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;

namespace Procurement.Tests.AuditTrail;

/// <summary>Leaves, proofs and damage to them, for the tests of the log.</summary>
internal static class TestLeaves
{
    public static List<Sha256Hash> Hashes(int count) =>
        [.. Enumerable.Range(0, count).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];

    public static AuditLeaf ASignature { get; } = new(
        Kind: "GoodsReceipt",
        DocumentId: new Guid("01939d3a-0000-7000-8000-000000000001"),
        DocumentVersion: 3,
        ContentHash: Sha256Hash.Of("canonical receipt"u8),
        Act: "sign",
        ActorId: new Guid("01939d3a-0000-7000-8000-000000000002"),
        PostId: new Guid("01939d3a-0000-7000-8000-000000000003"),
        ActingForId: null,
        At: 1_795_248_000_000_000,
        CommandId: new Guid("01939d3a-0000-7000-8000-000000000004"),
        DetailHash: Sha256Hash.Of(Encoding.UTF8.GetBytes("به شرط اصلاح بند ۲")));

    public static Sha256Hash Flip(this Sha256Hash hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Sha256Hash(bytes);
    }

    /// <summary>Every way to damage a proof by one step: a flipped bit, a hash too many, too few, or two swapped.</summary>
    public static IEnumerable<IReadOnlyList<Sha256Hash>> Damaged(IReadOnlyList<Sha256Hash> proof, int bit)
    {
        for (var i = 0; i < proof.Count; i++)
        {
            yield return [.. proof.Take(i), proof[i].Flip(bit), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), .. proof.Skip(i + 1)];
            if (i > 0) yield return [.. proof.Take(i - 1), proof[i], proof[i - 1], .. proof.Skip(i + 1)];
        }

        yield return [.. proof, MerkleTree.EmptyRoot];
        yield return [MerkleTree.EmptyRoot, .. proof];
    }

    public static NoteSignature SignedBy(this Checkpoint checkpoint, ECDsa key, CheckpointPublicKey publicKey) => new(
        publicKey.Name,
        publicKey.KeyId,
        key.SignData(Encoding.UTF8.GetBytes(checkpoint.Text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
