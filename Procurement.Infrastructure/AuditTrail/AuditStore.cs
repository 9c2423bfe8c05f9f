using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.AuditTrail;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>One leaf of the audit tree as stored: index, canonical bytes, leaf hash. Document and instant stand beside for look-up only.</summary>
internal sealed class AuditLeafRow
{
    public long Idx { get; set; }

    public byte[] Bytes { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    public DocumentId? DocumentId { get; set; }

    public long At { get; set; }
}

/// <summary>How many leaves there are: the one row every commit passes through last.</summary>
internal sealed class AuditHeadRow
{
    public int Id { get; set; }

    public long Size { get; set; }
}

internal sealed class AuditLeafConfiguration : IEntityTypeConfiguration<AuditLeafRow>
{
    public void Configure(EntityTypeBuilder<AuditLeafRow> builder)
    {
        builder.ToTable("audit_leaf");
        builder.HasKey(l => l.Idx);
        builder.Property(l => l.Idx).ValueGeneratedNever();
        builder.HasIndex(l => new { l.DocumentId, l.Idx });
        builder.HasIndex(l => l.At);
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("audit_head");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasData(new AuditHeadRow { Id = 1, Size = 0 });
    }
}

internal sealed class AuditObjects : IDatabaseObjects
{
    private static readonly string[] Tables = ["audit_leaf", "audit_checkpoint"];

    public IEnumerable<string> Sqlite() => Tables.SelectMany(table => DatabaseObjectTexts.AppendOnly(table, DatabaseEngine.Sqlite));

    public IEnumerable<string> PostgreSql() => Tables.SelectMany(table => DatabaseObjectTexts.AppendOnly(table, DatabaseEngine.PostgreSql));
}

/// <summary>
/// Appends leaves as the last statement before the commit: taking the head row orders all writers, so nothing may be awaited between it
/// and the commit (docs/decisions/0006).
/// </summary>
internal sealed class AuditAppender(ISqlSession sql) : IAuditAppender
{
    public async Task Append(IReadOnlyList<AuditLeaf> leaves, CancellationToken ct)
    {
        var values = new List<object?> { (long)leaves.Count };
        var rows = new StringBuilder();
        for (var i = 0; i < leaves.Count; i++)
        {
            var bytes = leaves[i].ToBytes();
            if (i > 0) rows.Append(", ");
            rows.Append(CultureInfo.InvariantCulture, $"({i}, @p{values.Count}, @p{values.Count + 1}, @p{values.Count + 2}, @p{values.Count + 3})");
            values.Add(bytes);
            values.Add(MerkleTree.LeafHash(bytes).ToArray());
            values.Add(leaves[i].DocumentId);
            values.Add(leaves[i].At);
        }

        const string Columns = "INSERT INTO audit_leaf (idx, bytes, hash, document_id, at) ";
        if (sql.Engine == DatabaseEngine.PostgreSql)
        {
            var typed = rows.ToString();
            await sql.Execute(
                "WITH head AS (UPDATE audit_head SET size = size + @p0 WHERE id = 1 RETURNING size) " + Columns +
                $"SELECT head.size - @p0 + v.n, v.bytes, v.hash, CAST(v.doc AS uuid), v.at FROM head, (VALUES {typed}) AS v (n, bytes, hash, doc, at)",
                values, ct);
            return;
        }

        var size = (await sql.Query("UPDATE audit_head SET size = size + @p0 WHERE id = 1 RETURNING size", [values[0]], row => row.GetInt64(0), ct))[0];
        values[0] = size - leaves.Count;
        await sql.Execute(
            Columns + $"SELECT @p0 + v.column1, v.column2, v.column3, v.column4, v.column5 FROM (VALUES {rows}) AS v", values, ct);
    }
}
