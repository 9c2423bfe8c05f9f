using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Receiving;

public sealed class Entering_accepted_goods
{
    private static readonly RouteStepRule[] ReceiptRoute = [RouteStepRule.Owner(Capacity.Keeper), RouteStepRule.Post(Capacity.PropertyOfficer)];

    private readonly DeliveryOnPaper _delivery = new();

    [Fact]
    public void Goods_enter_at_the_price_of_the_order()
    {
        var receipt = Draft(_delivery.Judged(DeliveryOnPaper.Fits())).Value;

        Assert.Equal(10_000, receipt.Value.Amount);
        Assert.Equal(10_000, receipt.SignOff.AmountRials);
    }

    [Fact]
    public void Nothing_enters_before_conformance_is_signed()
    {
        Assert.Equal("goods-receipt.conformance-not-signed", Draft(_delivery.BeforeTheRequester()).Refusal.Code);
    }

    [Fact]
    public void Nothing_enters_beyond_what_was_accepted()
    {
        var judged = _delivery.Judged(DeliveryOnPaper.ThreeTooLight());

        Assert.Equal("goods-receipt.more-than-accepted", Draft(judged, quantity: 8).Refusal.Code);
        Assert.True(Draft(judged, quantity: 7).Succeeded);
    }

    [Fact]
    public void Only_fully_conforming_consumables_may_be_signed_after()
    {
        Assert.True(Draft(_delivery.Judged(DeliveryOnPaper.Fits())).Value.DescribeRoute().MaySignAfter);
        Assert.False(Draft(_delivery.Judged(DeliveryOnPaper.ThreeTooLight()), quantity: 7).Value.DescribeRoute().MaySignAfter);
        Assert.False(Draft(_delivery.Judged(DeliveryOnPaper.Fits(), propertyClass: PropertyClass.QuasiConsumable)).Value.DescribeRoute().MaySignAfter);
    }

    [Fact]
    public void Every_piece_of_a_non_consumable_gets_one_number_before_it_enters()
    {
        var receipt = Draft(_delivery.Judged(DeliveryOnPaper.Fits(), propertyClass: PropertyClass.NonConsumable)).Value;
        _delivery.Submit(receipt, ReceiptRoute, _delivery.Keeper);
        Assert.Equal("signoff.contribution-missing", _delivery.Sign(receipt, _delivery.Officer).Refusal.Code);

        Assert.Equal("goods-receipt.one-number-a-piece", Label(receipt, Numbers(9)).Refusal.Code);
        Assert.Equal("goods-receipt.number-twice", Label(receipt, [.. Numbers(9), new LabelInput("P-1", null)]).Refusal.Code);
        DeliveryOnPaper.Ok(Label(receipt, Numbers(10)));
        DeliveryOnPaper.Ok(_delivery.Sign(receipt, _delivery.Officer));

        var received = Assert.Single(receipt.Events.OfType<GoodsReceived>());
        Assert.Equal(10, Assert.Single(received.Lines).Labels.Count);
    }

    [Fact]
    public void Numbers_of_a_returned_receipt_are_free_again()
    {
        var receipt = Draft(_delivery.Judged(DeliveryOnPaper.Fits(), propertyClass: PropertyClass.NonConsumable)).Value;
        _delivery.Submit(receipt, ReceiptRoute, _delivery.Keeper);
        DeliveryOnPaper.Ok(Label(receipt, Numbers(10)));

        DeliveryOnPaper.Ok(_delivery.Return(receipt, _delivery.Officer));

        Assert.False(receipt.IsLabelled);
    }

    [Theory]
    [InlineData(GoodsSource.Donation, "goods-receipt.letter-missing", "goods-receipt.letter-date-missing", "goods-receipt.expert-value-missing")]
    [InlineData(GoodsSource.HeadOfficeTransfer, "goods-receipt.letter-missing", "goods-receipt.letter-date-missing")]
    [InlineData(GoodsSource.OwnProduction, "goods-receipt.letter-missing", "goods-receipt.letter-date-missing")]
    [InlineData(GoodsSource.Entrusted, "goods-receipt.letter-missing", "goods-receipt.letter-date-missing", "goods-receipt.owner-missing", "goods-receipt.due-back-missing")]
    public void Each_source_demands_its_own_facts(GoodsSource source, params string[] codes)
    {
        var judged = Given(source);

        Assert.Equal(codes, Draft(judged, facts: new SourceFactsInput()).Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Gifts_enter_at_the_experts_value_and_entrusted_goods_at_none()
    {
        var facts = new SourceFactsInput("۱۲", PaperBody.Today, "کارشناس", "هلال احمر", PaperBody.Today.AddMonths(3));

        Assert.Equal("goods-receipt.value-missing", Draft(Given(GoodsSource.Donation), facts: facts).Refusal.Code);
        Assert.Equal(5_000, Draft(Given(GoodsSource.Donation), facts: facts, value: Rials.FromStored(500)).Value.Value.Amount);
        Assert.True(Draft(Given(GoodsSource.Entrusted), facts: facts).Value.Value.IsZero);
    }

    [Fact]
    public void Only_what_was_refused_goes_back_with_buyer_and_head_of_procurement()
    {
        var judged = _delivery.Judged(DeliveryOnPaper.ThreeTooLight());
        Result<ReturnToSupplier> Back(long pieces) => ReturnToSupplier.Draft(
            judged, _delivery.Buyer, "گرماژ کم", "راننده", judged.Lines.ToDictionary(l => l.Id, _ => Quantity.Whole(pieces)), _delivery.By(_delivery.Keeper));

        Assert.Equal("return-to-supplier.more-than-refused", Back(4).Refusal.Code);
        var route = Back(3).Value.DescribeRoute();
        Assert.Equal(_delivery.Buyer, route.Named[Capacity.Buyer]);
        Assert.False(route.MaySignAfter);
    }

    private ConformanceReport Given(GoodsSource source)
    {
        var verdict = new LineVerdict(DeliveryOnPaper.Ten, Quantity.Zero, Quantity.Zero, null, "مطابق نامه", null, []);
        return _delivery.Judged(verdict, _delivery.InQuarantine(basis: DeliveryOnPaper.Given(source)));
    }

    private Result<GoodsReceipt> Draft(
        ConformanceReport judged, long quantity = 10, SourceFactsInput? facts = null, Rials? value = null) => GoodsReceipt.Draft(
        judged, "F-7", facts ?? new SourceFactsInput(), [new ShelvedLine(judged.Lines[0].Id, Quantity.Whole(quantity), _delivery.Bin, false, value)],
        timingAllowsAfter: true, _delivery.By(_delivery.Keeper));

    private Result Label(GoodsReceipt receipt, IReadOnlyList<LabelInput> labels) =>
        receipt.Label(new Dictionary<Guid, IReadOnlyList<LabelInput>> { [receipt.Lines[0].Id] = labels }, _delivery.By(_delivery.Officer));

    private static IReadOnlyList<LabelInput> Numbers(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new LabelInput(FormattableString.Invariant($"P-{i}"), null))];
}
