using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>An amount of money in whole rials (ریال), never below zero.</summary>
/// <remarks>
/// There is no smaller coin in use, so money is a whole number everywhere: in memory, in the database and on paper.
/// A difference that may fall below zero is a <see cref="SignedRials"/>.
/// </remarks>
public readonly record struct Rials : IComparable<Rials>
{
    private const long BasisPointsPerWhole = 10_000;

    private Rials(long amount) => Amount = amount;

    public static Rials Zero => default;

    /// <summary>The number of rials.</summary>
    public long Amount { get; }

    public bool IsZero => Amount == 0;

    /// <summary>An amount somebody typed or sent; a negative one is refused.</summary>
    public static Result<Rials> Of(long amount) =>
        amount < 0 ? Refusal.Invalid("shared.rials-negative", amount) : new Rials(amount);

    /// <summary>An amount read back from our own records or written in the code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative: the record is corrupt.</exception>
    public static Rials FromStored(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new Rials(amount);
    }

    /// <summary>What a quantity costs at a unit price, rounded once, half a rial upwards.</summary>
    /// <exception cref="OverflowException">The price exceeds what any public account can hold.</exception>
    public static Rials Price(Quantity quantity, Rials unitPrice) =>
        new(RoundHalfUp((Int128)quantity.Scaled * unitPrice.Amount, Quantity.Scale));

    /// <summary>Shares a total among parts in proportion to their quantities: each share is rounded down, the last part that has a quantity takes the rest.</summary>
    /// <remarks>The shares always add up to the total, to the rial.</remarks>
    /// <exception cref="ArgumentException">There is money but no quantity to share it among.</exception>
    public static IReadOnlyList<Rials> SplitAmong(Rials total, IReadOnlyList<Quantity> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var whole = Int128.Zero;
        var last = -1;
        for (var i = 0; i < parts.Count; i++)
        {
            whole += parts[i].Scaled;
            if (!parts[i].IsZero) last = i;
        }

        var shares = new Rials[parts.Count];
        if (total.IsZero) return shares;
        if (last < 0) throw new ArgumentException("Money cannot be shared among parts without quantity.", nameof(parts));

        var rest = total.Amount;
        for (var i = 0; i < last; i++)
        {
            var share = (long)((Int128)total.Amount * parts[i].Scaled / whole);
            shares[i] = new Rials(share);
            rest -= share;
        }

        shares[last] = new Rials(rest);
        return shares;
    }

    public static Rials operator +(Rials left, Rials right) => new(checked(left.Amount + right.Amount));

    public static bool operator <(Rials left, Rials right) => left.Amount < right.Amount;

    public static bool operator >(Rials left, Rials right) => left.Amount > right.Amount;

    public static bool operator <=(Rials left, Rials right) => left.Amount <= right.Amount;

    public static bool operator >=(Rials left, Rials right) => left.Amount >= right.Amount;

    /// <summary>What is left after taking an amount away; taking more than there is, is refused.</summary>
    public Result<Rials> Minus(Rials other) =>
        other.Amount > Amount ? Refusal.Rule("shared.rials-below-zero", Amount, other.Amount) : new Rials(Amount - other.Amount);

    /// <summary>A share of the amount in hundredths of a percent (1000 = ten percent), half a rial upwards.</summary>
    /// <param name="basisPoints">Not negative; may exceed 10000 (more than the whole).</param>
    public Rials Percent(long basisPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        return new Rials(RoundHalfUp((Int128)Amount * basisPoints, BasisPointsPerWhole));
    }

    public SignedRials ToSigned() => new(Amount);

    public int CompareTo(Rials other) => Amount.CompareTo(other.Amount);

    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);

    private static long RoundHalfUp(Int128 dividend, long divisor) => checked((long)((dividend + (divisor / 2)) / divisor));
}
