using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.SignOff;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.Pipeline;
using Procurement.Infrastructure.SignOff;
using Procurement.Infrastructure.SignOff.Checks;

namespace Procurement.Infrastructure.Sourcing;

internal sealed class SourcingFileConfiguration : IEntityTypeConfiguration<SourcingFile>
{
    public void Configure(EntityTypeBuilder<SourcingFile> builder)
    {
        builder.ToTable("sourcing_file");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.SetadNumber).HasMaxLength(SourcingFile.MaxSetadLength);
        builder.Property(f => f.SetadExcuse).HasMaxLength(SourcingFile.MaxNoteLength);
        builder.Property(f => f.AbandonReason).HasMaxLength(SourcingFile.MaxNoteLength);
        builder.Ignore(f => f.Estimate);
        builder.Ignore(f => f.HasSetadAnswer);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(f => f.UnitId);
        builder.HasIndex(f => new { f.UnitId, f.State, f.Id });
        builder.HasIndex(f => new { f.BuyerId, f.State, f.Id });
        // A SETAD number names one deal (control 9.1).
        builder.HasIndex(f => f.SetadNumber).IsUnique().HasFilter("setad_number <> ''");
        builder.OwnsOne(f => f.Classification, c =>
        {
            c.Property(x => x.DecreeNumber).HasMaxLength(60);
            c.Ignore(x => x.Decree);
        });
        builder.Navigation(f => f.Classification).IsRequired();
        builder.OwnsMany(f => f.Lines, line =>
        {
            line.ToTable("sourcing_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("FileId");
            line.Property(l => l.ConventionalSet).HasMaxLength(SplittingFinding.MaxSetLength);
            line.Property(l => l.Description).HasMaxLength(300);
            line.Property(l => l.UnitName).HasMaxLength(30);
            line.HasIndex(l => l.RequestLine);
        });
        builder.OwnsMany(f => f.Prices, price =>
        {
            price.ToTable("price_note");
            price.HasKey(p => p.Id);
            price.Property(p => p.Id).ValueGeneratedNever();
            price.WithOwner().HasForeignKey("FileId");
            price.Property(p => p.Seller).HasMaxLength(PriceNote.MaxSellerLength);
            price.Property(p => p.Note).HasMaxLength(SourcingFile.MaxNoteLength);
            price.Property(p => p.EvidenceSha256).HasMaxLength(64);
            price.Property(p => p.EvidenceName).HasMaxLength(PriceNote.MaxFileNameLength);
            price.Property(p => p.EvidenceType).HasMaxLength(100);
            price.Ignore(p => p.Evidence);
            price.HasOne<Supplier>().WithMany().HasForeignKey(p => p.SupplierId);
            price.OwnsMany(p => p.Lines, line =>
            {
                line.ToTable("price_note_line");
                line.WithOwner().HasForeignKey("PriceId");
                line.Property(l => l.FileLine).ValueGeneratedNever();
                line.HasKey("PriceId", nameof(LinePrice.FileLine));
            });
        });
    }
}

internal sealed class SplittingFindingConfiguration : IEntityTypeConfiguration<SplittingFinding>
{
    public void Configure(EntityTypeBuilder<SplittingFinding> builder)
    {
        builder.ToTable("splitting_finding");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Set).HasMaxLength(SplittingFinding.MaxSetLength).HasColumnName("conventional_set");
        builder.Property(f => f.Reason).HasMaxLength(SplittingFinding.MaxReasonLength);
        builder.Ignore(f => f.IsOpen);
        builder.Ignore(f => f.Blocks);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(f => f.UnitId);
        builder.HasIndex(f => f.SubjectId);
        builder.HasIndex(f => new { f.UnitId, f.Set });
        builder.HasIndex(f => new { f.UnitId, f.Verdict, f.Id });
        builder.OwnsMany(f => f.Members, member =>
        {
            member.ToTable("splitting_member");
            member.WithOwner().HasForeignKey("FindingId");
            member.HasKey("FindingId", nameof(SplittingMember.RequestId));
        });
    }
}

internal sealed class SourcingDecisionConfiguration : DocumentConfiguration<SourcingDecision>
{
    protected override void ConfigureContent(EntityTypeBuilder<SourcingDecision> builder)
    {
        builder.ToTable("sourcing_decision");
        builder.Property(d => d.SetadNumber).HasMaxLength(SourcingFile.MaxSetadLength);
        builder.Property(d => d.SetadExcuse).HasMaxLength(SourcingFile.MaxNoteLength);
        builder.Property(d => d.ChoiceReason).HasMaxLength(SourcingDecision.MaxReasonLength);
        builder.Ignore(d => d.Price);
        builder.Ignore(d => d.Amount);
        builder.Ignore(d => d.IsOrder);
        builder.HasOne<SourcingFile>().WithMany().HasForeignKey(d => d.FileId);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(d => d.SupplierId);
        builder.HasIndex(d => new { d.SupplierId, d.Id });
        builder.OwnsOne(d => d.Invoice, i => i.Property(x => x.Number).HasMaxLength(ClearInvoice.MaxNumberLength));
        builder.OwnsOne(d => d.Terms, t => t.Ignore(x => x.IsPlain));
        builder.Navigation(d => d.Invoice).IsRequired();
        builder.Navigation(d => d.Terms).IsRequired();
        builder.OwnsMany(d => d.Lines, line =>
        {
            line.ToTable("decision_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("DecisionId");
            line.Property(l => l.Description).HasMaxLength(300);
            line.Property(l => l.UnitName).HasMaxLength(30);
            line.HasIndex(l => l.RequestLine);
            line.OwnsSpecification(l => l.Specification, "decision_line_attribute");
        });
    }
}

internal sealed class PurchaseOrderConfiguration : IEntityTypeConfiguration<PurchaseOrder>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.ToTable("purchase_order");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.SeriesCode).HasMaxLength(20);
        builder.HasOne<SourcingDecision>().WithOne().HasForeignKey<PurchaseOrder>(o => o.Id);
        builder.HasIndex(o => new { o.SeriesCode, o.NumberYear, o.NumberSerial }).IsUnique().HasFilter("number_serial > 0");
        builder.HasIndex(o => new { o.UnitId, o.Id });
    }
}

internal sealed class ImprestBookConfiguration : IEntityTypeConfiguration<ImprestBook>
{
    public void Configure(EntityTypeBuilder<ImprestBook> builder)
    {
        builder.ToTable("imprest_book");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.Open);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.Id);
        builder.OwnsMany(b => b.Purchases, purchase =>
        {
            purchase.ToTable("imprest_purchase");
            purchase.HasKey(p => p.DecisionId);
            purchase.Property(p => p.DecisionId).ValueGeneratedNever();
            purchase.WithOwner().HasForeignKey("BuyerId");
            purchase.Ignore(p => p.IsOpen);
        });
    }
}

internal sealed class SourcingUniqueness : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_sourcing_file_setad_number", Refusal.Rule("sourcing.setad-number-taken").At(nameof(SourcingFile.SetadNumber))),
        // Two first purchases of one buyer at one moment: the second is asked to come again.
        ("pk_imprest_book", Refusal.Busy("shared.busy")),
    ];
}

internal sealed class SourcingServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ISourcingFiles, SourcingFileStore>();
        services.AddScoped<ISplittingFindings, SplittingFindingStore>();
        services.AddScoped<IOrderBooks, OrderBookStore>();
        services.AddScoped<SourcingReads>();
        services.AddScoped<IAwards>(provider => provider.GetRequiredService<SourcingReads>());
        services.AddScoped<ISourcingFacts>(provider => provider.GetRequiredService<SourcingReads>());
        services.AddScoped<ISourcingQueries, SourcingQueries>();
        services.AddScoped<SplittingExam>();
        services.AddScoped<SplittingBoard>();
        services.AddScoped<DecisionForms>();
        services.AddScoped<Classing>();
        services.AddScoped<ISigningBar, SplittingBar>();
        services.AddSingleton(new NumberedRecords(PurchaseOrder.SeriesKind, "purchase_order"));
    }
}
