namespace Procurement.Domain.Shared;

/// <summary>The national identifier of a legal person (شناسه ملی), eleven digits, the last one a check digit.</summary>
/// <remarks>A right check digit proves the form only, not that the company exists.</remarks>
public sealed record LegalId
{
    public const int Length = 11;

    private static readonly int[] Weights = [29, 27, 23, 19, 17];

    private LegalId(string value) => Value = value;

    /// <summary>Eleven Latin digits.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier typed in any digits.</summary>
    public static Result<LegalId> Create(string? text)
    {
        var digits = PersianText.Compact(text);
        var wellFormed = digits.Length == Length
            && PersianText.IsLatinDigits(digits)
            && digits[3..9].Any(d => d != '0') // the serial within the registration office is never zero
            && CheckDigit(digits) == digits[^1] - '0';
        return wellFormed ? new LegalId(digits) : Refusal.Invalid("shared.legal-id-invalid", text ?? string.Empty);
    }

    /// <summary>An identifier read back from our own records, checked when it was entered.</summary>
    public static LegalId FromStored(string value) => new(value);

    public override string ToString() => Value;

    private static int CheckDigit(string digits)
    {
        var added = digits[9] - '0' + 2;
        var sum = 0;
        for (var i = 0; i < Length - 1; i++) sum += (added + digits[i] - '0') * Weights[i % Weights.Length];
        return sum % 11 % 10;
    }
}
