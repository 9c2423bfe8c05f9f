using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>
/// Accepted goods leave quarantine for their shelf (رسید انبار): the one document by which goods enter the store's book and, at the order's
/// price until the invoice confirms it, its value.
/// </summary>
/// <remarks>
/// It rests on a conformance report in effect and never exceeds what that accepted (6.1.d, 6.3.b). Non-consumables get their property numbers
/// on the property officer's step, before anything can leave the store.
/// </remarks>
public sealed class GoodsReceipt : Document
{
    public const int MaxLines = 200;

    public static readonly DocumentKind Kind = new("goods-receipt");

    private readonly List<GoodsReceiptLine> _lines = [];

    private GoodsReceipt()
    {
    }

    public StoreId StoreId { get; private set; }

    public GoodsSource Source { get; private set; }

    public DocumentId ConformanceId { get; private set; }

    public string ConformanceSha256 { get; private set; } = "";

    public DocumentId? BasisId { get; private set; }

    public SupplierId? SupplierId { get; private set; }

    public string FromName { get; private set; } = "";

    /// <summary>The supplier's invoice as the papers of the delivery name it; empty when it follows.</summary>
    public string InvoiceNo { get; private set; } = "";

    /// <summary>What the source demands beside conformance: letter, value, owner, due date.</summary>
    public SourceFacts Facts { get; private set; } = null!;

    /// <summary>Timing rules outside this document allow controller and inspector to sign after its effect.</summary>
    public bool TimingAllowsAfter { get; private set; }

    public IReadOnlyList<GoodsReceiptLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Drafts the receipt of accepted goods.</summary>
    /// <param name="conformance">The report that accepted them; must be in effect.</param>
    /// <param name="invoiceNo">Invoice number from the delivery's papers.</param>
    /// <param name="facts">What the source demands.</param>
    /// <param name="lines">How much of each accepted line goes to which bin.</param>
    /// <param name="timingAllowsAfter">Whether urgency, band and overdue signatures of the store allow signing after.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<GoodsReceipt> Draft(
        ConformanceReport conformance, string? invoiceNo, SourceFactsInput facts, IReadOnlyList<ShelvedLine> lines, bool timingAllowsAfter, ActBy keeper)
    {
        if (conformance.SignOff.State != DocumentState.InEffect) return Refusal.Rule("goods-receipt.conformance-not-signed");
        var read = SourceFacts.Read(conformance.Source, facts, keeper.At);
        if (!read.Succeeded) return read.Plain();

        var id = DocumentId.New();
        var receipt = new GoodsReceipt
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, conformance.SignOff.UnitId, conformance.SignOff.SeriesCode, keeper, conformance.SignOff),
            StoreId = conformance.StoreId,
            Source = conformance.Source,
            ConformanceId = conformance.Id,
            ConformanceSha256 = conformance.SignOff.SealedSha256,
            BasisId = conformance.BasisId,
            SupplierId = conformance.SupplierId,
            FromName = conformance.FromName,
            InvoiceNo = PersianText.Clean(invoiceNo),
            Facts = read.Value,
            TimingAllowsAfter = timingAllowsAfter,
        };
        if (receipt.InvoiceNo.Length > Arrival.MaxTextLength) return Refusal.Invalid("goods-receipt.text-too-long", Arrival.MaxTextLength).At(nameof(InvoiceNo));
        var filled = receipt.SetLines(conformance, lines);
        return filled.Succeeded ? receipt : filled;
    }

    /// <summary>Puts lines elsewhere, or more or less of them on this receipt, while it is a draft.</summary>
    public Result Rearrange(ConformanceReport conformance, IReadOnlyList<ShelvedLine> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        SignOff.StampEdited(by);
        return SetLines(conformance, lines);
    }

    /// <summary>
    /// The property officer numbers every piece of the non-consumable lines, on his own step (law file 3.6): exactly one number a piece, none
    /// twice.
    /// </summary>
    public Result Label(IReadOnlyDictionary<Guid, IReadOnlyList<LabelInput>> labels, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.PropertyOfficer) return Refusal.Rule("goods-receipt.not-with-the-property-officer");
        if (IsLabelled) return Refusal.Rule("goods-receipt.labelled-already");

        var faults = new List<Refusal>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<(GoodsReceiptLine Line, List<ReceiptLabel> Labels)>();
        foreach (var line in _lines.Where(l => l.NeedsLabels))
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}].Labels");
            var given = labels.GetValueOrDefault(line.Id) ?? [];
            if (given.Count != line.Pieces) faults.Add(Refusal.Rule("goods-receipt.one-number-a-piece", line.Order, line.Pieces, given.Count).At(field));
            var made = new List<ReceiptLabel>();
            foreach (var (label, i) in given.Select((g, i) => (g, i)))
            {
                var number = PropertyNumber.Create(label.Number);
                if (!number.Succeeded) faults.Add(number.Refusal.At($"{field}[{i}].Number"));
                else if (PersianText.Clean(label.Serial).Length > ReceiptLabel.MaxSerialLength)
                    faults.Add(Refusal.Invalid("property.serial-too-long", ReceiptLabel.MaxSerialLength).At($"{field}[{i}].Serial"));
                else if (!seen.Add(number.Value.Value)) faults.Add(Refusal.Invalid("goods-receipt.number-twice", number.Value.Value).At($"{field}[{i}].Number"));
                else made.Add(new ReceiptLabel(made.Count + 1, number.Value, PersianText.Clean(label.Serial)));
            }

            read.Add((line, made));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        foreach (var (line, made) in read) line.SetLabels(made);
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>Every piece that needs a property number has one.</summary>
    public bool IsLabelled => _lines.TrueForAll(l => !l.NeedsLabels || l.Labels.Count > 0);

    /// <summary>Value of the whole receipt in rials; zero for goods of another owner.</summary>
    public Rials Value => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Value);

    public override Result CheckReady() => _lines.Count == 0 ? Refusal.Invalid("goods-receipt.no-lines", MaxLines).At("Lines") : Result.Ok;

    public override bool AwaitsContribution(RouteStep step) => step.Capacity == Capacity.PropertyOfficer && !IsLabelled;

    public override RouteFacts DescribeRoute() => new()
    {
        MaySignAfter = TimingAllowsAfter && _lines.TrueForAll(l => l is { Class: PropertyClass.Consumable, IsPriceCut: false, IsOfPartlyRefused: false }),
    };

    public override DocumentBrief Brief() => new(InvoiceNo.Length == 0 ? FromName : $"{FromName} - {InvoiceNo}", Source.HasValue() ? Value : null);

    public override void WriteCanonical(CanonicalWriter writer)
    {
        writer
            .Id("store", StoreId).Number("source", (int)Source).Id("conformance", ConformanceId).Text("conformanceSha256", ConformanceSha256)
            .Id("basis", BasisId).Id("supplier", SupplierId).Text("from", FromName).Text("invoice", InvoiceNo);
        Facts.WriteCanonical(writer);
        writer.List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order).Text("conformanceLine", l.ConformanceLineId.ToString("N")).Id("item", l.ItemId).Number("class", (int)l.Class)
            .Text("lot", l.LotCode).Amount("quantity", l.Quantity).Amount("unitPrice", l.UnitPrice).Amount("value", l.Value).Id("bin", l.BinId)
            .List("labels", l.Labels.OrderBy(x => x.Order), static (lw, x) => lw.Text("number", x.Number.Value).Text("serial", x.Serial)));
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GoodsReceived(Id, StoreId, Source, ConformanceId, BasisId, by.At, [.. _lines.Select(l => new GoodsReceivedLine(
            l.Id, l.ConformanceLineId, l.BasisLineId, l.ItemId, l.Class, l.LotCode, l.Quantity, l.Value, l.BinId,
            [.. l.Labels.OrderBy(x => x.Order).Select(x => new GoodsReceivedLabel(x.Number, x.Serial))]))]));
        return Result.Ok;
    }

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new LinesTaken(Id, [.. _lines.SelectMany(l => l.Taken())]));
        return Result.Ok;
    }

    /// <summary>Numbers given to a receipt that comes back are free again.</summary>
    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new LinesGivenBack(Id, [.. _lines.SelectMany(l => l.Taken())]));
        if (!_lines.Exists(l => l.Labels.Count > 0)) return Result.Ok;

        foreach (var line in _lines) line.SetLabels([]);
        ContentChanged();
        return Result.Ok;
    }

    private Result SetLines(ConformanceReport conformance, IReadOnlyList<ShelvedLine> lines)
    {
        if (lines.Count is 0 or > MaxLines) return Refusal.Invalid("goods-receipt.no-lines", MaxLines).At("Lines");
        var faults = new List<Refusal>();
        var set = new List<GoodsReceiptLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var shelved = lines[i];
            var field = FormattableString.Invariant($"Lines[{i}]");
            if (conformance.Lines.FirstOrDefault(l => l.Id == shelved.ConformanceLine) is not { } judged)
            {
                faults.Add(Refusal.NotFound("goods-receipt.line-not-judged").At(field));
                continue;
            }

            if (lines.Take(i).Any(l => (l.ConformanceLine, l.Bin, l.AtCut) == (shelved.ConformanceLine, shelved.Bin, shelved.AtCut)))
                faults.Add(Refusal.Invalid("goods-receipt.bin-twice", i + 1).At($"{field}.Bin"));
            if (shelved.Quantity.IsZero) faults.Add(Refusal.Invalid("goods-receipt.quantity-zero", i + 1).At($"{field}.Quantity"));
            if (judged.Class == PropertyClass.NonConsumable && shelved.Quantity.Scaled % Quantity.Scale != 0)
                faults.Add(Refusal.Invalid("goods-receipt.pieces-are-whole", i + 1).At($"{field}.Quantity"));
            var value = ValueOf(judged, shelved, i, field);
            if (value.Succeeded) set.Add(new GoodsReceiptLine(i + 1, judged, shelved, value.Value.UnitPrice, value.Value.Value));
            else faults.AddRange(value.Refusals);
        }

        faults.AddRange(Exceeding(conformance, lines));
        if (faults.Count > 0) return Result.RefusedBy(faults);
        _lines.Clear();
        _lines.AddRange(set);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>Bought goods cost what order or price cut say; others what their deed says; another owner's nothing.</summary>
    private Result<(Rials? UnitPrice, Rials Value)> ValueOf(ConformanceLine judged, ShelvedLine shelved, int i, string field)
    {
        if (!Source.HasValue()) return (null, Rials.Zero);
        var price = Source.IsPurchase() ? (shelved.AtCut ? judged.CutUnitPrice : judged.UnitPrice) : shelved.DeedUnitValue;
        return price is { } unit
            ? (unit, Rials.Price(shelved.Quantity, unit))
            : Refusal.Invalid("goods-receipt.value-missing", i + 1).At($"{field}.DeedUnitValue");
    }

    /// <summary>No line of the report may be received beyond what it accepted; earlier receipts are judged when this one posts.</summary>
    private static IEnumerable<Refusal> Exceeding(ConformanceReport conformance, IReadOnlyList<ShelvedLine> lines) =>
        from judged in conformance.Lines
        from atCut in new[] { false, true }
        let received = lines.Where(l => l.ConformanceLine == judged.Id && l.AtCut == atCut).Aggregate(Quantity.Zero, (sum, l) => sum + l.Quantity)
        let accepted = atCut ? judged.AcceptedAtCut : judged.Accepted
        where received > accepted
        select Refusal.Rule("goods-receipt.more-than-accepted", judged.Order, accepted.Units).At("Lines");
}

/// <summary>Goods entered the store's book.</summary>
public sealed record GoodsReceived(
    DocumentId DocumentId, StoreId Store, GoodsSource Source, DocumentId Conformance, DocumentId? Basis, DateTimeOffset At, IReadOnlyList<GoodsReceivedLine> Lines)
    : IDocumentTookEffect;

public sealed record GoodsReceivedLine(
    Guid LineId, Guid ConformanceLine, Guid? BasisLine, ItemId Item, PropertyClass Class, string LotCode, Quantity Quantity, Rials Value, PlaceId Bin,
    IReadOnlyList<GoodsReceivedLabel> Labels);

public sealed record GoodsReceivedLabel(PropertyNumber Number, string Serial);
