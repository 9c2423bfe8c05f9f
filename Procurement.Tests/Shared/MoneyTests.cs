using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Money
{
    // Small enough that no price overflows, wide enough to cross every rounding edge.
    private static readonly Arbitrary<long> Amounts = Any.LongUpTo(900_000_000_000).ToArbitrary();
    private static readonly Arbitrary<long> Scaled = Any.LongUpTo(5_000_000_000_000).ToArbitrary();

    [Fact]
    public void A_negative_amount_is_refused()
    {
        Assert.Equal("shared.rials-negative", Rials.Of(-1).Refusal.Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => Rials.FromStored(-1));
    }

    [Fact]
    public void More_than_there_is_cannot_be_taken_away()
    {
        var purse = Rials.FromStored(100);

        Assert.Equal(Rials.Zero, purse.Minus(purse).Value);
        Assert.Equal("shared.rials-below-zero", purse.Minus(Rials.FromStored(101)).Refusal.Code);
    }

    [Fact]
    public void A_sum_that_does_not_fit_stops_the_program_instead_of_turning_negative() =>
        Assert.Throws<OverflowException>(() => Rials.FromStored(long.MaxValue) + Rials.FromStored(1));

    [Theory]
    [InlineData(499_999, 1, 0)]
    [InlineData(500_000, 1, 1)]
    [InlineData(1_500_000, 3, 5)]
    [InlineData(333_333, 3, 1)]
    [InlineData(2_250_000, 1_000_000, 2_250_000)]
    public void Half_a_rial_is_rounded_upwards(long scaled, long unitPrice, long price) =>
        Assert.Equal(price, Rials.Price(Quantity.FromScaled(scaled), Rials.FromStored(unitPrice)).Amount);

    [Fact]
    public void A_price_equals_the_exact_product_rounded_once() =>
        Prop.ForAll(Scaled, Amounts, (scaled, unitPrice) =>
        {
            var exact = ((BigInteger)scaled * unitPrice * 2 + Quantity.Scale) / (2 * Quantity.Scale);
            return exact > long.MaxValue || Rials.Price(Quantity.FromScaled(scaled), Rials.FromStored(unitPrice)).Amount == exact;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_beyond_any_account_is_not_cut_off_silently() =>
        Assert.Throws<OverflowException>(() => Rials.Price(Quantity.Whole(9_000_000_000), Rials.FromStored(long.MaxValue)));

    [Fact]
    public void The_shares_of_a_total_add_up_to_it() =>
        Prop.ForAll(Amounts, Scaled.Generator.NonEmptyListOf().Where(l => l.Any(q => q > 0)).ToArbitrary(), (total, parts) =>
        {
            var shares = Rials.SplitAmong(Rials.FromStored(total), [.. parts.Select(Quantity.FromScaled)]);
            return shares.Count == parts.Count
                && shares.Sum(s => s.Amount) == total
                && shares.Zip(parts).All(p => p.Second > 0 || p.First.IsZero);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_part_takes_what_rounding_leaves()
    {
        var shares = Rials.SplitAmong(Rials.FromStored(100), [Quantity.Whole(1), Quantity.Whole(1), Quantity.Whole(1)]);

        Assert.Equal([33, 33, 34], shares.Select(s => s.Amount));
    }

    [Fact]
    public void Money_is_not_given_to_a_part_without_goods()
    {
        var shares = Rials.SplitAmong(Rials.FromStored(10), [Quantity.Whole(3), Quantity.Zero]);

        Assert.Equal([10, 0], shares.Select(s => s.Amount));
        Assert.Throws<ArgumentException>(() => Rials.SplitAmong(Rials.FromStored(10), [Quantity.Zero]));
    }

    [Theory]
    [InlineData(1_000, 1_000, 100)]
    [InlineData(5, 1_000, 1)]
    [InlineData(4, 1_000, 0)]
    [InlineData(100, 12_500, 125)]
    public void A_percentage_is_taken_in_hundredths_of_a_percent(long amount, long basisPoints, long share) =>
        Assert.Equal(share, Rials.FromStored(amount).Percent(basisPoints).Amount);

    [Fact]
    public void A_difference_may_be_negative_but_is_no_payable_amount()
    {
        var difference = Rials.FromStored(3).ToSigned() - Rials.FromStored(5).ToSigned();

        Assert.Equal(-2, difference.Amount);
        Assert.Equal(2, difference.Magnitude.Amount);
        Assert.Equal("shared.rials-below-zero", difference.ToRials().Refusal.Code);
    }
}
