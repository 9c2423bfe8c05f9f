using System.Security.Cryptography;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Checkpoints_of_the_log
{
    private const string Origin = "procurement.example.ir/audit";

    // Made with the openssl command line and base64, by nothing of this program.
    private const string NoteOfAnotherProgram =
        "procurement.example.ir/audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n"
        + "\u2014 procurement.example.ir/audit m51/TDBFAiB/EfiXRhwhQKF93pR1P5l265GiWLcs8WWhizb5V4LVWAIhAMZHMENwESfcDOuwvW3PxCqSOx2w8tAIo3Eb/g2tPSrp\n";

    private const string KeyOfAnotherProgram =
        "procurement.example.ir/audit+9b9d7f4c+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIWOuTzp59HgR7DV/IDDKBbFVyeZTKuKOMiUQmG82tA7b5sL9kwfVBoA8wFfwMmsD2drt7h1YBgikxeMJxOozbw=";

    private static readonly LeafHashes Hashes = new(TestLeaves.Hashes(64));

    [Fact]
    public void A_note_signed_by_another_program_is_read_verified_and_written_back_letter_by_letter()
    {
        var key = CheckpointPublicKey.Parse(KeyOfAnotherProgram).Value;
        var note = SignedCheckpoint.Parse(NoteOfAnotherProgram).Value;

        Assert.True(note.VerifiedBy(key).Succeeded);
        Assert.Equal(8UL, note.Checkpoint.Size);
        Assert.Equal(NoteOfAnotherProgram, note.ToString());
        Assert.Equal(KeyOfAnotherProgram, key.ToString());
    }

    [Theory]
    [InlineData("audit\n8\n", "audit\n9\n")]
    [InlineData("XcnaeacG", "YcnaeacG")]
    [InlineData("procurement.example.ir/audit\n", "procurement.example.ir/other\n")]
    public void A_signed_note_changed_in_one_place_is_refused(string was, string becomes)
    {
        var key = CheckpointPublicKey.Parse(KeyOfAnotherProgram).Value;
        var altered = SignedCheckpoint.Parse(NoteOfAnotherProgram.Replace(was, becomes, StringComparison.Ordinal)).Value;

        Assert.Equal("audit.checkpoint-signature-false", altered.VerifiedBy(key).Refusal.Code);
    }

    [Fact]
    public void A_note_signed_only_by_strangers_proves_nothing()
    {
        var (_, stranger) = AKey("witness.example.ir");

        Assert.Equal("audit.checkpoint-not-signed-by-key", SignedCheckpoint.Parse(NoteOfAnotherProgram).Value.VerifiedBy(stranger).Refusal.Code);
    }

    [Fact]
    public void A_witness_may_sign_beside_the_log_and_each_key_verifies_alone()
    {
        var (own, ownPublic) = AKey(Origin);
        var (witness, witnessPublic) = AKey("witness.example.ir/1");
        var state = Checkpoint.First(Origin, 5, MerkleTree.Root(5, Hashes));

        var note = SignedCheckpoint.Of(state, state.SignedBy(own, ownPublic)).With(state.SignedBy(witness, witnessPublic));
        var read = SignedCheckpoint.Parse(note.ToString()).Value;

        Assert.True(read.VerifiedBy(ownPublic).Succeeded);
        Assert.True(read.VerifiedBy(witnessPublic).Succeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")]
    [InlineData("audit\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n+8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n18446744073709551616\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQw==\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\nmore\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("au dit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/TDBF\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n- audit m51/TDBF\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/\n")]
    [InlineData("audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 audit m51/TDBF")]
    [InlineData("audit\r\n8\r\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\r\n\r\n\u2014 audit m51/TDBF\r\n")]
    public void A_text_that_is_not_exactly_a_signed_checkpoint_is_refused(string text) =>
        Assert.Equal("audit.checkpoint-unreadable", SignedCheckpoint.Parse(text).Refusal.Code);

    [Fact]
    public void The_next_checkpoint_is_made_only_when_it_is_shown_to_begin_with_the_last()
    {
        var last = Checkpoint.First(Origin, 20, MerkleTree.Root(20, Hashes));
        var proof = MerkleTree.ProveConsistency(20, 64, Hashes);
        var root = MerkleTree.Root(64, Hashes);

        Assert.Equal(64UL, last.Next(64, root, proof).Value.Size);
        Assert.Equal("audit.history-changed", last.Next(64, root.Flip(3), proof).Refusal.Code);
        Assert.Equal("audit.tree-shrank", last.Next(19, MerkleTree.Root(19, Hashes), []).Refusal.Code);
        Assert.Equal("audit.history-changed", last.Next(20, root, []).Refusal.Code);
    }

    [Fact]
    public void A_log_that_was_empty_may_begin_with_any_leaves()
    {
        var empty = Checkpoint.First(Origin, 0, MerkleTree.EmptyRoot);

        Assert.True(empty.Next(20, MerkleTree.Root(20, Hashes), []).Succeeded);
        Assert.True(empty.Next(0, MerkleTree.EmptyRoot, []).Succeeded);
        Assert.False(empty.Next(0, MerkleTree.Root(20, Hashes), []).Succeeded);
    }

    [Fact]
    public void A_checkpoint_of_another_log_does_not_follow()
    {
        var ours = Checkpoint.First(Origin, 20, MerkleTree.Root(20, Hashes));
        var theirs = Checkpoint.First("elsewhere.example.ir/audit", 64, MerkleTree.Root(64, Hashes));

        Assert.Equal("audit.other-log", theirs.Follows(ours, MerkleTree.ProveConsistency(20, 64, Hashes)).Refusal.Code);
    }

    [Fact]
    public void Only_an_EC_key_on_P256_may_be_a_checkpoint_key()
    {
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);

        Assert.False(CheckpointPublicKey.From(Origin, large.ExportSubjectPublicKeyInfo()).Succeeded);
        Assert.False(CheckpointPublicKey.From(Origin, rsa.ExportSubjectPublicKeyInfo()).Succeeded);
        Assert.False(CheckpointPublicKey.From(Origin, [1, 2, 3]).Succeeded);
        Assert.False(CheckpointPublicKey.Parse(KeyOfAnotherProgram.Replace("9b9d7f4c", "9b9d7f4d", StringComparison.Ordinal)).Succeeded);
        Assert.False(CheckpointPublicKey.Parse("no key").Succeeded);
    }

    private static (ECDsa Key, CheckpointPublicKey Public) AKey(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key, CheckpointPublicKey.From(name, key.ExportSubjectPublicKeyInfo()).Value);
    }
}
