using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.Ledgers;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Ledgers;

internal sealed class LineLinkEntity
{
    public long Seq { get; set; }

    public DocumentKind FromKind { get; set; }

    public DocumentId FromDocument { get; set; }

    public Guid FromLine { get; set; }

    public DocumentKind ToKind { get; set; }

    public DocumentId ToDocument { get; set; }

    public Guid ToLine { get; set; }

    public long Quantity { get; set; }

    public long Rials { get; set; }
}

internal sealed class LineLinkConfiguration : IEntityTypeConfiguration<LineLinkEntity>
{
    public void Configure(EntityTypeBuilder<LineLinkEntity> builder)
    {
        builder.ToTable("line_link");
        builder.HasKey(l => l.Seq);
        builder.HasIndex(l => new { l.FromDocument, l.FromLine });
        builder.HasIndex(l => new { l.ToDocument, l.ToLine });
        builder.Property(l => l.FromKind).HasMaxLength(40);
        builder.Property(l => l.ToKind).HasMaxLength(40);
    }
}

internal sealed class LineLinkLedger(ISqlSession sql) : ILedger
{
    public int Order => 70;

    public bool Takes(Posting posting) => posting is LineLinkPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        foreach (var link in postings.Cast<LineLinkPosting>())
        {
            await sql.Execute(
                $"""
                INSERT INTO line_link (from_kind, from_document, from_line, to_kind, to_document, to_line, quantity, rials)
                VALUES ({link.FromKind.Code}, {link.FromDocument}, {link.FromLine}, {link.ToKind.Code}, {link.ToDocument}, {link.ToLine}, {link.Quantity}, {link.Rials})
                """, ct);
        }

        return Result.Ok;
    }
}

internal sealed class LineLinkQueries(ProcurementDb db) : ILineLinks
{
    public async Task<IReadOnlyList<LineLinkRow>> From(DocumentId document, CancellationToken ct) =>
        Rows(await db.Set<LineLinkEntity>().Where(l => l.FromDocument == document).OrderBy(l => l.Seq).ToListAsync(ct));

    public async Task<IReadOnlyList<LineLinkRow>> To(DocumentId document, CancellationToken ct) =>
        Rows(await db.Set<LineLinkEntity>().Where(l => l.ToDocument == document).OrderBy(l => l.Seq).ToListAsync(ct));

    private static IReadOnlyList<LineLinkRow> Rows(IEnumerable<LineLinkEntity> links) =>
        [.. links.Select(l => new LineLinkRow(
            l.FromKind.Code, l.FromDocument, l.FromLine, l.ToKind.Code, l.ToDocument, l.ToLine, Quantity.FromScaled(l.Quantity), Rials.FromStored(l.Rials)))];
}

internal sealed class LineLinkObjects : IDatabaseObjects
{
    public IEnumerable<string> Sqlite() => DatabaseObjectTexts.AppendOnly("line_link", DatabaseEngine.Sqlite);

    public IEnumerable<string> PostgreSql() => DatabaseObjectTexts.AppendOnly("line_link", DatabaseEngine.PostgreSql);
}
