using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Inspection.Reports;
using Procurement.Domain.Inspection;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Inspection;

internal sealed class ReportRunConfiguration : IEntityTypeConfiguration<ReportRun>
{
    public void Configure(EntityTypeBuilder<ReportRun> builder)
    {
        builder.ToTable("report_run");
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Report).HasMaxLength(10);
        builder.Property(run => run.ResultSha256).HasMaxLength(64);
        builder.Ignore(run => run.Parameters);
        builder.HasIndex(run => new { run.Report, run.Id });
    }
}

internal sealed class ReportRunObjects : IDatabaseObjects
{
    public IEnumerable<string> Sqlite() => DatabaseObjectTexts.AppendOnly("report_run", DatabaseEngine.Sqlite);

    public IEnumerable<string> PostgreSql() => DatabaseObjectTexts.AppendOnly("report_run", DatabaseEngine.PostgreSql);
}

internal sealed class ReportRuns(ProcurementDb db) : IReportRuns
{
    public void Add(ReportRun run) => db.Add(run);

    public Task<ReportRun?> Find(ReportRunId id, CancellationToken ct) => db.Set<ReportRun>().FirstOrDefaultAsync(run => run.Id == id, ct);

    public async Task<IReadOnlyList<ReportRunHead>> Latest(string report, PersonId? by, int take, CancellationToken ct)
    {
        var runs = db.Set<ReportRun>().Where(run => run.Report == report);
        if (by is { } person) runs = runs.Where(run => run.RunBy == person);
        var heads = await runs.OrderByDescending(run => run.Id).Take(take)
            .Select(run => new { run.Id, run.Report, run.From, run.To, run.UnitId, run.StoreId, run.ItemId, run.SupplierId, run.RunBy, run.RunAt, run.Compared, run.Different, run.ResultSha256 })
            .ToListAsync(ct);
        return
        [
            .. heads.Select(run => new ReportRunHead(
                run.Id, run.Report, new ReportParameters(run.From, run.To, run.UnitId, run.StoreId, run.ItemId, run.SupplierId),
                run.RunBy, run.RunAt, run.Compared, run.Different, run.ResultSha256)),
        ];
    }
}

/// <summary>The kept runs, and every report of every capability.</summary>
internal sealed class InspectionServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IReportRuns, ReportRuns>();
        services.AddScoped<DocumentPages>();
        services.AddImplementationsOf(typeof(InspectionServices).Assembly, typeof(IReconciliation));
    }
}
