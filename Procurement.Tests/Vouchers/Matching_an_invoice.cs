using FsCheck;
using FsCheck.Fluent;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Vouchers;

public sealed class Matching_an_invoice
{
    private static readonly Guid Line = Guid.CreateVersion7();

    [Fact]
    public void What_was_accepted_is_payable_and_what_was_refused_is_a_gap_with_its_reason()
    {
        var outcome = Hold(Bill(10, 1_000, 1_000), ordered: 10, refused: 2, [Got(8, 1_000)]);

        Assert.Equal((8_000, 800), Paid(outcome));
        var gap = Assert.Single(outcome.Gaps);
        Assert.Equal((GapReason.Refused, 2m, 2_200), (gap.Reason, gap.Quantity.Units, gap.Rials.Amount));
    }

    [Fact]
    public void A_price_cut_of_the_conformance_is_honoured()
    {
        var outcome = Hold(Bill(10, 1_000, 0), ordered: 10, refused: 0, [Got(10, 900, cut: true)]);

        Assert.Equal((9_000, 0), Paid(outcome));
        Assert.Equal((GapReason.PriceCut, 1_000), (outcome.Gaps[0].Reason, outcome.Gaps[0].Rials.Amount));
    }

    [Fact]
    public void Dearer_than_agreed_is_paid_within_the_tolerance_and_cut_to_the_agreed_price_beyond_it()
    {
        var within = Hold(Bill(10, 1_010, 0), ordered: 10, refused: 0, [Got(10, 1_000)], tolerance: 100);
        var beyond = Hold(Bill(10, 1_011, 0), ordered: 10, refused: 0, [Got(10, 1_000)], tolerance: 100);

        Assert.Equal((10_100, 0), Paid(within));
        Assert.Equal((10_000, 0), Paid(beyond));
        Assert.Equal((GapReason.PriceAboveAgreed, 110), (beyond.Gaps[0].Reason, beyond.Gaps[0].Rials.Amount));
    }

    [Fact]
    public void More_tax_than_the_rate_of_the_year_is_not_paid()
    {
        var outcome = Hold(Bill(10, 1_000, 1_200), ordered: 10, refused: 0, [Got(10, 1_000)]);

        Assert.Equal((10_000, 1_000), Paid(outcome));
        Assert.Equal((GapReason.TaxAboveRate, 200), (outcome.Gaps[0].Reason, outcome.Gaps[0].Rials.Amount));
    }

    [Fact]
    public void A_delivery_billed_by_another_invoice_is_not_paid_twice()
    {
        var outcome = Hold(Bill(10, 1_000, 0), ordered: 10, refused: 0, [Got(10, 1_000, billed: 10)]);

        Assert.Empty(outcome.Parts);
        Assert.Equal((GapReason.BilledBefore, 10m), (outcome.Gaps[0].Reason, outcome.Gaps[0].Quantity.Units));
    }

    [Fact]
    public void More_than_ordered_and_not_delivered_yet_are_told_apart()
    {
        var outcome = Hold(Bill(12, 1_000, 0), ordered: 10, refused: 0, [Got(4, 1_000)]);

        Assert.Equal([(GapReason.MoreThanOrdered, 2m), (GapReason.NotDelivered, 6m)], outcome.Gaps.Select(g => (g.Reason, g.Quantity.Units)));
    }

    [Fact]
    public void Every_billed_rial_comes_out_payable_or_in_a_gap_with_a_reason() =>
        Prop.ForAll(
            (from millionths in Gen.Choose(1, 700_000_000) from price in Gen.Choose(1, 99_999) from tax in Gen.Choose(0, 9_999_999) select (millionths, price, tax)).ToArbitrary(),
            (from pieces in Gen.Choose(0, 900) from price in Gen.Choose(1, 99_999) from billed in Gen.Choose(0, 300) select (pieces, price, billed)).ArrayOf(3).ToArbitrary(),
            (bill, deliveries) =>
            {
                var got = deliveries.Select(d => Got(d.pieces, d.price, billed: Math.Min(d.pieces, d.billed))).ToList();
                var invoice = Bill(bill.millionths / 1_000_000m, bill.price, bill.tax);

                var outcome = Hold(invoice, ordered: 500, refused: 3, got);

                return invoice.Total.Amount == outcome.Parts.Sum(p => (p.Price + p.Tax).Amount) + outcome.Gaps.Sum(g => g.Rials.Amount)
                    && outcome.Parts.All(p => p.Quantity <= p.Delivery.Open);
            }).QuickCheckThrowOnFailure();

    private static (long Price, long Tax) Paid(MatchOutcome outcome) => (outcome.Parts.Sum(p => p.Price.Amount), outcome.Parts.Sum(p => p.Tax.Amount));

    private static MatchOutcome Hold(SupplierInvoice invoice, long ordered, long refused, IReadOnlyList<Delivered> got, long tolerance = 0) => InvoiceMatching.Hold(
        invoice, [], new Dictionary<Guid, AgreedLine> { [Line] = new(Quantity.Whole(ordered), Quantity.Whole(refused)) }, got, new MatchLimits(tolerance, 1_000));

    private static Delivered Got(long pieces, long unitPrice, bool cut = false, long billed = 0) => new(
        GoodsReceipt.Kind, DocumentId.New(), Guid.CreateVersion7(), Line, Quantity.Whole(pieces), Rials.FromStored(unitPrice), cut, Quantity.Whole(billed));

    private static SupplierInvoice Bill(decimal pieces, long unitPrice, long tax)
    {
        var buyer = PersonId.New();
        var quantity = Quantity.Of(pieces).Value;
        var total = Rials.Price(quantity, Rials.FromStored(unitPrice)) + Rials.FromStored(tax);
        var entered = SupplierInvoice.Enter(
            (OrgUnitId.New(), "12"), new BilledDeal(DocumentId.New(), SupplierId.New(), "کاغذ پارس", "1", "", buyer, false),
            new SupplierInvoiceInput("77", PaperBody.Today, null, total, [new BilledLine(Line, ItemKind.Goods, null, "کاغذ", "بسته", quantity, Rials.FromStored(unitPrice), Rials.FromStored(tax))]),
            new ActBy(buyer, PaperBody.Noon));
        Assert.True(entered.Succeeded, entered.Succeeded ? "" : entered.Refusal.ToString());
        return entered.Value;
    }
}
