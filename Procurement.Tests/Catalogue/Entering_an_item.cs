using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Entering_an_item
{
    [Fact]
    public void Its_code_is_one_spelling_whatever_keyboard_it_was_typed_on() => Assert.Equal("PAP-12", ACatalogue.Item("pap-۱۲").Code);

    [Fact]
    public void Goods_have_a_property_class_and_nothing_else_does()
    {
        var goods = Item.Enter("A", ItemKind.Goods, ACatalogue.Unit(), ACatalogue.Details(propertyClass: null), ACatalogue.Node(ACatalogue.Category()));
        var service = Item.Enter("A", ItemKind.Service, ACatalogue.Unit(), ACatalogue.Details(), ACatalogue.Node(ACatalogue.Category()));

        Assert.Equal("catalogue.property-class-missing", goods.Refusal.Code);
        Assert.Equal("catalogue.property-class-is-for-goods", service.Refusal.Code);
    }

    [Fact]
    public void Serial_numbers_need_a_unit_that_does_not_divide() =>
        Assert.Equal("catalogue.serial-needs-whole-units", Enter(ACatalogue.Details(tracking: new(false, true, false)), ACatalogue.Unit("m", divisible: true)).Refusal.Code);

    [Fact]
    public void An_expiry_date_belongs_to_a_lot() =>
        Assert.Equal("catalogue.expiry-needs-lot", Enter(ACatalogue.Details(tracking: new(false, false, true))).Refusal.Code);

    [Theory]
    [InlineData(10, 5, 20)]
    [InlineData(1, 30, 20)]
    [InlineData(30, null, 20)]
    public void Stock_levels_rise_from_least_to_most(int min, int? reorder, int max) =>
        Assert.Equal(
            "catalogue.stock-levels-out-of-order",
            Enter(ACatalogue.Details(min: Quantity.Whole(min), reorder: reorder is { } at ? Quantity.Whole(at) : null, max: Quantity.Whole(max))).Refusal.Code);

    [Fact]
    public void A_level_of_what_does_not_divide_is_whole() =>
        Assert.Equal("catalogue.quantity-not-whole", Enter(ACatalogue.Details(min: Quantity.Of(1.5m).Value)).Refusal.Code);

    [Fact]
    public void A_closed_group_takes_no_new_item()
    {
        var closed = ACatalogue.Node(ACatalogue.Category()) with { IsActive = false };

        Assert.Equal("catalogue.category-closed", Item.Enter("A", ItemKind.Goods, ACatalogue.Unit(), ACatalogue.Details(), closed).Refusal.Code);
    }

    [Fact]
    public void A_change_of_what_is_tracked_is_told_to_whoever_keeps_stock()
    {
        var item = ACatalogue.Item();
        var before = item.Tracking;

        item.Correct(ACatalogue.Details(name: "کاغذ A3"), ACatalogue.Unit(), ACatalogue.Node(ACatalogue.Category()));
        Assert.Empty(item.Events);

        item.Correct(ACatalogue.Details(tracking: new(true, false, true)), ACatalogue.Unit(), ACatalogue.Node(ACatalogue.Category()));
        Assert.Equal(new ItemTrackingChanged(item.Id, before, new(true, false, true)), Assert.Single(item.Events));
    }

    [Fact]
    public void A_carton_of_2500_comes_out_in_sheets()
    {
        var item = ACatalogue.Item();
        var carton = UnitOfMeasure.Define("carton", "کارتن", "Carton", false).Value;

        Assert.True(item.Convert(carton, 2500, 1).Succeeded);

        Assert.Equal(Quantity.Whole(7500), item.InBaseUnit(Quantity.Whole(3), carton.Id).Value);
    }

    [Fact]
    public void A_quantity_that_does_not_come_out_even_is_refused_not_rounded()
    {
        var item = ACatalogue.Item();
        var gross = UnitOfMeasure.Define("third", "سوم", "", false).Value;
        item.Convert(gross, 1, 3);

        Assert.Equal(Quantity.Whole(2), item.InBaseUnit(Quantity.Whole(6), gross.Id).Value);
        Assert.Equal("catalogue.conversion-leaves-a-rest", item.InBaseUnit(Quantity.Whole(1), gross.Id).Refusal.Code);
    }

    [Fact]
    public void Converting_never_makes_or_loses_a_millionth() =>
        Prop.ForAll(
            Gen.Zip(Gen.Choose(1, 1_000_000), Gen.Zip(Gen.Choose(1, 5000), Gen.Choose(1, 5000))).ToArbitrary(),
            given =>
            {
                var (quantity, (numerator, denominator)) = given;
                var item = ACatalogue.Item();
                var other = UnitOfMeasure.Define("other", "دیگر", "", true).Value;
                item.Convert(other, numerator, denominator);

                var converted = item.InBaseUnit(Quantity.FromScaled(quantity), other.Id);
                return converted.Succeeded
                    ? converted.Value.Scaled * denominator == (long)quantity * numerator
                    : (long)quantity * numerator % denominator != 0;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_withdrawn_item_is_not_corrected()
    {
        var item = ACatalogue.Item();
        item.Withdraw();

        Assert.Equal("catalogue.item-withdrawn", item.Correct(ACatalogue.Details(), ACatalogue.Unit(), ACatalogue.Node(ACatalogue.Category())).Refusal.Code);
        Assert.Equal("catalogue.item-withdrawn", item.PublishTemplate([ACatalogue.Weight()], ACatalogue.Somebody, ACatalogue.Noon).Refusal.Code);
        Assert.True(item.Reinstate().Succeeded);
    }

    private static Result<Item> Enter(ItemDetails details, UnitOfMeasure? unit = null) =>
        Item.Enter("A-1", ItemKind.Goods, unit ?? ACatalogue.Unit(), details, ACatalogue.Node(ACatalogue.Category()));
}
