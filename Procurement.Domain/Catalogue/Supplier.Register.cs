using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

public sealed partial class Supplier
{
    /// <summary>Shares are stated in thousandths; together they never exceed the whole.</summary>
    public const int WholeShare = 1000;

    /// <summary>Adds a bank account; the first one becomes the default.</summary>
    public Result AddAccount(string? iban, string? bank)
    {
        var read = Iban.Create(iban);
        if (!read.Succeeded) return read.Refusal.At("Iban");
        var bankName = PersianText.Clean(bank);
        if (bankName.Length > SupplierAccount.MaxBankLength) return Refusal.Invalid("catalogue.name-too-long", SupplierAccount.MaxBankLength).At("Bank");
        if (_accounts.Exists(a => a.Iban == read.Value)) return Refusal.Rule("catalogue.account-already-there", read.Value.Grouped).At("Iban");

        _accounts.Add(new SupplierAccount(read.Value, bankName, _accounts.Count == 0));
        return Result.Ok;
    }

    /// <summary>Makes another account the one payments go to.</summary>
    public Result UseAccount(Guid account)
    {
        if (_accounts.Find(a => a.Id == account) is not { } chosen) return Refusal.NotFound("catalogue.account-not-found");

        foreach (var other in _accounts) other.SetDefault(other == chosen);
        return Result.Ok;
    }

    /// <summary>Takes an account out; the default one only when it is the last.</summary>
    public Result DropAccount(Guid account)
    {
        if (_accounts.Find(a => a.Id == account) is not { } dropped) return Refusal.NotFound("catalogue.account-not-found");
        if (dropped.IsDefault && _accounts.Count > 1) return Refusal.Rule("catalogue.account-is-default", dropped.Iban.Grouped);

        _accounts.Remove(dropped);
        return Result.Ok;
    }

    /// <summary>Names an owner or manager with his share.</summary>
    public Result AddPrincipal(string? nationalId, string? name, PrincipalRole role, int sharePerMille)
    {
        var id = Shared.NationalId.Create(nationalId);
        if (!id.Succeeded) return id.Refusal.At("NationalId");
        var clean = PersianText.Clean(name);
        if (clean.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At("Name");
        if (!Enum.IsDefined(role)) return Refusal.Invalid("catalogue.principal-role-missing").At("Role");
        if (sharePerMille is < 0 or > WholeShare) return Refusal.Invalid("catalogue.share-invalid", WholeShare).At("Share");
        if (role == PrincipalRole.Manager && sharePerMille > 0) return Refusal.Rule("catalogue.manager-without-share").At("Share");
        if (role != PrincipalRole.Manager && sharePerMille == 0) return Refusal.Invalid("catalogue.owner-needs-share").At("Share");
        if (_principals.Exists(p => p.NationalId == id.Value)) return Refusal.Rule("catalogue.principal-already-there", clean).At("NationalId");
        if (_principals.Sum(p => p.SharePerMille) + sharePerMille > WholeShare) return Refusal.Rule("catalogue.shares-exceed-whole").At("Share");

        _principals.Add(new SupplierPrincipal(id.Value, clean, role, sharePerMille));
        return Result.Ok;
    }

    public Result DropPrincipal(Guid principal) =>
        _principals.RemoveAll(p => p.Id == principal) > 0 ? Result.Ok : Refusal.NotFound("catalogue.principal-not-found");

    /// <summary>Enters the supplier on the block list (فهرست سیاه) by a letter.</summary>
    /// <param name="letter">Who ordered it, by which letter, and why.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null until lifted.</param>
    public Result Block(BlockLetter letter, DateOnly from, DateOnly? to)
    {
        if (to < from) return Refusal.Invalid("catalogue.period-upside-down").At("To");

        _blocks.Add(new BlockEntry(letter, from, to));
        return Result.Ok;
    }

    /// <summary>Ends a block-list entry early, by letter; the entry itself stays on the record.</summary>
    public Result Unblock(Guid block, DateOnly lastDay, string? letterNumber)
    {
        var number = PersianText.Clean(letterNumber);
        if (_blocks.Find(b => b.Id == block) is not { } entry) return Refusal.NotFound("catalogue.block-not-found");
        if (number.Length is 0 or > BlockLetter.MaxNumberLength) return Refusal.Invalid("catalogue.letter-number-missing").At("LetterNumber");

        return entry.End(lastDay, number);
    }

    /// <summary>Files the declaration that the law of 1337 does not bar the supplier (عدم شمول قانون منع مداخله).</summary>
    public Result FileDeclaration(string? letterNumber, DateOnly on)
    {
        var number = PersianText.Clean(letterNumber);
        if (number.Length is 0 or > BlockLetter.MaxNumberLength) return Refusal.Invalid("catalogue.letter-number-missing").At("LetterNumber");

        _declarations.Add(new NonInterventionDeclaration(number, on));
        return Result.Ok;
    }

    /// <summary>Files a qualification certificate.</summary>
    public Result FileCertificate(CertificateKind kind, string? field, int? grade, string? issuer, string? number, DateOnly validFrom, DateOnly validTo)
    {
        var certificate = QualificationCertificate.Read(kind, field, grade, issuer, number, validFrom, validTo);
        if (!certificate.Succeeded) return certificate.Plain();

        _certificates.Add(certificate.Value);
        return Result.Ok;
    }

    public Result DropCertificate(Guid certificate) =>
        _certificates.RemoveAll(c => c.Id == certificate) > 0 ? Result.Ok : Refusal.NotFound("catalogue.certificate-not-found");

    /// <summary>What somebody should know before dealing with the supplier on a day.</summary>
    /// <param name="day">Usually today.</param>
    /// <param name="daysAhead">How early an expiring certificate is announced.</param>
    public IEnumerable<SupplierAlarm> AlarmsOn(DateOnly day, int daysAhead)
    {
        foreach (var block in _blocks.Where(b => b.HoldsOn(day))) yield return new SupplierAlarm(SupplierAlarmKind.Blocked, block.Source, block.To);
        foreach (var certificate in _certificates.Where(c => c.ValidTo < day))
            yield return new SupplierAlarm(SupplierAlarmKind.CertificateExpired, certificate.Field, certificate.ValidTo);
        foreach (var certificate in _certificates.Where(c => c.ValidTo >= day && c.ValidTo <= day.AddDays(daysAhead)))
            yield return new SupplierAlarm(SupplierAlarmKind.CertificateExpires, certificate.Field, certificate.ValidTo);
        if (_declarations.Count == 0) yield return new SupplierAlarm(SupplierAlarmKind.DeclarationMissing, string.Empty, null);
        if (_accounts.Count == 0) yield return new SupplierAlarm(SupplierAlarmKind.AccountMissing, string.Empty, null);
        if (Kind == SupplierKind.LegalPerson && _principals.Count == 0)
            yield return new SupplierAlarm(SupplierAlarmKind.PrincipalsMissing, string.Empty, null);
        if (VerifiedOn is null) yield return new SupplierAlarm(SupplierAlarmKind.IdentityUnverified, string.Empty, null);
    }
}

/// <summary>Why a supplier deserves a second look. Stored nowhere; shown on the card.</summary>
public enum SupplierAlarmKind
{
    Blocked = 1,
    CertificateExpired = 2,
    CertificateExpires = 3,
    DeclarationMissing = 4,
    AccountMissing = 5,
    PrincipalsMissing = 6,
    IdentityUnverified = 7,
}

/// <summary>One alarm on a supplier's card: which, about what, and the day it turns on.</summary>
public sealed record SupplierAlarm(SupplierAlarmKind Kind, string About, DateOnly? Day);
