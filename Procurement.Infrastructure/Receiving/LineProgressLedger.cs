using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Application.Ledgers;
using Procurement.Application.Receiving;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Receiving;

/// <summary>How much of a line later documents have taken at a stage.</summary>
internal sealed class LineProgressRow
{
    public Guid LineId { get; set; }

    public LineStage Stage { get; set; }

    public long Quantity { get; set; }
}

internal sealed class LineProgressConfiguration : IEntityTypeConfiguration<LineProgressRow>
{
    public void Configure(EntityTypeBuilder<LineProgressRow> builder)
    {
        builder.ToTable("line_progress", table => table.HasCheckConstraint("ck_line_progress_quantity", "quantity >= 0"));
        builder.HasKey(p => new { p.LineId, p.Stage });
    }
}

/// <summary>
/// Takes and gives back shares of earlier lines. The limit is in the statement that takes, so of two documents racing for the last piece the
/// second is refused (control 6.3.b).
/// </summary>
internal sealed class LineProgressLedger(ISqlSession sql) : ILedger
{
    public int Order => 65;

    public bool Takes(Posting posting) => posting is LineProgressPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        var changes = postings.Cast<LineProgressPosting>().GroupBy(p => (p.Line, p.Stage))
            .Select(g => (g.Key.Line, g.Key.Stage, Change: g.Sum(p => p.Change.Scaled), Limit: g.Min(p => p.Limit.Scaled)))
            .OrderBy(c => c.Stage).ThenBy(c => c.Line);
        foreach (var change in changes)
        {
            if (change.Change > 0 && !await Take(change.Line, change.Stage, change.Change, change.Limit, ct)) return Refusal.Rule(CodeOf(change.Stage));
            if (change.Change < 0) await GiveBack(change.Line, change.Stage, change.Change, ct);
        }

        return Result.Ok;
    }

    private async Task<bool> Take(Guid line, LineStage stage, long quantity, long limit, CancellationToken ct) => quantity <= limit && await sql.Execute(
        $"""
        INSERT INTO line_progress (line_id, stage, quantity) VALUES ({line}, {stage}, {quantity})
        ON CONFLICT (line_id, stage) DO UPDATE SET quantity = line_progress.quantity + excluded.quantity
        WHERE line_progress.quantity + excluded.quantity <= {limit}
        """, ct) == 1;

    private async Task GiveBack(Guid line, LineStage stage, long quantity, CancellationToken ct)
    {
        var hit = await sql.Execute(
            $"UPDATE line_progress SET quantity = quantity + {quantity} WHERE line_id = {line} AND stage = {stage} AND quantity + {quantity} >= 0", ct);
        if (hit != 1) throw new InvalidOperationException($"More of line {line} is given back than was taken.");
    }

    private static string CodeOf(LineStage stage) => stage switch
    {
        LineStage.Presented => "conformance-report.presented-already",
        LineStage.Received or LineStage.ReceivedAtCut => "goods-receipt.received-already",
        LineStage.SentBack => "return-to-supplier.sent-back-already",
        LineStage.Delivered => "goods-receipt.more-than-ordered",
        LineStage.Performed => "service-acceptance.accepted-already",
        LineStage.Billed => "supplier-invoice.billed-already",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };
}

internal sealed class LineProgressReader(ProcurementDb db) : ILineProgress
{
    public async Task<IReadOnlyDictionary<Guid, Quantity>> Of(LineStage stage, IReadOnlyCollection<Guid> lines, CancellationToken ct)
    {
        var rows = await db.Set<LineProgressRow>().Where(p => p.Stage == stage && lines.Contains(p.LineId)).ToListAsync(ct);
        return rows.ToDictionary(p => p.LineId, p => Quantity.FromScaled(p.Quantity));
    }
}
