using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>The short name a unit of measure goes by in every record: <c>kg</c>, <c>m</c>, <c>each</c>.</summary>
public readonly record struct UnitCode
{
    public const int MaxLength = 12;

    private UnitCode(string value) => Value = value;

    /// <summary>Lower-case Latin letters, digits and dashes.</summary>
    public string Value { get; }

    /// <summary>Reads a code as typed.</summary>
    public static Result<UnitCode> Create(string? text)
    {
        var code = PersianText.ToLatinDigits(PersianText.Clean(text)).ToLowerInvariant();
        return code.Length is > 0 and <= MaxLength && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new UnitCode(code)
            : Refusal.Invalid("catalogue.unit-code-invalid", text ?? string.Empty);
    }

    /// <summary>A code read back from our own records, checked when it was entered.</summary>
    public static UnitCode FromStored(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A unit goods, services and works are counted in (واحد اندازه‌گیری).</summary>
public sealed class UnitOfMeasure : AggregateRoot<UnitCode>
{
    public const int MaxNameLength = 40;

    private UnitOfMeasure()
    {
    }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Whether a part of the unit makes sense: half a metre does, half a chair does not.</summary>
    public bool IsDivisible { get; private set; }

    public bool IsActive { get; private set; }

    public static Result<UnitOfMeasure> Define(string? code, string? name, string? nameEn, bool divisible)
    {
        var read = UnitCode.Create(code);
        if (!read.Succeeded) return read.Refusal.At("Code");
        var unit = new UnitOfMeasure { Id = read.Value, IsDivisible = divisible, IsActive = true };
        var named = unit.Rename(name, nameEn);
        return named.Succeeded ? unit : named;
    }

    /// <summary>Corrects the names; what the unit measures, and whether it divides, never changes under existing quantities.</summary>
    public Result Rename(string? name, string? nameEn)
    {
        var clean = PersianText.Clean(name);
        var cleanEn = PersianText.Clean(nameEn);
        if (clean.Length is 0 or > MaxNameLength) return Refusal.Invalid("catalogue.name-missing").At(nameof(Name));
        if (cleanEn.Length > MaxNameLength) return Refusal.Invalid("catalogue.name-too-long", MaxNameLength).At(nameof(NameEn));

        Name = clean;
        NameEn = cleanEn;
        return Result.Ok;
    }

    /// <summary>Offers the unit no more; items counted in it keep it.</summary>
    public Result Retire()
    {
        if (!IsActive) return Refusal.Rule("catalogue.unit-retired", Id.Value);

        IsActive = false;
        return Result.Ok;
    }

    /// <summary>Whether a quantity can be stated in this unit: only whole numbers of what cannot be divided.</summary>
    public Result Measures(Quantity quantity) =>
        IsDivisible || quantity.Scaled % Quantity.Scale == 0
            ? Result.Ok
            : Refusal.Rule("catalogue.quantity-not-whole", quantity.Units, Name);
}
