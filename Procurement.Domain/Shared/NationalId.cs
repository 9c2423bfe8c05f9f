namespace Procurement.Domain.Shared;

/// <summary>The national code of a natural person (کد ملی), ten digits, the last one a check digit.</summary>
/// <remarks>A right check digit proves the form only; that the person exists is verified with the authority and recorded apart.</remarks>
public sealed record NationalId
{
    public const int Length = 10;

    // Codes are often kept as numbers and lose up to two zeros in front.
    private const int ShortestTyped = 8;

    private NationalId(string value) => Value = value;

    /// <summary>Ten Latin digits.</summary>
    public string Value { get; }

    /// <summary>Reads a code typed in any digits.</summary>
    public static Result<NationalId> Create(string? text)
    {
        var digits = PersianText.Compact(text);
        if (digits.Length < ShortestTyped || digits.Length > Length || !PersianText.IsLatinDigits(digits)) return Invalid(text);

        digits = digits.PadLeft(Length, '0');
        return digits.Any(d => d != digits[0]) && CheckDigit(digits) == digits[^1] - '0' ? new NationalId(digits) : Invalid(text);
    }

    /// <summary>A code read back from our own records, checked when it was entered.</summary>
    public static NationalId FromStored(string value) => new(value);

    public override string ToString() => Value;

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++) sum += (digits[i] - '0') * (Length - i);
        var remainder = sum % 11;
        return remainder < 2 ? remainder : 11 - remainder;
    }

    private static Refusal Invalid(string? text) => Refusal.Invalid("shared.national-id-invalid", text ?? string.Empty);
}
