namespace Procurement.Domain.Shared;

/// <summary>The tax registration number of a supplier (کد اقتصادی / شماره اقتصادی).</summary>
/// <remarks>
/// Old codes have twelve digits; newer ones follow the national identifier (eleven for companies, fourteen for persons).
/// No check digit is published, so only the length is checked, and the accepted lengths are a setting.
/// </remarks>
public sealed record EconomicCode
{
    public const int MaxLength = 16;

    private EconomicCode(string value) => Value = value;

    /// <summary>The lengths in use at the time of writing; the setting may replace them.</summary>
    public static IReadOnlyList<int> UsualLengths { get; } = [11, 12, 14];

    /// <summary>Latin digits.</summary>
    public string Value { get; }

    /// <summary>Reads a code typed in any digits.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="lengths">The accepted numbers of digits; null for <see cref="UsualLengths"/>.</param>
    public static Result<EconomicCode> Create(string? text, IReadOnlyList<int>? lengths = null)
    {
        var digits = PersianText.Compact(text);
        return PersianText.IsLatinDigits(digits) && digits.Length <= MaxLength && (lengths ?? UsualLengths).Contains(digits.Length)
            ? new EconomicCode(digits)
            : Refusal.Invalid("shared.economic-code-invalid", text ?? string.Empty);
    }

    /// <summary>A code read back from our own records, checked when it was entered.</summary>
    public static EconomicCode FromStored(string value) => new(value);

    public override string ToString() => Value;
}
