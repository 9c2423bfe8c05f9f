using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>The ways in which the log, a checkpoint or a proof of it can be found wanting.</summary>
public static class AuditTrailErrors
{
    /// <summary>The proof speaks of a leaf beyond the end of the tree.</summary>
    public static Refusal LeafOutsideTree(ulong index, ulong size) => Refusal.Rule("audit.leaf-outside-tree", index, size);

    /// <summary>The leaf, its place or the proof is not the one the root stands for.</summary>
    public static Refusal LeafNotInTree => Refusal.Rule("audit.leaf-not-in-tree");

    /// <summary>The proof lacks hashes.</summary>
    public static Refusal ProofTooShort => Refusal.Rule("audit.proof-too-short");

    /// <summary>The proof has hashes to spare.</summary>
    public static Refusal ProofTooLong => Refusal.Rule("audit.proof-too-long");

    /// <summary>A proof from the empty tree was offered; every tree begins with that.</summary>
    public static Refusal NothingToProve => Refusal.Rule("audit.nothing-to-prove");

    /// <summary>A later checkpoint covers fewer leaves than an earlier one: leaves were removed.</summary>
    public static Refusal TreeShrank(ulong oldSize, ulong newSize) => Refusal.Rule("audit.tree-shrank", oldSize, newSize);

    /// <summary>Among the first <paramref name="oldSize"/> leaves something is no longer what was signed.</summary>
    public static Refusal HistoryChanged(ulong oldSize) => Refusal.Rule("audit.history-changed", oldSize);

    /// <summary>Two checkpoints of different logs were compared.</summary>
    public static Refusal OtherLog(string expected, string found) => Refusal.Rule("audit.other-log", expected, found);

    /// <summary>The stored frontier is damaged; it can be rebuilt from the leaves.</summary>
    public static Refusal FrontierUnreadable => Refusal.Invalid("audit.frontier-unreadable");

    /// <summary>The text is not a checkpoint.</summary>
    public static Refusal CheckpointUnreadable => Refusal.Invalid("audit.checkpoint-unreadable");

    /// <summary>No signature on the checkpoint is by the key that was asked for.</summary>
    public static Refusal NotSignedBy(string keyName) => Refusal.Rule("audit.checkpoint-not-signed-by-key", keyName);

    /// <summary>A signature claims to be by the known key and is not.</summary>
    public static Refusal SignatureFalse(string keyName) => Refusal.Rule("audit.checkpoint-signature-false", keyName);

    /// <summary>The text is not a public key for checkpoints (an EC key on P-256).</summary>
    public static Refusal KeyUnreadable => Refusal.Invalid("audit.key-unreadable");

    /// <summary>The bytes are not an audit leaf in its one canonical spelling.</summary>
    public static Refusal LeafUnreadable => Refusal.Invalid("audit.leaf-unreadable");

    /// <summary>The file is not a document proof of a form this version knows.</summary>
    public static Refusal ProofUnreadable => Refusal.Invalid("audit.proof-unreadable");

    /// <summary>A stored leaf is missing, repeated or out of order.</summary>
    public static Refusal LeafMissing(ulong expected, ulong found) => Refusal.Rule("audit.leaf-missing", expected, found);

    /// <summary>A stored leaf's bytes and its stored hash disagree.</summary>
    public static Refusal LeafAltered(ulong index) => Refusal.Rule("audit.leaf-altered", index);

    /// <summary>A signed checkpoint covers leaves that are no longer there.</summary>
    public static Refusal LeavesCutOff(ulong expected, ulong found) => Refusal.Rule("audit.leaves-cut-off", expected, found);

    /// <summary>The document shown is not the one whose content hash the leaf carries.</summary>
    public static Refusal OtherContent => Refusal.Rule("audit.other-content");

    /// <summary>A stored tree node does not follow from the leaves under it; it can be rebuilt from them.</summary>
    public static Refusal NodeAltered(int level, ulong index) => Refusal.Rule("audit.node-altered", level, index);

    /// <summary>No leaf with that index is stored, or it lies outside what the asker may see.</summary>
    public static Refusal LeafNotFound(long index) => Refusal.NotFound("audit.leaf-not-found", index);

    /// <summary>The act is in the log, but the next checkpoint has not been signed yet.</summary>
    public static Refusal NotCoveredYet(long index) => Refusal.Rule("audit.not-covered-yet", index);
}
