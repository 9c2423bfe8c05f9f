using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Receiving;

/// <summary>Control 6.1.a on paper: two people count, each without sight of the other and of the order.</summary>
public sealed class Counting_a_delivery_blind
{
    private readonly DeliveryOnPaper _delivery = new();

    [Fact]
    public void The_keeper_does_not_see_the_order_before_he_has_counted()
    {
        var receipt = _delivery.Register().Value;
        var before = receipt.ShowsOrderTo(_delivery.Keeper);

        DeliveryOnPaper.Ok(receipt.CountAsKeeper(DeliveryOnPaper.All(receipt, 9), _delivery.By(_delivery.Keeper)));

        Assert.False(before);
        Assert.True(receipt.ShowsOrderTo(_delivery.Keeper));
    }

    [Fact]
    public void The_second_counter_sees_neither_order_nor_the_keepers_count_before_his_own()
    {
        var receipt = _delivery.Counted();

        Assert.False(receipt.ShowsOrderTo(_delivery.Officer));
        Assert.False(receipt.ShowsCountTo(_delivery.Officer, CountSide.Keeper));
        Assert.False(receipt.ShowsCountTo(_delivery.Keeper, CountSide.Second));
    }

    [Fact]
    public void No_figure_can_be_read_out_of_the_signed_content_before_the_counts_agree()
    {
        var receipt = _delivery.Counted(byKeeper: 7);
        var blind = Content(receipt);
        Assert.True(receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 7), _delivery.By(_delivery.Officer)).Value);
        var open = Content(receipt);

        Assert.DoesNotContain("7000000", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("10000000", blind, StringComparison.Ordinal);
        Assert.Contains("7000000", open, StringComparison.Ordinal);
        Assert.Contains(Seal(blind), open, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_are_read_only_after_the_keepers_own_count()
    {
        var receipt = _delivery.Register().Value;

        Assert.Equal("temporary-receipt.count-before-papers", receipt.ReadPapers(DeliveryOnPaper.All(receipt, 10), _delivery.By(_delivery.Keeper)).Refusal.Code);
    }

    [Fact]
    public void A_count_is_fixed_once_the_papers_are_read()
    {
        var receipt = _delivery.Register().Value;
        DeliveryOnPaper.Ok(receipt.CountAsKeeper(DeliveryOnPaper.All(receipt, 9), _delivery.By(_delivery.Keeper)));
        DeliveryOnPaper.Ok(receipt.ReadPapers(DeliveryOnPaper.All(receipt, 10), _delivery.By(_delivery.Keeper)));

        Assert.Equal("temporary-receipt.count-is-fixed", receipt.CountAsKeeper(DeliveryOnPaper.All(receipt, 10), _delivery.By(_delivery.Keeper)).Refusal.Code);
    }

    [Fact]
    public void Equal_counts_put_the_goods_into_quarantine_with_both_signatures()
    {
        var receipt = _delivery.InQuarantine();

        Assert.Equal(DocumentState.InEffect, receipt.SignOff.State);
        var arrived = Assert.IsType<GoodsArrived>(Assert.Single(receipt.Events));
        Assert.Equal(DeliveryOnPaper.Ten, Assert.Single(arrived.Lines).Quantity);
        Assert.Equal([_delivery.Keeper, _delivery.Officer], receipt.SignOff.Signatures.Select(s => s.PersonId));
    }

    [Fact]
    public void Different_counts_cannot_be_signed_and_tell_no_figure()
    {
        var receipt = _delivery.Counted();

        var agree = receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 8), _delivery.By(_delivery.Officer));

        Assert.False(agree.Value);
        Assert.Single(receipt.DifferingLines());
        Assert.False(receipt.ShowsCountTo(_delivery.Officer, CountSide.Keeper));
        Assert.Equal("signoff.contribution-missing", _delivery.Sign(receipt, _delivery.Officer).Refusal.Code);
    }

    [Fact]
    public void The_second_counter_does_not_guess_until_it_fits()
    {
        var receipt = _delivery.Counted();
        receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 8), _delivery.By(_delivery.Officer));
        receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 9), _delivery.By(_delivery.Officer));

        Assert.Equal("temporary-receipt.count-anew", receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 10), _delivery.By(_delivery.Officer)).Refusal.Code);
    }

    [Fact]
    public void A_returned_delivery_is_counted_anew_and_every_earlier_count_stays()
    {
        var receipt = _delivery.Counted(byKeeper: 10);
        receipt.CountAsSecond(DeliveryOnPaper.All(receipt, 8), _delivery.By(_delivery.Officer));

        DeliveryOnPaper.Ok(_delivery.Return(receipt, _delivery.Officer));
        DeliveryOnPaper.Ok(receipt.CountAsKeeper(DeliveryOnPaper.All(receipt, 8), _delivery.By(_delivery.Keeper)));

        Assert.Equal(2, receipt.CountRound);
        Assert.Equal([10, 8, 8], receipt.Counts.Select(c => c.Quantity.Units));
        Assert.False(receipt.HasCounted(CountSide.Second));
    }

    [Fact]
    public void The_keeper_cannot_be_his_own_second()
    {
        Assert.Equal("temporary-receipt.keeper-counts-alone", _delivery.Register(second: (_delivery.Keeper, Capacity.SecondCounter)).Refusal.Code);
    }

    [Fact]
    public void The_roster_counts_only_where_no_property_officer_stands_at_the_gate()
    {
        var body = _delivery.Body;

        var passedOver = SecondCounting.HandOf(body.Chart, body.Province, _delivery.Keeper, _delivery.Counter, PaperBody.Today);
        var ofTheCentre = SecondCounting.HandOf(body.Chart, body.Centre, _delivery.Keeper, _delivery.Counter, PaperBody.Today);

        Assert.Equal("temporary-receipt.property-officer-counts-himself", passedOver.Refusal.Code);
        Assert.Equal(Capacity.SecondCounter, ofTheCentre.Value);
    }

    [Fact]
    public void Where_keeper_and_property_officer_are_one_person_the_roster_counts()
    {
        var body = _delivery.Body;
        var both = body.Seat(Capacity.Keeper, body.Centre);
        body.Seat(both, Capacity.PropertyOfficer, body.Centre);

        Assert.Equal(Capacity.SecondCounter, SecondCounting.HandOf(body.Chart, body.Centre, both, _delivery.Counter, PaperBody.Today).Value);
        Assert.Equal("temporary-receipt.not-a-counter", SecondCounting.HandOf(body.Chart, body.Centre, both, _delivery.Requester, PaperBody.Today).Refusal.Code);
    }

    [Theory]
    [InlineData(GoodsSource.Opening)]
    [InlineData(GoodsSource.ReturnFromUse)]
    [InlineData(GoodsSource.CountSurplus)]
    public void Goods_that_never_pass_the_gate_have_a_document_of_their_own(GoodsSource source)
    {
        Assert.Equal("temporary-receipt.source-has-its-own-document", _delivery.Register(DeliveryOnPaper.Given(source)).Refusal.Code);
    }

    [Fact]
    public void Bought_goods_need_their_order_and_given_goods_their_deed()
    {
        Assert.Equal("temporary-receipt.order-missing", _delivery.Register(DeliveryOnPaper.Given(GoodsSource.Order)).Refusal.Code);
        Assert.Equal("temporary-receipt.deed-missing", _delivery.Register(DeliveryOnPaper.Given(GoodsSource.Donation, deed: " ")).Refusal.Code);
        Assert.True(_delivery.Register(DeliveryOnPaper.Given(GoodsSource.Donation)).Succeeded);
    }

    [Fact]
    public void Nothing_is_received_that_the_order_does_not_name()
    {
        var line = new ArrivedLine(null, _delivery.Item, null);

        Assert.Equal("temporary-receipt.not-in-the-order", _delivery.Register(lines: line).Refusal.Code);
    }

    [Fact]
    public void A_count_names_every_line()
    {
        var receipt = _delivery.Register().Value;

        var counted = receipt.CountAsKeeper(new Dictionary<Guid, Quantity>(), _delivery.By(_delivery.Keeper));

        Assert.Equal("temporary-receipt.line-not-counted", counted.Refusal.Code);
        Assert.Equal("Lines[0].Quantity", counted.Refusal.Field);
    }

    private static string Content(TemporaryReceipt receipt) => System.Text.Encoding.UTF8.GetString(CanonicalWriter.Seal(receipt).Bytes.Span);

    /// <summary>The keeper's sealed count, as his signature binds it.</summary>
    private static string Seal(string content) => System.Text.RegularExpressions.Regex.Match(content, "\"seal\":\"(?<hash>[0-9a-f]{64})\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["hash"].Value;

    [Fact]
    public void Counts_are_compared_with_order_and_papers_once_they_agree()
    {
        var line = _delivery.InQuarantine(pieces: 8).Lines[0];

        Assert.True(line.DiffersFromOrder);
        Assert.True(line.DiffersFromPapers);
    }
}
