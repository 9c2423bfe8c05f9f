using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Organisation;

namespace Procurement.Infrastructure.Organisation;

internal sealed class OrgUnitConfiguration : IEntityTypeConfiguration<OrgUnit>
{
    public void Configure(EntityTypeBuilder<OrgUnit> builder)
    {
        builder.ToTable("org_unit");
        builder.Property(u => u.Code).HasMaxLength(OrgUnit.MaxCodeLength);
        builder.Property(u => u.Name).HasMaxLength(OrgUnit.MaxNameLength);
        builder.Property(u => u.NameEn).HasMaxLength(OrgUnit.MaxNameLength);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.ParentId);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.Property(p => p.NationalId).HasMaxLength(10);
        builder.Property(p => p.FirstName).HasMaxLength(Person.MaxNameLength);
        builder.Property(p => p.LastName).HasMaxLength(Person.MaxNameLength);
        builder.HasIndex(p => p.NationalId).IsUnique();
        builder.HasIndex(p => new { p.SortKey, p.Id });
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.OwnsMany(p => p.Training, t =>
        {
            t.ToTable("training_record");
            t.HasKey(r => r.Id);
            t.Property(r => r.Id).ValueGeneratedNever();
            t.WithOwner().HasForeignKey("PersonId");
        });
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("post");
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.HasIndex(p => new { p.Capacity, p.UnitId });
        builder.OwnsMany(p => p.Appointments, a =>
        {
            a.ToTable("appointment");
            a.HasKey(x => x.Id);
            a.Property(x => x.Id).ValueGeneratedNever();
            a.Property(x => x.LetterNumber).HasMaxLength(50);
            a.WithOwner().HasForeignKey("PostId");
            a.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId);
            a.HasIndex(x => x.PersonId);
        });
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegation");
        builder.HasOne<Post>().WithMany().HasForeignKey(d => d.PostId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.FromPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.ToPersonId);
        builder.Property(d => d.LetterNumber).HasMaxLength(50);
    }
}

/// <summary>One row that every change of the organisation raises; a command decided against an older chart is run again.</summary>
internal sealed class OrganisationVersion
{
    public const int OnlyId = 1;

    public int Id { get; set; }

    public long Version { get; set; }
}

internal sealed class OrganisationVersionConfiguration : IEntityTypeConfiguration<OrganisationVersion>
{
    public void Configure(EntityTypeBuilder<OrganisationVersion> builder)
    {
        builder.ToTable("organisation_version");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasData(new OrganisationVersion { Id = OrganisationVersion.OnlyId, Version = 1 });
    }
}
