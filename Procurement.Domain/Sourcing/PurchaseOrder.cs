using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>
/// The order a small deal is (سفارش): the signed decision under a number and a print of its own. It has no signatures but the decision's.
/// </summary>
public sealed class PurchaseOrder : AggregateRoot<DocumentId>
{
    /// <summary>Code of its number series beside the document kinds.</summary>
    public const string SeriesKind = "purchase-order";

    public const string PrefixFa = "سف";
    public const string PrefixEn = "PO";

    private PurchaseOrder()
    {
    }

    public OrgUnitId UnitId { get; private set; }

    public string SeriesCode { get; private set; } = "";

    public int NumberYear { get; private set; }

    /// <summary>Taken in the transaction that made it; 0 only until then.</summary>
    public int NumberSerial { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public DateOnly PlacedOn { get; private set; }

    public DateOnly DeliverBy { get; private set; }

    /// <summary>Paid by the buyer out of his imprest.</summary>
    public bool ByImprest { get; private set; }

    /// <summary>Places the order a decision is.</summary>
    public static PurchaseOrder Place(SourcingDecision decision, DateTimeOffset at)
    {
        if (!decision.IsOrder) throw new InvalidOperationException("A decision with terms is followed by a contract.");
        var day = TehranTime.LocalDate(at);
        return new PurchaseOrder
        {
            Id = decision.Id,
            UnitId = decision.SignOff.UnitId,
            SeriesCode = decision.SignOff.SeriesCode,
            NumberYear = FiscalYear.Of(day).Year,
            SupplierId = decision.SupplierId,
            PlacedOn = day,
            DeliverBy = decision.DeliverBy,
            ByImprest = decision.Payment == PaymentWay.Imprest,
        };
    }

    /// <summary>The number as people read it («سف-۱۲-۱۴۰۵-۰۰۰۰۱») or as the API writes it.</summary>
    public string Number(bool persian)
    {
        var text = FormattableString.Invariant($"{(persian ? PrefixFa : PrefixEn)}-{SeriesCode}-{NumberYear}-{NumberSerial:00000}");
        return persian ? PersianText.ToPersianDigits(text) : text;
    }
}
