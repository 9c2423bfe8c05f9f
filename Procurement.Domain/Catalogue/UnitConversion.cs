using System.Numerics;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Catalogue;

/// <summary>How much of an item's base unit one of another unit holds, as a ratio of whole numbers so that nothing is rounded (ضریب تبدیل).</summary>
public sealed class UnitConversion
{
    /// <summary>Larger ratios are typing mistakes.</summary>
    public const long MaxPart = 1_000_000_000;

    private UnitConversion()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public UnitCode Unit { get; private set; }

    /// <summary>Base units…</summary>
    public long Numerator { get; private set; }

    /// <summary>…in this many of the other unit.</summary>
    public long Denominator { get; private set; }

    internal static Result<UnitConversion> Of(UnitCode unit, long numerator, long denominator)
    {
        if (numerator is <= 0 or > MaxPart || denominator is <= 0 or > MaxPart)
            return Refusal.Invalid("catalogue.conversion-ratio-invalid", numerator, denominator).At("Ratio");

        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new UnitConversion { Unit = unit, Numerator = numerator / common, Denominator = denominator / common };
    }

    /// <summary>A quantity of the other unit in base units.</summary>
    internal Result<Quantity> ToBase(Quantity quantity)
    {
        var whole = (BigInteger)quantity.Scaled * Numerator;
        if (whole % Denominator != 0) return Refusal.Rule("catalogue.conversion-leaves-a-rest", quantity.Units, Numerator, Denominator);
        var scaled = whole / Denominator;
        return scaled > long.MaxValue ? Refusal.Invalid("shared.quantity-too-large", quantity.Units) : Quantity.FromScaled((long)scaled);
    }
}
