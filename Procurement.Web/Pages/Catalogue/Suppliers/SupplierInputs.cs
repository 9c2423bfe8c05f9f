using Procurement.Domain.Catalogue;

namespace Procurement.Web.Pages.Catalogue.Suppliers;

/// <summary>The form of a bank account.</summary>
public sealed class AccountInput
{
    public string? Iban { get; set; }

    public string? Bank { get; set; }
}

/// <summary>The form of an owner or manager.</summary>
public sealed class PrincipalInput
{
    public string? NationalId { get; set; }

    public string? Name { get; set; }

    public PrincipalRole? Role { get; set; }

    /// <summary>Thousandths of the whole.</summary>
    public int? Share { get; set; }
}

/// <summary>The form of a block-list entry.</summary>
public sealed class BlockInput
{
    public string? Source { get; set; }

    public string? LetterNumber { get; set; }

    public DateOnly? LetterDate { get; set; }

    public string? Reason { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>The form that ends a block-list entry.</summary>
public sealed class UnblockInput
{
    public DateOnly? LastDay { get; set; }

    public string? LetterNumber { get; set; }
}

/// <summary>The form of a declaration under the law of 1337.</summary>
public sealed class DeclarationInput
{
    public string? LetterNumber { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>The form of a qualification certificate.</summary>
public sealed class CertificateInput
{
    public CertificateKind? Kind { get; set; }

    public string? Field { get; set; }

    public int? Grade { get; set; }

    public string? Issuer { get; set; }

    public string? Number { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }
}

/// <summary>The form that records a verified identity.</summary>
public sealed class VerificationInput
{
    public DateOnly? On { get; set; }

    public string? Reference { get; set; }
}
