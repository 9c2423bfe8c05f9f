using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.KeepSupplierFile;

/// <summary>An entry in a registered supplier's file: find it, make the one entry, save.</summary>
public abstract record SupplierCommand(SupplierId SupplierId) : ICommand<Result>
{
    public Guid? AuditSubject => SupplierId.Value;

    internal abstract Result Apply(Supplier supplier);
}

/// <summary>Corrects name, address and the like.</summary>
/// <param name="SupplierId">The supplier.</param>
/// <param name="SeenVersion">The version the form was opened on.</param>
/// <param name="Details">What it states now.</param>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record CorrectSupplier(SupplierId SupplierId, long SeenVersion, SupplierDetails Details) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier)
    {
        var unchanged = CatalogueRefusals.IfUnchanged(supplier, SeenVersion);
        return unchanged.Succeeded ? supplier.Correct(Details) : unchanged;
    }
}

/// <summary>Takes a supplier out of use.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record WithdrawSupplier(SupplierId SupplierId) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.Withdraw();
}

/// <summary>Takes a withdrawn supplier into use again.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record ReinstateSupplier(SupplierId SupplierId) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.Reinstate();
}

/// <summary>Records that the authority confirmed the identity.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record VerifySupplier(SupplierId SupplierId, DateOnly On, string? Reference) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.Verify(On, Reference);
}

/// <summary>Adds a bank account.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record AddSupplierAccount(SupplierId SupplierId, string? Iban, string? Bank) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.AddAccount(Iban, Bank);
}

/// <summary>Makes an account the one payments go to.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record UseSupplierAccount(SupplierId SupplierId, Guid Account) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.UseAccount(Account);
}

/// <summary>Takes an account out.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record DropSupplierAccount(SupplierId SupplierId, Guid Account) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.DropAccount(Account);
}

/// <summary>Names an owner or manager.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record AddSupplierPrincipal(SupplierId SupplierId, string? NationalId, string? Name, PrincipalRole Role, int SharePerMille)
    : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.AddPrincipal(NationalId, Name, Role, SharePerMille);
}

/// <summary>Takes an owner or manager out.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record DropSupplierPrincipal(SupplierId SupplierId, Guid Principal) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.DropPrincipal(Principal);
}

/// <summary>Files the declaration of the law of 1337.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record FileSupplierDeclaration(SupplierId SupplierId, string? LetterNumber, DateOnly On) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.FileDeclaration(LetterNumber, On);
}

/// <summary>Files a qualification certificate.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record FileSupplierCertificate(
    SupplierId SupplierId, CertificateKind Kind, string? Field, int? Grade, string? Issuer, string? Number, DateOnly ValidFrom, DateOnly ValidTo)
    : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.FileCertificate(Kind, Field, Grade, Issuer, Number, ValidFrom, ValidTo);
}

/// <summary>Takes a certificate out.</summary>
[Requires(CataloguePermissions.EditSuppliers)]
public sealed record DropSupplierCertificate(SupplierId SupplierId, Guid Certificate) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.DropCertificate(Certificate);
}

/// <summary>Enters a supplier on the block list by letter (ممنوعیت معامله).</summary>
[Requires(CataloguePermissions.BlockSuppliers)]
public sealed record BlockSupplier(
    SupplierId SupplierId, string? Source, string? LetterNumber, DateOnly LetterDate, string? Reason, DateOnly From, DateOnly? To = null)
    : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier)
    {
        var letter = BlockLetter.Create(Source, LetterNumber, LetterDate, Reason);
        return letter.Succeeded ? supplier.Block(letter.Value, From, To) : letter.Plain();
    }
}

/// <summary>Ends a block-list entry early, by letter.</summary>
[Requires(CataloguePermissions.BlockSuppliers)]
public sealed record UnblockSupplier(SupplierId SupplierId, Guid Block, DateOnly LastDay, string? LetterNumber) : SupplierCommand(SupplierId)
{
    internal override Result Apply(Supplier supplier) => supplier.Unblock(Block, LastDay, LetterNumber);
}
