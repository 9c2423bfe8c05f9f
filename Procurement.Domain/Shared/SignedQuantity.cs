using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>A movement or difference of goods that may go either way: into stock above zero, out of it below, or a count's surplus and shortage.</summary>
/// <param name="Scaled">Millionths of the base unit, as in <see cref="Quantity"/>.</param>
public readonly record struct SignedQuantity(long Scaled) : IComparable<SignedQuantity>
{
    public static SignedQuantity Zero => default;

    /// <summary>The movement in base units, for showing.</summary>
    public decimal Units => (decimal)Scaled / Quantity.Scale;

    public bool IsZero => Scaled == 0;

    public bool IsNegative => Scaled < 0;

    /// <summary>The size of the movement without its direction.</summary>
    public Quantity Magnitude => Quantity.FromScaled(Math.Abs(Scaled));

    public static SignedQuantity operator +(SignedQuantity left, SignedQuantity right) => new(checked(left.Scaled + right.Scaled));

    public static SignedQuantity operator -(SignedQuantity left, SignedQuantity right) => new(checked(left.Scaled - right.Scaled));

    public static SignedQuantity operator -(SignedQuantity value) => new(checked(-value.Scaled));

    public static bool operator <(SignedQuantity left, SignedQuantity right) => left.Scaled < right.Scaled;

    public static bool operator >(SignedQuantity left, SignedQuantity right) => left.Scaled > right.Scaled;

    public static bool operator <=(SignedQuantity left, SignedQuantity right) => left.Scaled <= right.Scaled;

    public static bool operator >=(SignedQuantity left, SignedQuantity right) => left.Scaled >= right.Scaled;

    /// <summary>The balance as goods that exist; a negative one is refused.</summary>
    public Result<Quantity> ToQuantity() =>
        Scaled < 0 ? Refusal.Rule("shared.quantity-below-zero", 0m, Magnitude.Units) : Quantity.FromScaled(Scaled);

    public int CompareTo(SignedQuantity other) => Scaled.CompareTo(other.Scaled);

    public override string ToString() => Units.ToString("0.######", CultureInfo.InvariantCulture);
}
