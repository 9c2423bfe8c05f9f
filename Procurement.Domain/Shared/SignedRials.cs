using System.Globalization;

namespace Procurement.Domain.Shared;

/// <summary>A difference or balance in whole rials (ریال) that may lie below zero: a price adjustment, a variance, a movement of a ledger.</summary>
/// <param name="Amount">The number of rials; negative when money is missing or taken back.</param>
public readonly record struct SignedRials(long Amount) : IComparable<SignedRials>
{
    public static SignedRials Zero => default;

    public bool IsZero => Amount == 0;

    public bool IsNegative => Amount < 0;

    /// <summary>The size of the difference without its direction.</summary>
    public Rials Magnitude => Rials.FromStored(Math.Abs(Amount));

    public static SignedRials operator +(SignedRials left, SignedRials right) => new(checked(left.Amount + right.Amount));

    public static SignedRials operator -(SignedRials left, SignedRials right) => new(checked(left.Amount - right.Amount));

    public static SignedRials operator -(SignedRials value) => new(checked(-value.Amount));

    public static bool operator <(SignedRials left, SignedRials right) => left.Amount < right.Amount;

    public static bool operator >(SignedRials left, SignedRials right) => left.Amount > right.Amount;

    public static bool operator <=(SignedRials left, SignedRials right) => left.Amount <= right.Amount;

    public static bool operator >=(SignedRials left, SignedRials right) => left.Amount >= right.Amount;

    /// <summary>The amount as money that exists; a negative one is refused.</summary>
    public Result<Rials> ToRials() =>
        Amount < 0 ? Refusal.Rule("shared.rials-below-zero", 0L, Math.Abs(Amount)) : Rials.FromStored(Amount);

    public int CompareTo(SignedRials other) => Amount.CompareTo(other.Amount);

    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);
}
