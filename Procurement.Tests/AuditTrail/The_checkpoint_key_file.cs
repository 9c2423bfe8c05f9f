using Procurement.Application.AuditTrail;
using Procurement.Domain.AuditTrail;
using Procurement.Infrastructure.AuditTrail;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class The_checkpoint_key_file : IDisposable
{
    private const string Origin = "procurement.example.ir/audit";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("checkpoint-key-");

    private string KeyPath => Path.Combine(_directory.FullName, "keys", "checkpoint.pem");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void It_is_made_on_first_use_and_is_the_same_key_after_a_restart()
    {
        using var first = CheckpointKeyFile.Open(KeyPath, Origin);
        using var restarted = CheckpointKeyFile.Open(KeyPath, Origin);

        Assert.Equal(first.PublicKey.ToString(), restarted.PublicKey.ToString());
        Assert.Equal([KeyPath], Directory.GetFiles(Path.GetDirectoryName(KeyPath)!));
    }

    [Fact]
    public void A_checkpoint_it_signs_verifies_with_the_public_half_alone()
    {
        using var key = CheckpointKeyFile.Open(KeyPath, Origin);
        var hashes = new LeafHashes(TestLeaves.Hashes(9));

        var first = key.SignFirst(Origin, 4, MerkleTree.Root(4, hashes));
        var next = key.SignNext(first.Checkpoint, 9, MerkleTree.Root(9, hashes), MerkleTree.ProveConsistency(4, 9, hashes));

        Assert.True(first.VerifiedBy(key.PublicKey).Succeeded);
        Assert.True(SignedCheckpoint.Parse(next.Value.ToString()).Value.VerifiedBy(key.PublicKey).Succeeded);
    }

    [Fact]
    public void It_signs_no_checkpoint_that_forks_from_the_last()
    {
        using var key = CheckpointKeyFile.Open(KeyPath, Origin);
        var hashes = new LeafHashes(TestLeaves.Hashes(9));
        var last = key.SignFirst(Origin, 4, MerkleTree.EmptyRoot).Checkpoint;

        var fork = key.SignNext(last, 9, MerkleTree.Root(9, hashes), MerkleTree.ProveConsistency(4, 9, hashes));

        Assert.Equal("audit.history-changed", fork.Refusal.Code);
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        using var key = CheckpointKeyFile.Open(KeyPath, Origin);
        if (OperatingSystem.IsWindows()) return; // Windows keeps access lists instead; the folder's decides there.

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
    }

    [Fact]
    public void A_key_others_can_read_is_not_used()
    {
        CheckpointKeyFile.Open(KeyPath, Origin).Dispose();
        if (OperatingSystem.IsWindows()) return;

        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Throws<InvalidOperationException>(() => CheckpointKeyFile.Open(KeyPath, Origin));
    }

    [Fact]
    public void A_file_that_holds_no_key_is_not_replaced_but_reported()
    {
        CheckpointKeyFile.Open(KeyPath, Origin).Dispose();
        File.WriteAllText(KeyPath, "lost");

        Assert.Throws<InvalidOperationException>(() => CheckpointKeyFile.Open(KeyPath, Origin));
        Assert.Equal("lost", File.ReadAllText(KeyPath));
    }
}
