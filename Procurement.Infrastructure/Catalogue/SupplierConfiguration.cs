using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Catalogue;

internal sealed class SupplierConfiguration : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.ToTable("supplier");
        builder.Property(s => s.LegalId).HasConversion(id => id!.Value, stored => LegalId.FromStored(stored)).HasMaxLength(LegalId.Length);
        builder.Property(s => s.NationalId).HasConversion(id => id!.Value, stored => NationalId.FromStored(stored)).HasMaxLength(NationalId.Length);
        builder.Property(s => s.EconomicCode).HasConversion(c => c!.Value, stored => EconomicCode.FromStored(stored)).HasMaxLength(EconomicCode.MaxLength);
        builder.Property(s => s.Name).HasMaxLength(Supplier.MaxNameLength);
        builder.Property(s => s.NameEn).HasMaxLength(Supplier.MaxNameLength);
        builder.Property(s => s.Address).HasMaxLength(Supplier.MaxAddressLength);
        builder.Property(s => s.Phone).HasMaxLength(Supplier.MaxPhoneLength);
        builder.Property(s => s.VerificationReference).HasMaxLength(Supplier.MaxPhoneLength);
        builder.Ignore(s => s.Identifier);
        builder.Ignore(s => s.DefaultAccount);
        builder.HasIndex(s => s.LegalId).IsUnique();
        builder.HasIndex(s => s.NationalId).IsUnique();
        builder.HasIndex(s => new { s.SortKey, s.Id });

        builder.OwnsMany(s => s.Accounts, account =>
        {
            OwnTable(account, "supplier_account");
            account.HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.Iban).HasConversion(iban => iban.Value, stored => Iban.FromStored(stored)).HasMaxLength(Iban.Length);
            account.Property(a => a.Bank).HasMaxLength(SupplierAccount.MaxBankLength);
            account.HasIndex(a => a.Iban); // one account behind two suppliers is worth a look
        });
        builder.OwnsMany(s => s.Principals, principal =>
        {
            OwnTable(principal, "supplier_principal");
            principal.HasKey(p => p.Id);
            principal.Property(p => p.Id).ValueGeneratedNever();
            principal.Property(p => p.NationalId).HasConversion(id => id.Value, stored => NationalId.FromStored(stored)).HasMaxLength(NationalId.Length);
            principal.Property(p => p.Name).HasMaxLength(Supplier.MaxNameLength);
            principal.HasIndex(p => p.NationalId); // the same people behind several suppliers, or on the staff
        });
        builder.OwnsMany(s => s.Blocks, block =>
        {
            OwnTable(block, "supplier_block");
            block.HasKey(b => b.Id);
            block.Property(b => b.Id).ValueGeneratedNever();
            block.Property(b => b.Source).HasMaxLength(BlockLetter.MaxTextLength);
            block.Property(b => b.LetterNumber).HasMaxLength(BlockLetter.MaxNumberLength);
            block.Property(b => b.Reason).HasMaxLength(BlockLetter.MaxTextLength);
            block.Property(b => b.LiftedByLetter).HasMaxLength(BlockLetter.MaxNumberLength);
        });
        builder.OwnsMany(s => s.Declarations, declaration =>
        {
            OwnTable(declaration, "supplier_declaration");
            declaration.HasKey(d => d.Id);
            declaration.Property(d => d.Id).ValueGeneratedNever();
            declaration.Property(d => d.LetterNumber).HasMaxLength(BlockLetter.MaxNumberLength);
        });
        builder.OwnsMany(s => s.Certificates, certificate =>
        {
            OwnTable(certificate, "supplier_certificate");
            certificate.HasKey(c => c.Id);
            certificate.Property(c => c.Id).ValueGeneratedNever();
            certificate.Property(c => c.Field).HasMaxLength(QualificationCertificate.MaxTextLength);
            certificate.Property(c => c.Issuer).HasMaxLength(QualificationCertificate.MaxTextLength);
            certificate.Property(c => c.Number).HasMaxLength(BlockLetter.MaxNumberLength);
        });
    }

    private static void OwnTable<TPart>(OwnedNavigationBuilder<Supplier, TPart> part, string table) where TPart : class
    {
        part.ToTable(table);
        part.WithOwner().HasForeignKey("SupplierId");
    }
}
