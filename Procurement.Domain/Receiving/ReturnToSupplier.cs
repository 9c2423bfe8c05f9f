using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>
/// Refused goods go back to whoever sent them (برگشت به فروشنده). Its signatures let them go; they stay in quarantine until a gate pass that
/// rests on it takes them out, and it is closed once the other side has confirmed all of them (product 3.13).
/// </summary>
public sealed class ReturnToSupplier : Document
{
    public const int MaxReasonLength = 500;

    public static readonly DocumentKind Kind = new("return-to-supplier");

    /// <summary>Route condition: the goods were bought, so their buyer and the head of procurement sign.</summary>
    public const string Bought = "bought";

    private readonly List<ReturnLine> _lines = [];

    private ReturnToSupplier()
    {
    }

    public StoreId StoreId { get; private set; }

    public DocumentId ConformanceId { get; private set; }

    public string ConformanceSha256 { get; private set; } = "";

    public DocumentId? BasisId { get; private set; }

    public SupplierId? SupplierId { get; private set; }

    public string FromName { get; private set; } = "";

    /// <summary>The buyer, who answers to the supplier; null for goods that were not bought.</summary>
    public PersonId? BuyerId { get; private set; }

    /// <summary>Why the goods go back, in the words of the report or more.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who takes them away.</summary>
    public string Carrier { get; private set; } = "";

    public IReadOnlyList<ReturnLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Drafts the return of what a report in effect refused.</summary>
    /// <param name="conformance">The report.</param>
    /// <param name="buyer">The order's buyer; null for goods that were not bought.</param>
    /// <param name="reason">Why.</param>
    /// <param name="carrier">Who takes them away.</param>
    /// <param name="lines">How much of each refused line.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<ReturnToSupplier> Draft(
        ConformanceReport conformance, PersonId? buyer, string? reason, string? carrier, IReadOnlyDictionary<Guid, Quantity> lines, ActBy keeper)
    {
        if (conformance.SignOff.State != DocumentState.InEffect) return Refusal.Rule("return-to-supplier.conformance-not-signed");
        if (conformance.Source.IsPurchase() && buyer is null) return Refusal.Rule("return-to-supplier.buyer-unknown");
        var why = PersianText.CleanLines(reason);
        var taken = PersianText.Clean(carrier);
        if (why.Length is 0 or > MaxReasonLength) return Refusal.Invalid("return-to-supplier.reason-missing", MaxReasonLength).At(nameof(Reason));
        if (taken.Length is 0 or > Arrival.MaxTextLength) return Refusal.Invalid("return-to-supplier.carrier-missing", Arrival.MaxTextLength).At(nameof(Carrier));

        var id = DocumentId.New();
        var back = new ReturnToSupplier
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, conformance.SignOff.UnitId, conformance.SignOff.SeriesCode, keeper, conformance.SignOff),
            StoreId = conformance.StoreId,
            ConformanceId = conformance.Id,
            ConformanceSha256 = conformance.SignOff.SealedSha256,
            BasisId = conformance.BasisId,
            SupplierId = conformance.SupplierId,
            FromName = conformance.FromName,
            BuyerId = buyer,
            Reason = why,
            Carrier = taken,
        };
        foreach (var judged in conformance.Lines.Where(l => lines.TryGetValue(l.Id, out var quantity) && !quantity.IsZero))
        {
            if (lines[judged.Id] > judged.Refused)
                return Refusal.Rule("return-to-supplier.more-than-refused", judged.Order, judged.Refused.Units).At(FormattableString.Invariant($"Lines[{judged.Order - 1}].Quantity"));
            back._lines.Add(new ReturnLine(back._lines.Count + 1, judged, lines[judged.Id]));
        }

        if (back._lines.Count == 0) return Refusal.Invalid("return-to-supplier.no-lines").At("Lines");
        back.ContentChanged();
        return back;
    }

    /// <summary>Sets goods aside for a gate pass, so that no second pass takes them; lines are this document's.</summary>
    public Result PutOnPass(IReadOnlyDictionary<Guid, Quantity> lines)
    {
        if (SignOff.State != DocumentState.InEffect) return Refusal.Rule("return-to-supplier.not-signed-yet", SignOff.State);
        foreach (var line in _lines.Where(l => lines.ContainsKey(l.Id)))
        {
            if (lines[line.Id] > line.Waiting) return Refusal.Rule("return-to-supplier.on-another-pass", line.Order, line.Waiting.Units);
            line.PutOnPass(lines[line.Id]);
        }

        return Result.Ok;
    }

    /// <summary>Goods of a pass that stayed inside, or that came back by decision, wait for another pass.</summary>
    public void TakeOffPass(IReadOnlyDictionary<Guid, Quantity> lines)
    {
        foreach (var line in _lines.Where(l => lines.ContainsKey(l.Id))) line.TakeOffPass(lines[line.Id]);
    }

    /// <summary>The other side confirmed goods, or somebody decided over them; with the last of them the return has done its work.</summary>
    public Result Settle(IReadOnlyDictionary<Guid, Quantity> lines, ActBy by)
    {
        foreach (var line in _lines.Where(l => lines.ContainsKey(l.Id))) line.Settle(lines[line.Id]);
        return _lines.TrueForAll(l => l.Settled == l.Quantity) ? SignOff.Close(by) : Result.Ok;
    }

    public override Result CheckReady() => Result.Ok;

    public override RouteFacts DescribeRoute() => BuyerId is { } buyer
        ? new RouteFacts
        {
            Conditions = new HashSet<string> { Bought },
            Named = new Dictionary<Capacity, PersonId> { [Capacity.Buyer] = buyer },
        }
        : RouteFacts.None;

    public override DocumentBrief Brief() => new(FromName, null);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId).Id("conformance", ConformanceId).Text("conformanceSha256", ConformanceSha256)
        .Id("basis", BasisId).Id("supplier", SupplierId).Text("from", FromName).Id("buyer", BuyerId)
        .Text("reason", Reason).Text("carrier", Carrier)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order).Text("conformanceLine", l.ConformanceLineId.ToString("N")).Id("item", l.ItemId).Text("lot", l.LotCode)
            .Amount("quantity", l.Quantity).Text("reason", l.Reason));

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GoodsReturned(Id, StoreId, ConformanceId, by.At, [.. _lines.Select(l => new GoodsReturnedLine(
            l.Id, l.ConformanceLineId, l.BasisLineId, l.ItemId, l.LotCode, l.Quantity))]));
        return Result.Ok;
    }

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new LinesTaken(Id, Taken()));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new LinesGivenBack(Id, Taken()));
        return Result.Ok;
    }

    private List<TakenLine> Taken() => [.. _lines.Select(l => new TakenLine(l.ConformanceLineId, LineStage.SentBack, l.Quantity, l.Refused))];
}

/// <summary>One line that goes back.</summary>
public sealed class ReturnLine
{
    internal ReturnLine(int order, ConformanceLine judged, Quantity quantity)
    {
        Order = order;
        ConformanceLineId = judged.Id;
        BasisLineId = judged.BasisLineId;
        ItemId = judged.ItemId;
        LotCode = judged.LotCode;
        Quantity = quantity;
        Refused = judged.Refused;
        Reason = judged.Reason;
    }

    private ReturnLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid ConformanceLineId { get; private set; }

    public Guid? BasisLineId { get; private set; }

    public ItemId ItemId { get; private set; }

    public string LotCode { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    /// <summary>What the report refused of the line.</summary>
    public Quantity Refused { get; private set; }

    /// <summary>Why the requester refused it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What is set aside for gate passes or has gone out by them; kept beside the signed content.</summary>
    public Quantity OnPass { get; private set; }

    /// <summary>What the other side confirmed, or what was decided over; kept beside the signed content.</summary>
    public Quantity Settled { get; private set; }

    /// <summary>Still in quarantine and on no pass.</summary>
    public Quantity Waiting => Quantity.FromScaled(Quantity.Scaled - OnPass.Scaled);

    internal void PutOnPass(Quantity quantity) => OnPass += quantity;

    internal void TakeOffPass(Quantity quantity) => OnPass = OnPass.Minus(quantity).Value;

    internal void Settle(Quantity quantity) => Settled += quantity;
}

/// <summary>Refused goods may go back: they leave quarantine by a gate pass.</summary>
public sealed record GoodsReturned(DocumentId DocumentId, StoreId Store, DocumentId Conformance, DateTimeOffset At, IReadOnlyList<GoodsReturnedLine> Lines)
    : IDocumentTookEffect;

public sealed record GoodsReturnedLine(Guid LineId, Guid ConformanceLine, Guid? BasisLine, ItemId Item, string LotCode, Quantity Quantity);
