using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

/// <summary>
/// What every document kind's configuration starts from: the document shares its key with its sheet, and an aggregate is always loaded
/// whole, so its parts are included by themselves.
/// </summary>
internal abstract class DocumentConfiguration<TDocument> : IEntityTypeConfiguration<TDocument> where TDocument : Document
{
    public void Configure(EntityTypeBuilder<TDocument> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne(d => d.SignOff).WithOne().HasForeignKey<TDocument>(d => d.Id).IsRequired();
        builder.Navigation(d => d.SignOff).AutoInclude();
        builder.Ignore(d => d.FormVersion);
        ConfigureContent(builder);
    }

    protected abstract void ConfigureContent(EntityTypeBuilder<TDocument> builder);
}

internal sealed class SignOffSheetConfiguration : IEntityTypeConfiguration<SignOffSheet>
{
    public void Configure(EntityTypeBuilder<SignOffSheet> builder)
    {
        builder.ToTable("sign_off_sheet");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasMaxLength(40);
        builder.Property(s => s.Subject).HasMaxLength(SignOffSheet.MaxSubjectLength);
        builder.Property(s => s.SeriesCode).HasMaxLength(20);
        builder.Ignore(s => s.Amount);
        builder.Ignore(s => s.CurrentSteps);
        builder.Ignore(s => s.OpenStep);
        builder.Ignore(s => s.OpenObjection);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(s => s.UnitId);
        builder.HasIndex(s => new { s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial }).IsUnique().HasFilter("number_serial > 0");
        builder.HasIndex(s => new { s.OwnerId, s.Id });
        builder.HasIndex(s => new { s.Kind, s.UnitId, s.Id });
        builder.HasIndex(s => new { s.Kind, s.Id });
        builder.HasIndex(s => new { s.Kind, s.State, s.Id });
        builder.HasIndex(s => new { s.OpenedAt, s.Id });
        builder.HasIndex(s => s.NumberSerial);

        builder.OwnsMany(s => s.Steps, step =>
        {
            step.ToTable("route_step");
            step.HasKey(x => x.Id);
            step.Property(x => x.Id).ValueGeneratedNever();
            step.WithOwner().HasForeignKey("DocumentId");
            step.Ignore(x => x.IsDone);
            step.HasIndex(x => new { x.PostId, x.State, x.DueAt });
            step.HasIndex(x => new { x.PersonId, x.State, x.DueAt });
        });
        builder.OwnsMany(s => s.Signatures, signature =>
        {
            signature.ToTable("signature");
            signature.HasKey(x => x.Id);
            signature.Property(x => x.Id).ValueGeneratedNever();
            signature.WithOwner().HasForeignKey("DocumentId");
            signature.Property(x => x.ContentSha256).HasMaxLength(64);
            signature.Property(x => x.ManifestSha256).HasMaxLength(64);
            signature.Property(x => x.Capacities).HasMaxLength(60);
        });
        builder.OwnsMany(s => s.Acts, act =>
        {
            act.ToTable("document_act");
            act.HasKey(x => x.Id);
            act.Property(x => x.Id).ValueGeneratedNever();
            act.WithOwner().HasForeignKey("DocumentId");
        });
        builder.OwnsMany(s => s.Objections, objection =>
        {
            objection.ToTable("objection");
            objection.HasKey(x => x.Id);
            objection.Property(x => x.Id).ValueGeneratedNever();
            objection.WithOwner().HasForeignKey("DocumentId");
            objection.Ignore(x => x.IsOpen);
        });
        builder.OwnsMany(s => s.Attachments, attachment =>
        {
            attachment.ToTable("attachment");
            attachment.HasKey(x => x.Id);
            attachment.Property(x => x.Id).ValueGeneratedNever();
            attachment.WithOwner().HasForeignKey("DocumentId");
            attachment.Property(x => x.Sha256).HasMaxLength(64);
        });
        builder.OwnsMany(s => s.Files, file =>
        {
            file.ToTable("document_file");
            file.WithOwner().HasForeignKey("DocumentId");
            file.HasKey("DocumentId", nameof(DocumentFile.FileId));
            file.HasIndex(x => x.FileId);
        });
    }
}

internal sealed class SigningGrantConfiguration : IEntityTypeConfiguration<SigningGrant>
{
    public void Configure(EntityTypeBuilder<SigningGrant> builder)
    {
        builder.ToTable("signing_grant");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Kind).HasMaxLength(40);
        builder.HasIndex(g => new { g.SessionId, g.PersonId, g.ExpiresAt });
    }
}

/// <summary>The canonical bytes of one version of a document, stored once and never touched again.</summary>
internal sealed class DocumentVersionRow
{
    public DocumentId DocumentId { get; set; }

    public int ContentVersion { get; set; }

    public int FormVersion { get; set; }

    public byte[] Bytes { get; set; } = [];

    public string Sha256 { get; set; } = "";
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersionRow>
{
    public void Configure(EntityTypeBuilder<DocumentVersionRow> builder)
    {
        builder.ToTable("document_version");
        builder.HasKey(v => new { v.DocumentId, v.ContentVersion });
        builder.Property(v => v.Sha256).HasMaxLength(64);
    }
}

/// <summary>Which version of a document a person has opened; a list signature asks for it.</summary>
internal sealed class OpenedVersionRow
{
    public PersonId PersonId { get; set; }

    public DocumentId DocumentId { get; set; }

    public int ContentVersion { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class OpenedVersionConfiguration : IEntityTypeConfiguration<OpenedVersionRow>
{
    public void Configure(EntityTypeBuilder<OpenedVersionRow> builder)
    {
        builder.ToTable("opened_version");
        builder.HasKey(v => new { v.PersonId, v.DocumentId });
    }
}

/// <summary>One person's one hand on one file.</summary>
internal sealed class FileHandRow
{
    public DocumentId FileId { get; set; }

    public PersonId PersonId { get; set; }

    public Capacity Capacity { get; set; }

    public DocumentId DocumentId { get; set; }
}

internal sealed class FileHandConfiguration : IEntityTypeConfiguration<FileHandRow>
{
    public void Configure(EntityTypeBuilder<FileHandRow> builder)
    {
        builder.ToTable("file_hand");
        builder.HasKey(h => new { h.FileId, h.PersonId, h.Capacity });
    }
}

/// <summary>The last serial of a number series; the row is the lock that keeps the series without gaps.</summary>
internal sealed class NumberCounterRow
{
    public DocumentKind Kind { get; set; }

    public string Series { get; set; } = "";

    public int Year { get; set; }

    public int Last { get; set; }
}

internal sealed class NumberCounterConfiguration : IEntityTypeConfiguration<NumberCounterRow>
{
    public void Configure(EntityTypeBuilder<NumberCounterRow> builder)
    {
        builder.ToTable("number_counter");
        builder.HasKey(c => new { c.Kind, c.Series, c.Year });
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Series).HasMaxLength(20);
    }
}

internal sealed class SignOffObjects : IDatabaseObjects
{
    private static readonly string[] Tables = ["document_version", "signature", "document_act"];

    public IEnumerable<string> Sqlite() => Tables.SelectMany(t => DatabaseObjectTexts.AppendOnly(t, DatabaseEngine.Sqlite));

    public IEnumerable<string> PostgreSql() => Tables.SelectMany(t => DatabaseObjectTexts.AppendOnly(t, DatabaseEngine.PostgreSql));
}
