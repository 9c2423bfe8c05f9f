using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Vouchers;

/// <summary>
/// What of an invoice is payable (نتیجه تطبیق صورت‌حساب): the parts that met a delivery, kept for good, and the gaps as the last comparison found
/// them. Goods that come later are matched by another comparison; a part is never taken back.
/// </summary>
public sealed class InvoiceMatch : AggregateRoot<DocumentId>
{
    private readonly List<MatchPart> _parts = [];
    private readonly List<MatchGap> _gaps = [];

    private InvoiceMatch()
    {
    }

    public IReadOnlyList<MatchPart> Parts => _parts;

    public IReadOnlyList<MatchGap> Gaps => _gaps;

    public DateTimeOffset ComparedAt { get; private set; }

    /// <summary>What is payable of the invoice, tax included, in rials.</summary>
    public Rials Payable => _parts.Aggregate(Rials.Zero, (sum, p) => sum + p.Payable);

    /// <summary>Opens the comparison of an invoice; its id is the invoice's.</summary>
    public static InvoiceMatch Of(DocumentId invoice) => new() { Id = invoice };

    /// <summary>Keeps what a comparison found.</summary>
    public IReadOnlyList<MatchPart> Keep(MatchOutcome outcome, PersonId by, DateTimeOffset at)
    {
        var added = outcome.Parts.Select(p => new MatchPart(p, by, at)).ToList();
        _parts.AddRange(added);
        // A difference in price belongs to a part and stays with it; quantities are explained anew by every comparison.
        _gaps.RemoveAll(g => !g.Quantity.IsZero);
        _gaps.AddRange(outcome.Gaps.Select(g => new MatchGap(g)));
        ComparedAt = at;
        return added;
    }
}

/// <summary>A billed quantity that met a delivery.</summary>
public sealed class MatchPart
{
    internal MatchPart(MatchedPart part, PersonId by, DateTimeOffset at)
    {
        InvoiceLineId = part.InvoiceLine;
        DeliveredKind = part.Delivery.Kind;
        DeliveredDocument = part.Delivery.Document;
        DeliveredLine = part.Delivery.Line;
        Quantity = part.Quantity;
        Price = part.Price;
        Tax = part.Tax;
        MatchedBy = by;
        MatchedAt = at;
    }

    private MatchPart()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid InvoiceLineId { get; private set; }

    public DocumentKind DeliveredKind { get; private set; }

    public DocumentId DeliveredDocument { get; private set; }

    public Guid DeliveredLine { get; private set; }

    public Quantity Quantity { get; private set; }

    /// <summary>Payable price without tax.</summary>
    public Rials Price { get; private set; }

    public Rials Tax { get; private set; }

    public PersonId MatchedBy { get; private set; }

    public DateTimeOffset MatchedAt { get; private set; }

    public Rials Payable => Price + Tax;
}

/// <summary>A billed part that is not payable.</summary>
public sealed class MatchGap
{
    internal MatchGap(MatchGapFound found)
    {
        InvoiceLineId = found.InvoiceLine;
        Reason = found.Reason;
        Quantity = found.Quantity;
        Rials = found.Rials;
    }

    private MatchGap()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid InvoiceLineId { get; private set; }

    public GapReason Reason { get; private set; }

    public Quantity Quantity { get; private set; }

    public Rials Rials { get; private set; }
}
