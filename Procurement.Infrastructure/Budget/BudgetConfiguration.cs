using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Budget;
using Procurement.Application.Budget.Facts;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Budget;

internal sealed class BudgetLineConfiguration : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_line");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Code).HasMaxLength(BudgetLine.MaxCodeLength);
        builder.Property(l => l.Title).HasMaxLength(BudgetLine.MaxTitleLength);
        builder.Ignore(l => l.FiscalYear);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(l => l.UnitId);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(l => l.CarriesId);
        builder.HasIndex(l => new { l.Year, l.UnitId, l.Code }).IsUnique();
        builder.HasIndex(l => new { l.Year, l.Code, l.Id });
    }
}

internal sealed class AllotmentConfiguration : IEntityTypeConfiguration<Allotment>
{
    public void Configure(EntityTypeBuilder<Allotment> builder)
    {
        builder.ToTable("allotment");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.LetterNumber).HasMaxLength(Allotment.MaxLetterLength);
        builder.Property(a => a.LegalBasis).HasMaxLength(Allotment.MaxBasisLength);
        builder.Property(a => a.Reason).HasMaxLength(Allotment.MaxBasisLength);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(a => a.LineId);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(a => a.FromLineId);
        builder.HasIndex(a => new { a.LineId, a.Id });
        builder.HasIndex(a => new { a.State, a.Id });
    }
}

/// <summary>Where the rials of a line stand now. The database itself keeps every bucket at or above zero.</summary>
internal sealed class BudgetBalanceRow
{
    public BudgetLineId LineId { get; set; }

    public long Free { get; set; }

    public long Reserved { get; set; }

    public long Committed { get; set; }

    public long Spent { get; set; }

    public long Paid { get; set; }
}

internal sealed class BudgetBalanceConfiguration : IEntityTypeConfiguration<BudgetBalanceRow>
{
    public void Configure(EntityTypeBuilder<BudgetBalanceRow> builder)
    {
        builder.ToTable("budget_balance", t => t.HasCheckConstraint(
            "ck_budget_balance", "free >= 0 AND reserved >= 0 AND committed >= 0 AND spent >= 0 AND paid >= 0"));
        builder.HasKey(b => b.LineId);
        builder.Property(b => b.LineId).ValueGeneratedNever();
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(b => b.LineId);
    }
}

/// <summary>What of a line's rials is held under one document line.</summary>
internal sealed class BudgetHoldRow
{
    public DocumentId DocumentId { get; set; }

    public Guid DocumentLine { get; set; }

    public BudgetLineId LineId { get; set; }

    public BudgetBucket Bucket { get; set; }

    public long Amount { get; set; }
}

internal sealed class BudgetHoldConfiguration : IEntityTypeConfiguration<BudgetHoldRow>
{
    public void Configure(EntityTypeBuilder<BudgetHoldRow> builder)
    {
        builder.ToTable("budget_hold", t => t.HasCheckConstraint("ck_budget_hold", "amount >= 0"));
        builder.HasKey(h => new { h.DocumentId, h.DocumentLine, h.LineId, h.Bucket });
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(h => h.LineId);
        builder.HasIndex(h => new { h.LineId, h.Bucket });
    }
}

/// <summary>One entry of the budget ledger: out of one bucket, into another. Never changed.</summary>
internal sealed class BudgetEntryRecord
{
    public long Seq { get; set; }

    public BudgetLineId LineId { get; set; }

    public BudgetBucket FromBucket { get; set; }

    public DocumentId? FromDocument { get; set; }

    public Guid? FromLine { get; set; }

    public BudgetBucket ToBucket { get; set; }

    public DocumentId? ToDocument { get; set; }

    public Guid? ToLine { get; set; }

    public long Amount { get; set; }

    public SpendingStage Stage { get; set; }

    public Guid Source { get; set; }

    public Guid CommandId { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class BudgetEntryConfiguration : IEntityTypeConfiguration<BudgetEntryRecord>
{
    public void Configure(EntityTypeBuilder<BudgetEntryRecord> builder)
    {
        builder.ToTable("budget_entry", t => t.HasCheckConstraint("ck_budget_entry", "amount > 0 AND (from_bucket <> to_bucket OR from_document <> to_document OR from_line <> to_line)"));
        builder.HasKey(e => e.Seq);
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(e => e.LineId);
        builder.HasIndex(e => new { e.LineId, e.Seq });
        builder.HasIndex(e => e.Source);
    }
}

internal sealed class BudgetObjects : IDatabaseObjects
{
    public IEnumerable<string> Sqlite() => DatabaseObjectTexts.AppendOnly("budget_entry", DatabaseEngine.Sqlite);

    public IEnumerable<string> PostgreSql() => DatabaseObjectTexts.AppendOnly("budget_entry", DatabaseEngine.PostgreSql);
}

internal sealed class BudgetUniqueness : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_budget_line_year_unit_id_code", Refusal.Rule("budget.code-taken").At(nameof(BudgetLine.Code))),
    ];
}

internal sealed class BudgetServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IBudgetLines, BudgetLineStore>();
        services.AddScoped<BudgetReads>();
        services.AddScoped<IBudgetFacts>(provider => provider.GetRequiredService<BudgetReads>());
        services.AddScoped<IBudgetQueries>(provider => provider.GetRequiredService<BudgetReads>());
    }
}

internal sealed class BudgetLineStore(ProcurementDb db) : IBudgetLines
{
    public Task<BudgetLine?> Find(BudgetLineId id, CancellationToken ct) => db.Tracked<BudgetLine>().FirstOrDefaultAsync(l => l.Id == id, ct);

    public Task<Allotment?> FindAllotment(AllotmentId id, CancellationToken ct) => db.Tracked<Allotment>().FirstOrDefaultAsync(a => a.Id == id, ct);

    public async Task<IReadOnlyList<(int Year, OrgUnitId Unit, string Code)>> Taken(CancellationToken ct) =>
        [.. (await db.Set<BudgetLine>().Select(l => new { l.Year, l.UnitId, l.Code }).ToListAsync(ct)).Select(l => (l.Year, l.UnitId, l.Code))];

    public void Add(BudgetLine line) => db.Add(line);

    public void Add(Allotment allotment) => db.Add(allotment);
}
