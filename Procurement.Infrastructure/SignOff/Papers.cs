using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.SignOff.PrintDocument;
using Procurement.Application.SignOff.VerifyDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.SignOff;

internal sealed class PrintedCopyConfiguration : IEntityTypeConfiguration<PrintedCopy>
{
    public const string OnePaperASerial = "ix_printed_copy_document_id_serial";

    public void Configure(EntityTypeBuilder<PrintedCopy> builder)
    {
        builder.ToTable("printed_copy");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => new { c.DocumentId, c.Serial }).IsUnique();
    }
}

internal sealed class PrintedCopyRefusals : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals => [(PrintedCopyConfiguration.OnePaperASerial, Refusal.Rule("signoff.printed-at-once"))];
}

/// <summary>Papers taken of documents, and documents found by what their paper shows.</summary>
internal sealed class Papers(ProcurementDb db) : IPrintedCopies, IPapers
{
    public Task<int> Count(DocumentId document, CancellationToken ct) => db.Set<PrintedCopy>().CountAsync(c => c.DocumentId == document, ct);

    public async Task<PrintedCopy?> Find(DocumentId document, int serial, CancellationToken ct) =>
        await db.Set<PrintedCopy>().FirstOrDefaultAsync(c => c.DocumentId == document && c.Serial == serial, ct);

    public void Add(PrintedCopy copy) => db.Add(copy);

    public async Task<PaperFound?> Find(DocumentKind kind, DocumentNumber number, CancellationToken ct)
    {
        var (series, year, serial) = (number.SeriesCode, number.FiscalYear.Year, number.Serial);
        var sheet = await db.Set<SignOffSheet>().AsSplitQuery()
            .FirstOrDefaultAsync(s => s.Kind == kind && s.SeriesCode == series && s.NumberYear == year && s.NumberSerial == serial && s.NumberSerial > 0, ct);
        if (sheet is null) return null;

        var versions = await db.Set<DocumentVersionRow>().Where(v => v.DocumentId == sheet.Id).OrderBy(v => v.ContentVersion)
            .Select(v => new PaperVersion(v.ContentVersion, v.Sha256)).ToListAsync(ct);
        return new PaperFound(sheet, versions);
    }
}

internal sealed class PaperServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Papers>();
        services.AddScoped<IPrintedCopies>(provider => provider.GetRequiredService<Papers>());
        services.AddScoped<IPapers>(provider => provider.GetRequiredService<Papers>());
    }
}
