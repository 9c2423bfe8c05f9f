namespace Procurement.Domain.Shared;

/// <summary>An Iranian bank account number (شماره شبا): IR and 24 digits, guarded by the remainder of 97 (ISO 13616).</summary>
public sealed record Iban
{
    public const int Length = 26;

    private const string Country = "IR";
    private const int CountryAndCheckDigits = 4;

    private Iban(string value) => Value = value;

    /// <summary>26 characters without blanks.</summary>
    public string Value { get; }

    /// <summary>The three digits that name the bank.</summary>
    public string BankCode => Value[4..7];

    /// <summary>In groups of four, as printed: IR06 2960 0000 …</summary>
    public string Grouped => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads a number typed in any digits, with or without blanks and with or without the IR that forms print beside the field.</summary>
    public static Result<Iban> Create(string? text)
    {
        var typed = PersianText.Compact(text).ToUpperInvariant();
        var value = typed.StartsWith(Country, StringComparison.Ordinal) ? typed : Country + typed;
        var wellFormed = value.Length == Length && PersianText.IsLatinDigits(value[Country.Length..]) && Mod97(value) == 1;
        return wellFormed ? new Iban(value) : Refusal.Invalid("shared.iban-invalid", text ?? string.Empty);
    }

    /// <summary>A number read back from our own records, checked when it was entered.</summary>
    public static Iban FromStored(string value) => new(value);

    public override string ToString() => Value;

    /// <summary>The remainder of 97 after moving country and check digits to the end and writing each letter as a number (A = 10).</summary>
    private static int Mod97(string value)
    {
        var remainder = 0;
        foreach (var c in value[CountryAndCheckDigits..] + value[..CountryAndCheckDigits])
        {
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }
}
