using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>Why a part of an invoice is not paid as billed (علت مغایرت). Stored numbers: never renumber.</summary>
public enum GapReason
{
    /// <summary>Billed, not delivered or not accepted yet (تحویل نشده).</summary>
    NotDelivered = 1,

    /// <summary>The requester refused it (مردود در تطبیق).</summary>
    Refused = 2,

    /// <summary>Accepted at a lower price under a recorded waiver (کسر بها).</summary>
    PriceCut = 3,

    /// <summary>Dearer than agreed, beyond the tolerance (گران‌تر از قرارداد).</summary>
    PriceAboveAgreed = 4,

    /// <summary>More than the order or contract asks for (بیش از سفارش).</summary>
    MoreThanOrdered = 5,

    /// <summary>More tax than the rate of the year gives (مالیات بیش از نرخ).</summary>
    TaxAboveRate = 6,

    /// <summary>Delivered, and billed by another invoice already (پیش‌تر صورت‌حساب شده).</summary>
    BilledBefore = 7,
}

/// <summary>A part of a delivery that was accepted, as receiving tells of it.</summary>
/// <param name="Kind">Goods receipt or acceptance of service or works.</param>
/// <param name="Document">The document.</param>
/// <param name="Line">Its line.</param>
/// <param name="BasisLine">The deal's line it fulfils.</param>
/// <param name="Accepted">Accepted quantity.</param>
/// <param name="UnitPrice">Rials a base unit it was accepted at: agreed, or cut.</param>
/// <param name="IsPriceCut">Accepted at a lower price.</param>
/// <param name="Billed">What earlier matches took of it.</param>
public sealed record Delivered(
    DocumentKind Kind, DocumentId Document, Guid Line, Guid BasisLine, Quantity Accepted, Rials UnitPrice, bool IsPriceCut, Quantity Billed)
{
    /// <summary>What may still be matched.</summary>
    public Quantity Open => Quantity.FromScaled(Math.Max(0, Accepted.Scaled - Billed.Scaled));
}

/// <summary>What is known of a deal's line beside its deliveries.</summary>
/// <param name="Ordered">Agreed quantity, amendments included.</param>
/// <param name="Refused">Refused by the requester and not replaced.</param>
public sealed record AgreedLine(Quantity Ordered, Quantity Refused);

/// <summary>How far an invoice may differ before it counts.</summary>
/// <param name="PriceBasisPoints">Dearer by so much is still paid, in hundredths of a percent.</param>
/// <param name="TaxBasisPoints">Value-added tax of the year, in hundredths of a percent.</param>
public sealed record MatchLimits(long PriceBasisPoints, long TaxBasisPoints);

/// <summary>A billed quantity that meets a delivery: payable.</summary>
public sealed record MatchedPart(Guid InvoiceLine, Delivered Delivery, Quantity Quantity, Rials Price, Rials Tax);

/// <summary>A billed part that is not payable, with its reason.</summary>
/// <param name="InvoiceLine">The invoice's line.</param>
/// <param name="Reason">Why.</param>
/// <param name="Quantity">How much of the line; zero where only the price differs.</param>
/// <param name="Rials">How many of the billed rials, tax included.</param>
public sealed record MatchGapFound(Guid InvoiceLine, GapReason Reason, Quantity Quantity, Rials Rials);

/// <summary>What a comparison of invoice, order and deliveries gave.</summary>
public sealed record MatchOutcome(IReadOnlyList<MatchedPart> Parts, IReadOnlyList<MatchGapFound> Gaps);

/// <summary>
/// Holds invoice lines against what was ordered and what was accepted (تطبیق سه‌طرفه; product 3.14). Every billed rial comes out either
/// payable or in a gap with its reason.
/// </summary>
public static class InvoiceMatching
{
    /// <param name="invoice">The invoice.</param>
    /// <param name="before">What was matched of it already.</param>
    /// <param name="agreed">The deal's lines by id.</param>
    /// <param name="deliveries">Accepted deliveries of the deal, oldest first.</param>
    /// <param name="limits">Tolerance and tax rate.</param>
    public static MatchOutcome Hold(
        SupplierInvoice invoice, IReadOnlyList<MatchPart> before, IReadOnlyDictionary<Guid, AgreedLine> agreed, IReadOnlyList<Delivered> deliveries, MatchLimits limits)
    {
        var parts = new List<MatchedPart>();
        var gaps = new List<MatchGapFound>();
        foreach (var line in invoice.Lines.OrderBy(l => l.Order))
        {
            var counted = new Counted(line, before.Where(p => p.InvoiceLineId == line.Id).Aggregate(Quantity.Zero, (sum, p) => sum + p.Quantity));
            var mine = deliveries.Where(d => d.BasisLine == line.BasisLineId).ToList();
            foreach (var delivery in mine)
            {
                var take = Least(counted.Open, delivery.Open);
                if (!take.IsZero) Pay(counted, delivery, take, limits, parts, gaps);
            }

            Explain(counted, mine, agreed[line.BasisLineId], gaps);
        }

        return new MatchOutcome(parts, gaps);
    }

    private static void Pay(Counted counted, Delivered delivery, Quantity take, MatchLimits limits, List<MatchedPart> parts, List<MatchGapFound> gaps)
    {
        var line = counted.Line;
        var ceiling = delivery.IsPriceCut ? delivery.UnitPrice : delivery.UnitPrice + delivery.UnitPrice.Percent(limits.PriceBasisPoints);
        var billed = counted.PriceOf(take);
        var billedTax = counted.TaxOf(take);
        var price = line.UnitPrice <= ceiling ? billed : Smaller(billed, Rials.Price(take, delivery.UnitPrice));
        var tax = billed.IsZero ? Rials.Zero : Rials.FromStored((long)((Int128)billedTax.Amount * price.Amount / billed.Amount));
        var cut = billed.Minus(price).Value + billedTax.Minus(tax).Value;
        if (!cut.IsZero) gaps.Add(new MatchGapFound(line.Id, delivery.IsPriceCut ? GapReason.PriceCut : GapReason.PriceAboveAgreed, Quantity.Zero, cut));

        var lawful = Smaller(tax, price.Percent(limits.TaxBasisPoints));
        if (lawful < tax) gaps.Add(new MatchGapFound(line.Id, GapReason.TaxAboveRate, Quantity.Zero, tax.Minus(lawful).Value));
        parts.Add(new MatchedPart(line.Id, delivery, take, price, lawful));
        counted.Take(take);
    }

    /// <summary>
    /// Names why the rest of a line meets no delivery. What exceeds all that is still to come was billed before or never ordered; of what is to
    /// come, a part may have been refused and waits for its replacement.
    /// </summary>
    private static void Explain(Counted counted, List<Delivered> deliveries, AgreedLine agreed, List<MatchGapFound> gaps)
    {
        var accepted = deliveries.Sum(d => d.Accepted.Scaled);
        var byOthers = Math.Max(0, deliveries.Sum(d => d.Billed.Scaled) - counted.Before.Scaled);
        var toCome = Math.Max(0, agreed.Ordered.Scaled - accepted);
        var beyond = Math.Max(0, counted.Open.Scaled - toCome);
        Gap(GapReason.BilledBefore, Math.Min(beyond, byOthers));
        Gap(GapReason.MoreThanOrdered, Math.Max(0, counted.Open.Scaled - toCome));
        Gap(GapReason.Refused, agreed.Refused.Scaled);
        Gap(GapReason.NotDelivered, counted.Open.Scaled);

        void Gap(GapReason reason, long scaled)
        {
            var quantity = Least(counted.Open, Quantity.FromScaled(scaled));
            if (quantity.IsZero) return;
            gaps.Add(new MatchGapFound(counted.Line.Id, reason, quantity, counted.PriceOf(quantity) + counted.TaxOf(quantity)));
            counted.Take(quantity);
        }
    }

    private static Quantity Least(Quantity one, Quantity other) => one < other ? one : other;

    private static Rials Smaller(Rials one, Rials other) => one < other ? one : other;

    /// <summary>How far into a line the comparison has come; prices are differences of sums, so that the parts add up to the rial.</summary>
    private sealed class Counted
    {
        private readonly SupplierInvoiceLine _line;
        private Quantity _done;

        public Counted(SupplierInvoiceLine line, Quantity before)
        {
            _line = line;
            Before = before;
            _done = before;
        }

        public SupplierInvoiceLine Line => _line;

        public Quantity Before { get; }

        public Quantity Open => Quantity.FromScaled(Math.Max(0, _line.Quantity.Scaled - _done.Scaled));

        public Rials PriceOf(Quantity next) => Rials.Price(_done + next, _line.UnitPrice).Minus(Rials.Price(_done, _line.UnitPrice)).Value;

        public Rials TaxOf(Quantity next) => Rials.FromStored(TaxUpTo(_done + next) - TaxUpTo(_done));

        public void Take(Quantity taken) => _done += taken;

        private long TaxUpTo(Quantity quantity) => (long)((Int128)_line.Tax.Amount * quantity.Scaled / _line.Quantity.Scaled);
    }
}
