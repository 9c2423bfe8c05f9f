using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.AuditTrail;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>A signed checkpoint, kept for ever: what was once signed is what later states are held to.</summary>
internal sealed class AuditCheckpointRow
{
    public long Size { get; set; }

    public string Note { get; set; } = "";

    public byte[] Frontier { get; set; } = [];

    public DateTimeOffset At { get; set; }
}

/// <summary>The hash of a full group of 256, 65,536, … leaves; follows from the leaves, so it may be thrown away and computed again.</summary>
internal sealed class AuditNodeRow
{
    public int Level { get; set; }

    public long Idx { get; set; }

    public byte[] Hash { get; set; } = [];
}

internal sealed class AuditCheckpointConfiguration : IEntityTypeConfiguration<AuditCheckpointRow>
{
    public void Configure(EntityTypeBuilder<AuditCheckpointRow> builder)
    {
        builder.ToTable("audit_checkpoint");
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
    }
}

internal sealed class AuditNodeConfiguration : IEntityTypeConfiguration<AuditNodeRow>
{
    public void Configure(EntityTypeBuilder<AuditNodeRow> builder)
    {
        builder.ToTable("audit_node");
        builder.HasKey(n => new { n.Level, n.Idx });
    }
}

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(ProcurementDb db, ISqlSession sql, WriteGate gate, IBodyClock clock) : IAuditLog
{
    /// <summary>Of every eighth level all nodes are kept: one row for 256 leaves, and no proof needs more than 255 hashes a step.</summary>
    private const int LevelStep = 8;

    public async Task<ulong> Size(CancellationToken ct) =>
        (ulong)(await sql.Query($"SELECT size FROM audit_head WHERE id = 1", row => row.GetInt64(0), ct))[0];

    public Task<IReadOnlyList<StoredLeaf>> Leaves(ulong from, int take, CancellationToken ct) =>
        sql.Query($"SELECT idx, bytes, hash FROM audit_leaf WHERE idx >= {(long)from} ORDER BY idx LIMIT {take}", Leaf, ct);

    public Task<IReadOnlyList<StoredLeaf>> LeavesBefore(ulong index, int take, CancellationToken ct) =>
        sql.Query($"SELECT idx, bytes, hash FROM audit_leaf WHERE idx < {(long)index} ORDER BY idx DESC LIMIT {take}", Leaf, ct);

    public Task<IReadOnlyList<StoredLeaf>> LeavesOf(DocumentId document, CancellationToken ct) =>
        sql.Query($"SELECT idx, bytes, hash FROM audit_leaf WHERE document_id = {document} ORDER BY idx", Leaf, ct);

    public async Task<StoredCheckpoint?> LastCheckpoint(CancellationToken ct) =>
        await sql.Query($"SELECT note, frontier, at FROM audit_checkpoint ORDER BY size DESC LIMIT 1", Checkpoint, ct) is [var last] ? last : null;

    public Task<IReadOnlyList<StoredCheckpoint>> Checkpoints(CancellationToken ct) =>
        sql.Query($"SELECT note, frontier, at FROM audit_checkpoint ORDER BY size", Checkpoint, ct);

    public async Task<IReadOnlyDictionary<TreeNode, Sha256Hash>> HashesUnder(IEnumerable<TreeNode> nodes, CancellationToken ct)
    {
        var hashes = new Dictionary<TreeNode, Sha256Hash>();
        foreach (var node in nodes)
        {
            var stored = node.Level / LevelStep * LevelStep;
            var (begin, end) = ((long)(node.Index << (node.Level - stored)), (long)((node.Index + 1) << (node.Level - stored)));
            var found = stored == 0
                ? await sql.Query($"SELECT idx, hash FROM audit_leaf WHERE idx >= {begin} AND idx < {end}", IndexAndHash, ct)
                : await sql.Query($"SELECT idx, hash FROM audit_node WHERE level = {stored} AND idx >= {begin} AND idx < {end}", IndexAndHash, ct);
            foreach (var (index, hash) in found) hashes[new TreeNode(stored, index)] = hash;
        }

        return hashes;
    }

    public async Task<IReadOnlyDictionary<TreeNode, Sha256Hash>> Nodes(CancellationToken ct) =>
        (await sql.Query($"SELECT level, idx, hash FROM audit_node", row => (Node: new TreeNode(row.GetInt32(0), (ulong)row.GetInt64(1)), Hash: HashOf(row, 2)), ct))
        .ToDictionary(row => row.Node, row => row.Hash);

    public bool Stores(TreeNode node) => node.Level > 0 && node.Level % LevelStep == 0;

    public async Task<bool> Keep(
        SignedCheckpoint next, MerkleFrontier frontier, ulong basis, IReadOnlyDictionary<TreeNode, Sha256Hash> nodes, CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return false;
        using (turn.Value)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (sql.Engine == DatabaseEngine.PostgreSql) await sql.Execute($"SELECT pg_advisory_xact_lock(hashtext('procurement.checkpoint'))", ct);

            var last = (await sql.Query($"SELECT MAX(size) FROM audit_checkpoint", row => row.GetLongOrNull(0), ct))[0] ?? 0;
            if (last != (long)basis) return false;

            db.AddRange(nodes.Select(node => new AuditNodeRow { Level = node.Key.Level, Idx = (long)node.Key.Index, Hash = node.Value.ToArray() }));
            db.Add(new AuditCheckpointRow { Size = (long)next.Checkpoint.Size, Note = next.ToString(), Frontier = frontier.ToBytes(), At = clock.Now });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();
        return true;
    }

    private static StoredLeaf Leaf(DbDataReader row) => new((ulong)row.GetInt64(0), row.GetBytes(1), HashOf(row, 2));

    private static StoredCheckpoint Checkpoint(DbDataReader row) => new(row.GetString(0), row.GetBytes(1), row.GetInstant(2));

    private static (ulong Index, Sha256Hash Hash) IndexAndHash(DbDataReader row) => ((ulong)row.GetInt64(0), HashOf(row, 1));

    /// <summary>A stored hash of the wrong length is nobody's hash, and so differs from whatever is computed.</summary>
    private static Sha256Hash HashOf(DbDataReader row, int column) => Sha256Hash.TryFrom(row.GetBytes(column), out var hash) ? hash : default;
}
