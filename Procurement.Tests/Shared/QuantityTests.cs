using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Quantities
{
    [Theory]
    [InlineData("-0.000001", "shared.quantity-negative")]
    [InlineData("0.0000001", "shared.quantity-too-fine")]
    [InlineData("1.0000000000000000000000000001", "shared.quantity-too-fine")]
    [InlineData("9223372036854.775808", "shared.quantity-too-large")]
    public void A_quantity_that_cannot_be_kept_exactly_is_refused(string units, string code) =>
        Assert.Equal(code, Quantity.Of(decimal.Parse(units, CultureInfo.InvariantCulture)).Refusal.Code);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.000001", 1)]
    [InlineData("2.50000000", 2_500_000)]
    [InlineData("9223372036854.775807", long.MaxValue)]
    public void A_quantity_is_kept_to_the_millionth(string units, long scaled) =>
        Assert.Equal(scaled, Quantity.Of(decimal.Parse(units, CultureInfo.InvariantCulture)).Value.Scaled);

    [Fact]
    public void Units_and_stored_form_say_the_same() =>
        Prop.ForAll(Any.LongUpTo(long.MaxValue).ToArbitrary(), scaled =>
            Quantity.Of(Quantity.FromScaled(scaled).Units).Value.Scaled == scaled).QuickCheckThrowOnFailure();

    [Fact]
    public void More_than_there_is_cannot_be_taken_away()
    {
        Assert.Equal(Quantity.Whole(1), Quantity.Whole(3).Minus(Quantity.Whole(2)).Value);
        Assert.Equal("shared.quantity-below-zero", Quantity.Whole(2).Minus(Quantity.Whole(3)).Refusal.Code);
    }

    [Fact]
    public void A_corrupt_record_is_not_read_as_goods() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.FromScaled(-1));

    [Fact]
    public void A_movement_out_cancels_the_same_movement_in()
    {
        var received = Quantity.Whole(7).ToSigned();

        Assert.True((received + -received).IsZero);
        Assert.Equal("shared.quantity-below-zero", (-received).ToQuantity().Refusal.Code);
        Assert.Equal(Quantity.Whole(7), (-received).Magnitude);
    }
}
