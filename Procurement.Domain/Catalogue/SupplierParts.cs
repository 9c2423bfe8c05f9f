using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>A bank account payments may go to (حساب بانکی).</summary>
public sealed class SupplierAccount
{
    public const int MaxBankLength = 60;

    internal SupplierAccount(Iban iban, string bank, bool isDefault)
    {
        Iban = iban;
        Bank = bank;
        IsDefault = isDefault;
    }

    private SupplierAccount()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Iban Iban { get; private set; } = null!;

    public string Bank { get; private set; } = "";

    public bool IsDefault { get; private set; }

    internal void SetDefault(bool isDefault) => IsDefault = isDefault;
}

/// <summary>How a person stands behind a supplier. Stored numbers: never renumber.</summary>
public enum PrincipalRole
{
    /// <summary>Holds a share (سهامدار).</summary>
    Owner = 1,

    /// <summary>Manages without a share (مدیر).</summary>
    Manager = 2,

    /// <summary>Holds a share and manages (مدیر و سهامدار).</summary>
    OwnerAndManager = 3,
}

/// <summary>An owner or manager of a supplier (مالک یا مدیر), by national id, for the law of 1337: 5 % of one or 20 % of several bars the company.</summary>
public sealed class SupplierPrincipal
{
    internal SupplierPrincipal(NationalId nationalId, string name, PrincipalRole role, int sharePerMille)
    {
        NationalId = nationalId;
        Name = name;
        Role = role;
        SharePerMille = sharePerMille;
    }

    private SupplierPrincipal()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public NationalId NationalId { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public PrincipalRole Role { get; private set; }

    /// <summary>Thousandths of the whole.</summary>
    public int SharePerMille { get; private set; }
}

/// <summary>Who ordered a block-list entry, by which letter, and why.</summary>
public sealed record BlockLetter
{
    public const int MaxNumberLength = 50;
    public const int MaxTextLength = 300;

    private BlockLetter(string source, string number, DateOnly date, string reason)
    {
        Source = source;
        Number = number;
        Date = date;
        Reason = reason;
    }

    /// <summary>The authority that ordered it.</summary>
    public string Source { get; }

    public string Number { get; }

    public DateOnly Date { get; }

    public string Reason { get; }

    public static Result<BlockLetter> Create(string? source, string? number, DateOnly date, string? reason)
    {
        var from = PersianText.Clean(source);
        var cleanNumber = PersianText.Clean(number);
        var why = PersianText.Clean(reason);
        if (from.Length is 0 or > MaxTextLength) return Refusal.Invalid("catalogue.block-source-missing").At("Source");
        if (cleanNumber.Length is 0 or > MaxNumberLength) return Refusal.Invalid("catalogue.letter-number-missing").At("LetterNumber");
        if (why.Length is 0 or > MaxTextLength) return Refusal.Invalid("catalogue.block-reason-missing").At("Reason");

        return new BlockLetter(from, cleanNumber, date, why);
    }
}

/// <summary>A period in which no deal may be made with a supplier, by letter (ممنوعیت معامله).</summary>
public sealed class BlockEntry
{
    internal BlockEntry(BlockLetter letter, DateOnly from, DateOnly? to)
    {
        Source = letter.Source;
        LetterNumber = letter.Number;
        LetterDate = letter.Date;
        Reason = letter.Reason;
        From = from;
        To = to;
    }

    private BlockEntry()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Source { get; private set; } = "";

    public string LetterNumber { get; private set; } = "";

    public DateOnly LetterDate { get; private set; }

    public string Reason { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day; null until lifted.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The letter that lifted it early; empty when none did.</summary>
    public string LiftedByLetter { get; private set; } = "";

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal Result End(DateOnly lastDay, string letterNumber)
    {
        if (To is { } already && already <= lastDay) return Refusal.Rule("catalogue.block-already-over");
        if (lastDay < From.AddDays(-1)) return Refusal.Invalid("catalogue.period-upside-down").At("LastDay");

        To = lastDay;
        LiftedByLetter = letterNumber;
        return Result.Ok;
    }
}

/// <summary>A supplier's statement that the law of 1337 does not bar it (اظهارنامه عدم شمول قانون منع مداخله).</summary>
public sealed class NonInterventionDeclaration
{
    internal NonInterventionDeclaration(string letterNumber, DateOnly date)
    {
        LetterNumber = letterNumber;
        Date = date;
    }

    private NonInterventionDeclaration()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string LetterNumber { get; private set; } = "";

    public DateOnly Date { get; private set; }
}

/// <summary>What a certificate certifies. Stored numbers: never renumber.</summary>
public enum CertificateKind
{
    /// <summary>A contractor's grade in a field (رتبه پیمانکاری).</summary>
    ContractorGrade = 1,

    /// <summary>A consultant's grade in a field (رتبه مشاوره).</summary>
    ConsultantGrade = 2,

    /// <summary>Leave to trade (پروانه کسب یا بهره‌برداری).</summary>
    TradeLicence = 3,
}

/// <summary>Proof that a supplier may or can do a kind of work (گواهی صلاحیت), with its validity.</summary>
public sealed class QualificationCertificate
{
    public const int MaxTextLength = 150;
    public const int LowestGrade = 10;

    private QualificationCertificate()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public CertificateKind Kind { get; private set; }

    public string Field { get; private set; } = "";

    /// <summary>1 is the highest; null for a licence.</summary>
    public int? Grade { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Number { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    public DateOnly ValidTo { get; private set; }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && day <= ValidTo;

    internal static Result<QualificationCertificate> Read(
        CertificateKind kind, string? field, int? grade, string? issuer, string? number, DateOnly validFrom, DateOnly validTo)
    {
        var certificate = new QualificationCertificate
        {
            Kind = kind,
            Field = PersianText.Clean(field),
            Grade = grade,
            Issuer = PersianText.Clean(issuer),
            Number = PersianText.ToLatinDigits(PersianText.Clean(number)),
            ValidFrom = validFrom,
            ValidTo = validTo,
        };
        if (!Enum.IsDefined(kind)) return Refusal.Invalid("catalogue.certificate-kind-missing").At("Kind");
        if (certificate.Field.Length is 0 or > MaxTextLength) return Refusal.Invalid("catalogue.certificate-field-missing").At("Field");
        if (certificate.Issuer.Length is 0 or > MaxTextLength) return Refusal.Invalid("catalogue.certificate-issuer-missing").At("Issuer");
        if (certificate.Number.Length > BlockLetter.MaxNumberLength) return Refusal.Invalid("catalogue.name-too-long", BlockLetter.MaxNumberLength).At("Number");
        if (kind == CertificateKind.TradeLicence ? grade is not null : grade is not (>= 1 and <= LowestGrade))
            return Refusal.Invalid("catalogue.certificate-grade-invalid", LowestGrade).At("Grade");
        return validTo < validFrom ? Refusal.Invalid("catalogue.period-upside-down").At("ValidTo") : certificate;
    }
}
