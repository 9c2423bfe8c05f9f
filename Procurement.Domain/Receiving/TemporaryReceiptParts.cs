using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>The store a receiving document is made for; its code is the document's number series.</summary>
public sealed record ReceivingStore(StoreId Store, string StoreCode, OrgUnitId Unit);

/// <summary>What stands behind a delivery.</summary>
/// <param name="Source">Where the goods come from.</param>
/// <param name="Document">The order, contract or imprest decision of bought goods.</param>
/// <param name="Supplier">Who sold them.</param>
/// <param name="FromName">Supplier, giver or sender by name.</param>
/// <param name="Deed">Letter or deed of goods that were not bought.</param>
public sealed record DeliveryBasis(GoodsSource Source, DocumentId? Document, SupplierId? Supplier, string? FromName, string? Deed)
{
    public const int MaxNameLength = 200;

    public const int MaxDeedLength = 500;

    /// <summary>Bought goods need their order and supplier, others the deed they come by.</summary>
    internal Result Check()
    {
        if (!Enum.IsDefined(Source)) return Refusal.Invalid("temporary-receipt.source-missing").At(nameof(Source));
        if (!Source.ArrivesAtTheGate()) return Refusal.Rule("temporary-receipt.source-has-its-own-document", Source).At(nameof(Source));
        if (PersianText.Clean(FromName).Length is 0 or > MaxNameLength) return Refusal.Invalid("temporary-receipt.from-missing", MaxNameLength).At(nameof(FromName));
        if (Source.IsPurchase()) return Document is null || Supplier is null ? Refusal.Rule("temporary-receipt.order-missing").At("Order") : Result.Ok;

        return PersianText.CleanLines(Deed).Length is 0 or > MaxDeedLength
            ? Refusal.Invalid("temporary-receipt.deed-missing", MaxDeedLength).At(nameof(Deed))
            : Result.Ok;
    }
}

/// <summary>How the goods came, as typed at the gate.</summary>
public sealed record ArrivalInput(string? WaybillNo, string? InvoiceNo, string? Vehicle, string? Deliverer, DateTimeOffset ArrivedAt);

/// <summary>Papers, vehicle, deliverer and time of a delivery (مشخصات ورود).</summary>
public sealed class Arrival
{
    public const int MaxTextLength = 100;

    private Arrival()
    {
    }

    /// <summary>Number of the waybill (بارنامه); empty when the goods came without.</summary>
    public string WaybillNo { get; private set; } = "";

    /// <summary>Number of the supplier's invoice; empty when it follows later.</summary>
    public string InvoiceNo { get; private set; } = "";

    public string Vehicle { get; private set; } = "";

    /// <summary>Who brought the goods and leaves them (تحویل‌دهنده).</summary>
    public string Deliverer { get; private set; } = "";

    /// <summary>When they passed the gate.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }

    /// <summary>The paper a list shows.</summary>
    public string Papers => InvoiceNo.Length > 0 ? InvoiceNo : WaybillNo;

    internal static Result<Arrival> Read(ArrivalInput input, bool needsPaper, DateTimeOffset now)
    {
        var arrival = new Arrival
        {
            WaybillNo = PersianText.Clean(input.WaybillNo),
            InvoiceNo = PersianText.Clean(input.InvoiceNo),
            Vehicle = PersianText.Clean(input.Vehicle),
            Deliverer = PersianText.Clean(input.Deliverer),
            ArrivedAt = input.ArrivedAt,
        };
        var faults = new List<Refusal>();
        if (needsPaper && arrival.Papers.Length == 0) faults.Add(Refusal.Invalid("temporary-receipt.paper-missing").At(nameof(WaybillNo)));
        if (arrival.Deliverer.Length == 0) faults.Add(Refusal.Invalid("temporary-receipt.deliverer-missing").At(nameof(Deliverer)));
        if (arrival.ArrivedAt > now) faults.Add(Refusal.Invalid("temporary-receipt.arrived-in-the-future").At(nameof(ArrivedAt)));
        foreach (var (text, field) in new[]
        {
            (arrival.WaybillNo, nameof(WaybillNo)), (arrival.InvoiceNo, nameof(InvoiceNo)), (arrival.Vehicle, nameof(Vehicle)), (arrival.Deliverer, nameof(Deliverer)),
        })
        {
            if (text.Length > MaxTextLength) faults.Add(Refusal.Invalid("temporary-receipt.text-too-long", MaxTextLength).At(field));
        }

        return faults.Count == 0 ? arrival : Result<Arrival>.RefusedBy(faults);
    }

    internal void WriteCanonical(CanonicalWriter writer) => writer
        .Text("waybill", WaybillNo).Text("invoice", InvoiceNo).Text("vehicle", Vehicle).Text("deliverer", Deliverer).Instant("arrivedAt", ArrivedAt);
}

/// <summary>A line to be counted, as registered; what was ordered is kept and hidden until it is counted.</summary>
/// <param name="BasisLine">The line of the order or contract; null for goods that were not bought.</param>
/// <param name="Item">The item.</param>
/// <param name="Ordered">What is still due of it by the order; null without one.</param>
/// <param name="Lot">Lot printed on the goods; empty for an item without lots.</param>
/// <param name="ExpiresOn">Expiry of the lot.</param>
/// <param name="Condition">What can be seen of packing and goods (ظاهر کالا).</param>
/// <param name="Tracking">Whether lot and expiry of the item are followed.</param>
public sealed record ArrivedLine(Guid? BasisLine, ItemId Item, Quantity? Ordered, string? Lot = null, DateOnly? ExpiresOn = null, string? Condition = null,
    ItemTracking Tracking = default);

/// <summary>One line of a delivery.</summary>
public sealed class TemporaryReceiptLine
{
    public const int MaxConditionLength = 300;
    public const int MaxLotLength = 40;

    internal TemporaryReceiptLine(int order, Guid? basisLine, ItemId item, Quantity? ordered, string lot, DateOnly? expires, string condition)
    {
        Order = order;
        BasisLineId = basisLine;
        ItemId = item;
        Ordered = ordered;
        LotCode = lot;
        ExpiresOn = expires;
        Condition = condition;
    }

    private TemporaryReceiptLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid? BasisLineId { get; private set; }

    public ItemId ItemId { get; private set; }

    /// <summary>What was still due by the order when the goods came.</summary>
    public Quantity? Ordered { get; private set; }

    public string LotCode { get; private set; } = "";

    public DateOnly? ExpiresOn { get; private set; }

    public string Condition { get; private set; } = "";

    /// <summary>What waybill or invoice say; null where they do not name it.</summary>
    public Quantity? OnPaper { get; internal set; }

    /// <summary>Keeps what was ordered and what the papers say unreadable in the content until the counts agree.</summary>
    public string Salt { get; private set; } = SealedFigure.NewSalt();

    /// <summary>What both counted; null until they agree.</summary>
    public Quantity? Counted { get; internal set; }

    /// <summary>The two agree with each other but not with the order.</summary>
    public bool DiffersFromOrder => Counted is { } counted && Ordered is { } ordered && counted != ordered;

    /// <summary>The two agree with each other but not with the papers.</summary>
    public bool DiffersFromPapers => Counted is { } counted && OnPaper is { } paper && counted != paper;
}

/// <summary>Whose count it is. Stored numbers: never renumber.</summary>
public enum CountSide
{
    Keeper = 1,

    /// <summary>Property officer or roster counter.</summary>
    Second = 2,
}

/// <summary>One person's count of one line; never changed, a new count is a new row.</summary>
public sealed class DeliveryCount
{
    internal DeliveryCount(Guid line, int round, CountSide side, int attempt, Quantity quantity, ActBy by)
    {
        LineId = line;
        Round = round;
        Side = side;
        Attempt = attempt;
        Quantity = quantity;
        CountedBy = by.Person;
        At = by.At;
    }

    private DeliveryCount()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid LineId { get; private set; }

    public int Round { get; private set; }

    public CountSide Side { get; private set; }

    /// <summary>Which count of this side in this round, from 1.</summary>
    public int Attempt { get; private set; }

    public Quantity Quantity { get; private set; }

    /// <summary>Keeps the count unreadable in the content until both agree.</summary>
    public string Salt { get; private set; } = SealedFigure.NewSalt();

    public PersonId CountedBy { get; private set; }

    public DateTimeOffset At { get; private set; }
}
