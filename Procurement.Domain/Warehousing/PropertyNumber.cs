using System.Globalization;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

/// <summary>The number on a property label (شماره اموال): capital Latin letters, digits and dashes, unique in the whole body.</summary>
public readonly record struct PropertyNumber
{
    public const int MaxLength = 30;

    private PropertyNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a number as typed, in any digits.</summary>
    public static Result<PropertyNumber> Create(string? text)
    {
        var number = Spelled(text);
        return number.Length is > 0 and <= MaxLength && number.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c == '-')
            ? new PropertyNumber(number)
            : Refusal.Invalid("property.number-invalid", text ?? "", MaxLength);
    }

    /// <summary>A number read back from our own records.</summary>
    public static PropertyNumber FromStored(string value) => new(value);

    public override string ToString() => Value;

    /// <summary>Latin digits, capitals, no spaces; dashes stay, they are part of many old labels.</summary>
    internal static string Spelled(string? text) =>
        PersianText.ToLatinDigits(PersianText.Clean(text)).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}

public readonly record struct PropertySchemeId(Guid Value) : ITypedId<PropertySchemeId>
{
    public static PropertySchemeId From(Guid value) => new(value);

    public static PropertySchemeId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// How a unit forms its property numbers (الگوی شماره اموال): a prefix and a running serial. Proposed by one person and in force once another
/// approves; without one the property officer types the numbers from his labels.
/// </summary>
public sealed class PropertyScheme : AggregateRoot<PropertySchemeId>
{
    public const int MaxPrefixLength = 12;
    public const int MinDigits = 3;
    public const int MaxDigits = 10;

    private PropertyScheme()
    {
    }

    /// <summary>The unit whose property officer's book it numbers, and every unit below without a scheme of its own.</summary>
    public OrgUnitId UnitId { get; private set; }

    public string Prefix { get; private set; } = "";

    public int Digits { get; private set; }

    /// <summary>The first serial to use: one after the last label of the old book.</summary>
    public long FirstSerial { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public bool IsInForce => ApprovedBy is not null;

    public static Result<PropertyScheme> Propose(OrgUnitId unit, string? prefix, int digits, long firstSerial, PersonId by, DateTimeOffset at)
    {
        var letters = PropertyNumber.Spelled(prefix);
        if (letters.Length > MaxPrefixLength || !letters.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            return Refusal.Invalid("property.prefix-invalid", MaxPrefixLength).At(nameof(Prefix));
        if (digits is < MinDigits or > MaxDigits) return Refusal.Invalid("property.digits-out-of-range", MinDigits, MaxDigits).At(nameof(Digits));
        if (firstSerial < 1 || firstSerial.ToString(CultureInfo.InvariantCulture).Length > digits)
            return Refusal.Invalid("property.first-serial-out-of-range", digits).At(nameof(FirstSerial));

        return new PropertyScheme
        {
            Id = PropertySchemeId.New(), UnitId = unit, Prefix = letters, Digits = digits, FirstSerial = firstSerial, ProposedBy = by, ProposedAt = at,
        };
    }

    /// <summary>Puts the scheme in force; never by the one who proposed it.</summary>
    public Result Approve(PersonId by, DateTimeOffset at)
    {
        if (IsInForce) return Refusal.Rule("property.scheme-approved-already");
        if (by == ProposedBy) return Refusal.Rule("property.scheme-needs-second-person");

        ApprovedBy = by;
        ApprovedAt = at;
        return Result.Ok;
    }

    /// <summary>The number of a serial; refused when the serials of the scheme are used up.</summary>
    public Result<PropertyNumber> NumberOf(long serial)
    {
        var digits = serial.ToString(CultureInfo.InvariantCulture);
        return digits.Length > Digits ? Refusal.Rule("property.serials-used-up", Prefix) : PropertyNumber.FromStored(Prefix + digits.PadLeft(Digits, '0'));
    }

    /// <summary>The serial inside a number of this scheme; null for a number of another form.</summary>
    public long? SerialOf(PropertyNumber number) =>
        number.Value.Length == Prefix.Length + Digits && number.Value.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(number.Value.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? serial
            : null;
}
