using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>What a supplier is before the law. Stored numbers: never renumber.</summary>
public enum SupplierKind
{
    /// <summary>A company, with a legal id (شخص حقوقی).</summary>
    LegalPerson = 1,

    /// <summary>A person, with a national id (شخص حقیقی).</summary>
    NaturalPerson = 2,
}

/// <summary>
/// Anyone the body buys from or sells to (تأمین‌کننده؛ طرف معامله), once in one register for the whole body (control 6.4.b).
/// </summary>
/// <remarks>
/// Owners and managers are kept with their national ids so that they can be held against the staff (law of 1337), block-list entries with
/// the letter they rest on, and certificates with their expiry.
/// </remarks>
public sealed partial class Supplier : AggregateRoot<SupplierId>
{
    public const int MaxNameLength = 200;
    public const int MaxAddressLength = 500;
    public const int MaxPhoneLength = 40;

    private readonly List<SupplierAccount> _accounts = [];
    private readonly List<SupplierPrincipal> _principals = [];
    private readonly List<BlockEntry> _blocks = [];
    private readonly List<NonInterventionDeclaration> _declarations = [];
    private readonly List<QualificationCertificate> _certificates = [];

    private Supplier()
    {
    }

    public SupplierKind Kind { get; private set; }

    /// <summary>Of a company; null for a person.</summary>
    public LegalId? LegalId { get; private set; }

    /// <summary>Of a person; null for a company.</summary>
    public NationalId? NationalId { get; private set; }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Names and identifiers in the form searches look in.</summary>
    public string Folded { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public EconomicCode? EconomicCode { get; private set; }

    public string Address { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>The day the identity was verified with the authority; a right check digit proves the form only.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>Reference of the inquiry that verified it.</summary>
    public string VerificationReference { get; private set; } = "";

    public bool IsActive { get; private set; }

    public IReadOnlyList<SupplierAccount> Accounts => _accounts;

    /// <summary>The account payments go to unless a contract names another.</summary>
    public SupplierAccount? DefaultAccount => _accounts.Find(a => a.IsDefault);

    public IReadOnlyList<SupplierPrincipal> Principals => _principals;

    public IReadOnlyList<BlockEntry> Blocks => _blocks;

    public IReadOnlyList<NonInterventionDeclaration> Declarations => _declarations;

    public IReadOnlyList<QualificationCertificate> Certificates => _certificates;

    /// <summary>The identifier in use, whichever kind it is.</summary>
    public string Identifier => LegalId?.Value ?? NationalId?.Value ?? string.Empty;

    /// <summary>Registers a company.</summary>
    public static Result<Supplier> RegisterCompany(string? legalId, SupplierDetails details)
    {
        var id = Shared.LegalId.Create(legalId);
        return id.Succeeded
            ? Register(new Supplier { Id = SupplierId.New(), Kind = SupplierKind.LegalPerson, LegalId = id.Value, IsActive = true }, details)
            : id.Refusal.At(nameof(LegalId));
    }

    /// <summary>Registers a person who trades under his own name.</summary>
    public static Result<Supplier> RegisterPerson(string? nationalId, SupplierDetails details)
    {
        var id = Shared.NationalId.Create(nationalId);
        return id.Succeeded
            ? Register(new Supplier { Id = SupplierId.New(), Kind = SupplierKind.NaturalPerson, NationalId = id.Value, IsActive = true }, details)
            : id.Refusal.At(nameof(NationalId));
    }

    /// <summary>Corrects name, address and the like; the identifier never changes.</summary>
    public Result Correct(SupplierDetails details)
    {
        var name = PersianText.Clean(details.Name);
        var nameEn = PersianText.Clean(details.NameEn);
        var address = PersianText.Clean(details.Address);
        var phone = PersianText.ToLatinDigits(PersianText.Clean(details.Phone));
        var economicCode = PersianText.Clean(details.EconomicCode).Length == 0 ? null : Shared.EconomicCode.Create(details.EconomicCode);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At(nameof(Name));
        if (nameEn.Length > MaxNameLength) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(NameEn));
        if (address.Length > MaxAddressLength) return Refusal.Invalid("catalogue.name-too-long", MaxAddressLength).At(nameof(Address));
        if (phone.Length > MaxPhoneLength) return Refusal.Invalid("catalogue.name-too-long", MaxPhoneLength).At(nameof(Phone));
        if (economicCode is { Succeeded: false }) return economicCode.Refusal.At(nameof(EconomicCode));

        Name = name;
        NameEn = nameEn;
        Address = address;
        Phone = phone;
        EconomicCode = economicCode?.Value;
        SortKey = PersianText.SortKey(name);
        Folded = PersianText.Fold($"{name} {nameEn} {Identifier} {EconomicCode}");
        return Result.Ok;
    }

    /// <summary>Records that the authority confirmed the identity.</summary>
    public Result Verify(DateOnly on, string? reference)
    {
        var clean = PersianText.Clean(reference);
        if (clean.Length is 0 or > MaxPhoneLength) return Refusal.Invalid("catalogue.reference-missing").At("Reference");

        VerifiedOn = on;
        VerificationReference = clean;
        return Result.Ok;
    }

    /// <summary>Takes the supplier out of use: what was done with it stays, nothing new begins.</summary>
    public Result Withdraw()
    {
        if (!IsActive) return Refusal.Rule("catalogue.supplier-withdrawn", Name);

        IsActive = false;
        return Result.Ok;
    }

    public Result Reinstate()
    {
        if (IsActive) return Refusal.Rule("catalogue.supplier-not-withdrawn", Name);

        IsActive = true;
        return Result.Ok;
    }

    /// <summary>Whether a deal may be made with the supplier on a day: neither withdrawn nor on the block list.</summary>
    public Result CanDealOn(DateOnly day)
    {
        if (!IsActive) return Refusal.Rule("catalogue.supplier-withdrawn", Name);
        return _blocks.Find(b => b.HoldsOn(day)) is { } block
            ? Refusal.Rule("catalogue.supplier-blocked", Name, block.Source, block.LetterNumber)
            : Result.Ok;
    }

    /// <summary>Whether a certificate of the kind covers a field on a day.</summary>
    public bool IsQualifiedOn(DateOnly day, CertificateKind kind, string field) =>
        _certificates.Exists(c => c.Kind == kind && c.HoldsOn(day)
            && PersianText.Fold(c.Field).Contains(PersianText.Fold(field), StringComparison.Ordinal));

    private static Result<Supplier> Register(Supplier supplier, SupplierDetails details)
    {
        var described = supplier.Correct(details);
        return described.Succeeded ? supplier : described;
    }
}

/// <summary>What people state about a supplier and may correct later.</summary>
public sealed record SupplierDetails(string? Name, string? NameEn = null, string? EconomicCode = null, string? Address = null, string? Phone = null);
