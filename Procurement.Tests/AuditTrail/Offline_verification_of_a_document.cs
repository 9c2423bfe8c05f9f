using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Offline_verification_of_a_document : IDisposable
{
    private const string Origin = "procurement.example.ir/audit";
    private const ulong Place = 41;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CheckpointPublicKey _publicKey;
    private readonly DocumentProof _proof;

    public Offline_verification_of_a_document()
    {
        _publicKey = CheckpointPublicKey.From(Origin, _key.ExportSubjectPublicKeyInfo()).Value;

        var leaf = TestLeaves.ASignature.ToBytes();
        var leaves = TestLeaves.Hashes(100);
        leaves[(int)Place] = MerkleTree.LeafHash(leaf);
        var hashes = new LeafHashes(leaves);
        var state = Checkpoint.First(Origin, 100, MerkleTree.Root(100, hashes));
        _proof = new DocumentProof(
            leaf, Place, MerkleTree.ProveInclusion(Place, 100, hashes), SignedCheckpoint.Of(state, state.SignedBy(_key, _publicKey)));
    }

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_proof_file_and_the_public_key_tell_who_did_what_and_where_it_stands()
    {
        var proven = OfflineVerifier.Verify(_proof.ToJson(), CheckpointPublicKey.Parse(_publicKey.ToString()).Value).Value;

        Assert.Equal(TestLeaves.ASignature, proven.Leaf);
        Assert.Equal(Place, proven.Index);
        Assert.Equal(100UL, proven.Checkpoint.Size);
    }

    [Fact]
    public void The_document_shown_must_be_the_one_that_was_signed()
    {
        var proven = OfflineVerifier.Verify(_proof, _publicKey).Value;

        Assert.True(proven.Covers("canonical receipt"u8).Succeeded);
        Assert.Equal("audit.other-content", proven.Covers("canonical receipt, price raised"u8).Refusal.Code);
    }

    [Fact]
    public void No_single_changed_byte_of_the_file_tells_another_story()
    {
        var file = _proof.ToJson();
        var honest = OfflineVerifier.Verify(file, _publicKey).Value;
        for (var i = 0; i < file.Length; i++)
        {
            foreach (var mask in (byte[])[0x01, 0x20, 0x80])
            {
                byte[] changed = [.. file];
                changed[i] ^= mask;
                var verdict = OfflineVerifier.Verify(changed, _publicKey);

                // Blanks between fields and the case of a hexadecimal digit mean nothing; whatever still verifies must say the same.
                Assert.True(!verdict.Succeeded || verdict.Value == honest, $"byte {i}, mask {mask:x2}");
            }
        }
    }

    [Fact]
    public void A_leaf_swapped_for_another_act_is_refused()
    {
        var forged = _proof with { LeafBytes = (TestLeaves.ASignature with { Act = "refuse" }).ToBytes() };

        Assert.Equal("audit.leaf-not-in-tree", OfflineVerifier.Verify(forged.ToJson(), _publicKey).Refusal.Code);
    }

    [Fact]
    public void A_tree_the_forger_signed_himself_is_refused()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var state = _proof.Checkpoint.Checkpoint;
        var sameNameOtherKey = CheckpointPublicKey.From(Origin, forger.ExportSubjectPublicKeyInfo()).Value;
        var foreign = _proof with { Checkpoint = SignedCheckpoint.Of(state, state.SignedBy(forger, sameNameOtherKey)) };
        var posing = _proof with
        {
            Checkpoint = SignedCheckpoint.Of(state, state.SignedBy(forger, sameNameOtherKey) with { KeyId = _publicKey.KeyId }),
        };

        Assert.Equal("audit.checkpoint-not-signed-by-key", OfflineVerifier.Verify(foreign, _publicKey).Refusal.Code);
        Assert.Equal("audit.checkpoint-signature-false", OfflineVerifier.Verify(posing, _publicKey).Refusal.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"form\":\"procurement.document-proof\",\"formVersion\":\"1\"}")]
    [InlineData("{\"form\":\"procurement.document-proof\",\"formVersion\":1,\"leaf\":5,\"index\":0,\"inclusionProof\":[],\"checkpoint\":\"\"}")]
    [InlineData("{\"form\":\"procurement.document-proof\",\"formVersion\":1,\"leaf\":\"\",\"index\":-1,\"inclusionProof\":[],\"checkpoint\":\"\"}")]
    [InlineData("{\"form\":\"procurement.document-proof\",\"formVersion\":1,\"leaf\":\"\",\"index\":0,\"inclusionProof\":[\"ab\"],\"checkpoint\":\"\"}")]
    [InlineData("{\"form\":\"procurement.document-proof\",\"formVersion\":1,\"leaf\":\"\",\"index\":0,\"inclusionProof\":[],\"checkpoint\":\"\\ud800\"}")]
    public void A_file_that_is_no_proof_is_refused(string file) =>
        Assert.Equal("audit.proof-unreadable", OfflineVerifier.Verify(Encoding.UTF8.GetBytes(file), _publicKey).Refusal.Code);

    [Fact]
    public void A_file_too_long_to_be_a_proof_is_not_even_read() =>
        Assert.Equal("audit.proof-unreadable", OfflineVerifier.Verify(new byte[DocumentProof.MaxLength + 1], _publicKey).Refusal.Code);
}
