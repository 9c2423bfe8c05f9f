using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>How much of an item (مقدار), in the item's base unit, never below zero and exact to a millionth of that unit.</summary>
/// <remarks>
/// One scale for every item, so that sums in the database are plain sums of whole numbers on both engines.
/// A movement that may go either way is a <see cref="SignedQuantity"/>.
/// </remarks>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>Stored parts per base unit.</summary>
    public const long Scale = 1_000_000;

    /// <summary>The finest fraction people may enter: six digits after the point.</summary>
    public const int MaxDecimals = 6;

    private Quantity(long scaled) => Scaled = scaled;

    public static Quantity Zero => default;

    /// <summary>Millionths of the base unit; the stored form.</summary>
    public long Scaled { get; }

    /// <summary>The quantity in base units, for showing and for typing.</summary>
    public decimal Units => (decimal)Scaled / Scale;

    public bool IsZero => Scaled == 0;

    /// <summary>A quantity somebody typed or sent, in base units.</summary>
    public static Result<Quantity> Of(decimal units)
    {
        if (units < 0) return Refusal.Invalid("shared.quantity-negative", units);
        if (units > (decimal)long.MaxValue / Scale) return Refusal.Invalid("shared.quantity-too-large", units);

        var scaled = units * Scale;
        return scaled == decimal.Truncate(scaled)
            ? new Quantity((long)scaled)
            : Refusal.Invalid("shared.quantity-too-fine", units, MaxDecimals);
    }

    /// <summary>A quantity read back from our own records, in millionths of the base unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative: the record is corrupt.</exception>
    public static Quantity FromScaled(long scaled)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scaled);
        return new Quantity(scaled);
    }

    /// <summary>A whole number of base units written in the code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Quantity Whole(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return new Quantity(checked(n * Scale));
    }

    public static Quantity operator +(Quantity left, Quantity right) => new(checked(left.Scaled + right.Scaled));

    public static bool operator <(Quantity left, Quantity right) => left.Scaled < right.Scaled;

    public static bool operator >(Quantity left, Quantity right) => left.Scaled > right.Scaled;

    public static bool operator <=(Quantity left, Quantity right) => left.Scaled <= right.Scaled;

    public static bool operator >=(Quantity left, Quantity right) => left.Scaled >= right.Scaled;

    /// <summary>What is left after taking a quantity away; taking more than there is, is refused.</summary>
    public Result<Quantity> Minus(Quantity other) =>
        other.Scaled > Scaled ? Refusal.Rule("shared.quantity-below-zero", Units, other.Units) : new Quantity(Scaled - other.Scaled);

    public SignedQuantity ToSigned() => new(Scaled);

    public int CompareTo(Quantity other) => Scaled.CompareTo(other.Scaled);

    public override string ToString() => Units.ToString("0.######", CultureInfo.InvariantCulture);
}
