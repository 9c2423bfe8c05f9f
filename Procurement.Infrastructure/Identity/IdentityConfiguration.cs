using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;

namespace Procurement.Infrastructure.Identity;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Account");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).HasColumnName("person_id").ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(Account.MaxUserNameLength);
        builder.HasIndex(a => a.UserName).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.Id);
        builder.Ignore(a => a.HasSecondFactor);
        builder.OwnsMany(a => a.RecoveryCodes, code =>
        {
            code.ToTable("RecoveryCode");
            code.HasKey(c => c.Id);
            code.Property(c => c.Id).ValueGeneratedNever();
            code.Property(c => c.Hash).HasMaxLength(64);
            code.WithOwner().HasForeignKey("PersonId");
        });
        builder.OwnsMany(a => a.Passkeys, passkey =>
        {
            passkey.ToTable("Passkey");
            passkey.HasKey(p => p.Id);
            passkey.Property(p => p.Id).ValueGeneratedNever();
            passkey.Property(p => p.Name).HasMaxLength(Passkey.MaxNameLength);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.WithOwner().HasForeignKey("PersonId");
        });
    }
}

internal sealed class LoginSessionConfiguration : IEntityTypeConfiguration<LoginSession>
{
    public void Configure(EntityTypeBuilder<LoginSession> builder)
    {
        builder.ToTable("LoginSession");
        builder.Property(s => s.SecretHash).HasMaxLength(64);
        builder.Property(s => s.Address).HasMaxLength(LoginSession.MaxAddressLength);
        builder.Property(s => s.Agent).HasMaxLength(LoginSession.MaxAgentLength);
        builder.HasIndex(s => s.SecretHash).IsUnique();
        builder.HasIndex(s => new { s.PersonId, s.EndedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiToken");
        builder.Property(t => t.Name).HasMaxLength(ApiToken.MaxNameLength);
        builder.Property(t => t.SecretHash).HasMaxLength(64);
        builder.Ignore(t => t.Scopes);
        builder.HasIndex(t => t.SecretHash).IsUnique();
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.PersonId);
    }
}

internal sealed class OneTimeSecretConfiguration : IEntityTypeConfiguration<OneTimeSecret>
{
    public void Configure(EntityTypeBuilder<OneTimeSecret> builder)
    {
        builder.ToTable("OneTimeSecret");
        builder.Property(s => s.SecretHash).HasMaxLength(64);
        builder.HasIndex(s => s.SecretHash).IsUnique();
        builder.HasIndex(s => new { s.Purpose, s.PersonId });
    }
}

/// <remarks>No foreign keys: the book stands by itself, whatever becomes of what it speaks of.</remarks>
internal sealed class LoginEventConfiguration : IEntityTypeConfiguration<LoginEvent>
{
    public void Configure(EntityTypeBuilder<LoginEvent> builder)
    {
        builder.ToTable("LoginEvent");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Address).HasMaxLength(LoginSession.MaxAddressLength);
        builder.Property(e => e.Agent).HasMaxLength(LoginSession.MaxAgentLength);
        builder.HasIndex(e => new { e.PersonId, e.At });
        builder.HasIndex(e => e.At);
    }
}

/// <summary>A form whose session was over, sealed.</summary>
internal sealed class StashedFormRow
{
    public Guid Id { get; set; }

    public PersonId PersonId { get; set; }

    public string Sealed { get; set; } = "";

    public DateTimeOffset KeptUntil { get; set; }
}

internal sealed class StashedFormConfiguration : IEntityTypeConfiguration<StashedFormRow>
{
    public void Configure(EntityTypeBuilder<StashedFormRow> builder)
    {
        builder.ToTable("StashedForm");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.KeptUntil);
    }
}

/// <summary>A key of the data protection, shared by every node.</summary>
internal sealed class ProtectionKeyRow
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string Xml { get; set; } = "";
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> builder)
    {
        builder.ToTable("ProtectionKey");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(100);
    }
}

internal sealed class IdentityObjects : IDatabaseObjects
{
    public IEnumerable<string> Sqlite() => DatabaseObjectTexts.AppendOnly("login_event", DatabaseEngine.Sqlite);

    public IEnumerable<string> PostgreSql() => DatabaseObjectTexts.AppendOnly("login_event", DatabaseEngine.PostgreSql);
}

internal sealed class IdentityRefusals : IUniqueIndexRefusals
{
    public IEnumerable<(string Index, Refusal Refusal)> Refusals =>
    [
        ("ix_account_user_name", Refusal.Rule("identity.user-name-taken").At("UserName")),
        ("ix_passkey_credential_id", Refusal.Rule("identity.passkey-known")),
    ];
}
