using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>
/// Goods that reached the gate (رسید موقت): who brought them, by which papers, and two counts made blind of each other and of the order
/// (control 6.1.a). Its effect puts the goods into quarantine; it is neither issuable nor a basis for the accounts.
/// </summary>
/// <remarks>
/// Figures are blind in the content too: until the counts agree the canonical form carries only hashes over salted figures.
/// The keeper counts and submits; the second counter's step waits for his own count. When the two agree, he signs. When they differ he may
/// count once more; then the document goes back and both count anew. Every count stays in the history.
/// </remarks>
public sealed class TemporaryReceipt : Document
{
    public const int MaxLines = 200;

    /// <summary>How often the second counter may count in one round before the goods are counted anew by both.</summary>
    public const int SecondCountsPerRound = 2;

    public static readonly DocumentKind Kind = new("temporary-receipt");

    /// <summary>Route conditions: which hand counts beside the keeper.</summary>
    public const string PropertyOfficerCounts = "property-officer-counts";

    public const string RosterCounts = "roster-counts";

    private readonly List<TemporaryReceiptLine> _lines = [];
    private readonly List<DeliveryCount> _counts = [];

    private TemporaryReceipt()
    {
    }

    public StoreId StoreId { get; private set; }

    public GoodsSource Source { get; private set; }

    /// <summary>The order, contract or imprest decision; null for goods that were not bought.</summary>
    public DocumentId? BasisId { get; private set; }

    public SupplierId? SupplierId { get; private set; }

    /// <summary>Supplier, giver or sender by name, as known on the day.</summary>
    public string FromName { get; private set; } = "";

    /// <summary>The letter or deed by which goods came that were not bought; empty for bought goods.</summary>
    public string Deed { get; private set; } = "";

    public Arrival Arrival { get; private set; } = null!;

    public PersonId SecondCounterId { get; private set; }

    /// <summary>Property officer or roster counter.</summary>
    public Capacity SecondHand { get; private set; }

    /// <summary>Which counting this is, from 1; a return starts the next one.</summary>
    public int CountRound { get; private set; }

    /// <summary>The keeper wrote down what waybill or invoice say; only after he had counted himself.</summary>
    public bool PapersRead { get; private set; }

    /// <summary>Both counts are the same on every line.</summary>
    public bool CountsAgree { get; private set; }

    public IReadOnlyList<TemporaryReceiptLine> Lines => _lines;

    /// <summary>Every count ever made, oldest first: the history of differences.</summary>
    public IReadOnlyList<DeliveryCount> Counts => _counts;

    public override int FormVersion => 1;

    /// <summary>Registers goods that arrived at a store's gate.</summary>
    /// <param name="at">The store, its unit and its number series.</param>
    /// <param name="basis">What stands behind the goods.</param>
    /// <param name="second">Who counts beside the keeper, and in which hand.</param>
    /// <param name="arrival">Papers, vehicle, deliverer, time.</param>
    /// <param name="lines">What is to be counted; quantities are not among it.</param>
    /// <param name="keeper">The keeper.</param>
    /// <param name="from">The sheet of the order or contract, whose file this joins.</param>
    public static Result<TemporaryReceipt> Register(
        ReceivingStore at, DeliveryBasis basis, (PersonId Person, Capacity Hand) second, ArrivalInput arrival, IReadOnlyList<ArrivedLine> lines,
        ActBy keeper, params IEnumerable<SignOffSheet> from)
    {
        if (second.Person == keeper.Person) return Refusal.Rule("temporary-receipt.keeper-counts-alone").At("SecondCounter");
        var founded = basis.Check();
        if (!founded.Succeeded) return founded;

        var id = DocumentId.New();
        var receipt = new TemporaryReceipt
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, at.Unit, at.StoreCode, keeper, from),
            StoreId = at.Store,
            Source = basis.Source,
            BasisId = basis.Document,
            SupplierId = basis.Supplier,
            FromName = PersianText.Clean(basis.FromName),
            Deed = PersianText.CleanLines(basis.Deed),
            SecondCounterId = second.Person,
            SecondHand = second.Hand,
            CountRound = 1,
        };
        var described = receipt.Describe(arrival, keeper);
        if (!described.Succeeded) return described;
        var filled = receipt.SetLines(lines);
        return filled.Succeeded ? receipt : filled;
    }

    /// <summary>Corrects papers, vehicle, deliverer or time of a draft.</summary>
    public Result Describe(ArrivalInput arrival, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var read = Arrival.Read(arrival, Source.IsPurchase(), by.At);
        if (!read.Succeeded) return read.Plain();

        Arrival = read.Value;
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>The keeper's own count. Once he has read the papers' figures he cannot change it in this round.</summary>
    public Result CountAsKeeper(IReadOnlyDictionary<Guid, Quantity> counted, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (PapersRead && HasCounted(CountSide.Keeper)) return Refusal.Rule("temporary-receipt.count-is-fixed");

        return Count(CountSide.Keeper, counted, by);
    }

    /// <summary>
    /// What waybill or invoice say of each line, written down after the keeper's own count (6.1.a); a line the papers do not name has none.
    /// </summary>
    public Result ReadPapers(IReadOnlyDictionary<Guid, Quantity> onPaper, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (!HasCounted(CountSide.Keeper)) return Refusal.Rule("temporary-receipt.count-before-papers");

        foreach (var line in _lines) line.OnPaper = onPaper.TryGetValue(line.Id, out var quantity) ? quantity : null;
        PapersRead = true;
        SignOff.StampEdited(by);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>The second count, made without sight of the keeper's; tells whether the two agree.</summary>
    public Result<bool> CountAsSecond(IReadOnlyDictionary<Guid, Quantity> counted, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != SecondHand) return Refusal.Rule("temporary-receipt.not-with-the-second-counter");
        if (by.Person == SignOff.OwnerId) return Refusal.Rule("temporary-receipt.keeper-counts-alone");
        if (CountsAgree) return Refusal.Rule("temporary-receipt.count-is-fixed");
        if (AttemptsOf(CountSide.Second) >= SecondCountsPerRound) return Refusal.Rule("temporary-receipt.count-anew", SecondCountsPerRound);

        var taken = Count(CountSide.Second, counted, by);
        if (!taken.Succeeded) return taken;

        CountsAgree = DifferingLines().Count == 0;
        if (CountsAgree)
        {
            foreach (var line in _lines) line.Counted = CountOf(line, CountSide.Second) ?? Quantity.Zero;
        }

        return CountsAgree;
    }

    /// <summary>The lines on which the two counts of this round differ; empty while one of them is missing.</summary>
    public IReadOnlyList<TemporaryReceiptLine> DifferingLines() =>
        HasCounted(CountSide.Keeper) && HasCounted(CountSide.Second)
            ? [.. _lines.Where(l => CountOf(l, CountSide.Keeper) != CountOf(l, CountSide.Second))]
            : [];

    /// <summary>The latest count of a line by one side in this round; null before he counted.</summary>
    public Quantity? CountOf(TemporaryReceiptLine line, CountSide side) =>
        _counts.Where(c => c.LineId == line.Id && c.Round == CountRound && c.Side == side).MaxBy(c => c.Attempt)?.Quantity;

    public bool HasCounted(CountSide side) => AttemptsOf(side) > 0;

    /// <summary>The side on which the person counts; null for everybody else.</summary>
    public CountSide? SideOf(PersonId person)
    {
        if (person == SignOff.OwnerId) return CountSide.Keeper;
        return person == SecondCounterId ? CountSide.Second : null;
    }

    /// <summary>Whether a reader may see one side's count: his own always, another's only once both agree.</summary>
    public bool ShowsCountTo(PersonId reader, CountSide side) => CountsAgree || SideOf(reader) == side;

    /// <summary>Whether a reader may see what was ordered and what the papers say: a counter only after his own count (6.1.a).</summary>
    public bool ShowsOrderTo(PersonId reader) => CountsAgree || SideOf(reader) is not { } side || HasCounted(side);

    public override Result CheckReady()
    {
        if (!HasCounted(CountSide.Keeper)) return Refusal.Rule("temporary-receipt.not-counted");
        if (!PapersRead && Source.IsPurchase()) return Refusal.Rule("temporary-receipt.papers-not-read");
        return _lines.TrueForAll(l => CountOf(l, CountSide.Keeper) is { IsZero: true })
            ? Refusal.Rule("temporary-receipt.nothing-arrived")
            : Result.Ok;
    }

    public override bool AwaitsContribution(RouteStep step) => step.Capacity == SecondHand && !CountsAgree;

    public override RouteFacts DescribeRoute() => new()
    {
        Conditions = new HashSet<string> { SecondHand == Capacity.PropertyOfficer ? PropertyOfficerCounts : RosterCounts },
        Named = new Dictionary<Capacity, PersonId> { [SecondHand] = SecondCounterId },
    };

    public override DocumentBrief Brief() => new(Arrival.Papers.Length == 0 ? FromName : $"{FromName} - {Arrival.Papers}", null);

    public override void WriteCanonical(CanonicalWriter writer)
    {
        var order = _lines.ToDictionary(l => l.Id, l => l.Order);
        writer
            .Id("store", StoreId).Number("source", (int)Source).Id("basis", BasisId).Id("supplier", SupplierId).Text("from", FromName).Text("deed", Deed);
        Arrival.WriteCanonical(writer);
        writer
            .Id("secondCounter", SecondCounterId).Number("secondHand", (int)SecondHand)
            .Number("round", CountRound).Flag("papersRead", PapersRead).Flag("agree", CountsAgree)
            .List("lines", _lines.OrderBy(l => l.Order), (w, l) => w
                .Number("order", l.Order).Text("basisLine", l.BasisLineId?.ToString("N")).Id("item", l.ItemId)
                .Text("lot", l.LotCode).Date("expires", l.ExpiresOn).Text("condition", l.Condition)
                .Text("orderedSeal", Seal(l.Salt, l.Ordered)).Text("onPaperSeal", Seal(l.Salt, l.OnPaper)).Text("salt", CountsAgree ? l.Salt : null)
                .Amount("ordered", CountsAgree ? l.Ordered : null).Amount("onPaper", CountsAgree ? l.OnPaper : null).Amount("counted", l.Counted))
            .List("counts", _counts.OrderBy(c => c.Round).ThenBy(c => c.Side).ThenBy(c => c.Attempt).ThenBy(c => order[c.LineId]), (w, c) => w
                .Number("round", c.Round).Number("side", (int)c.Side).Number("attempt", c.Attempt).Number("line", order[c.LineId])
                .Text("seal", SealedFigure.Of(c.Salt, c.Quantity)).Text("salt", CountsAgree ? c.Salt : null).Amount("quantity", CountsAgree ? c.Quantity : null)
                .Id("by", c.CountedBy).Instant("at", c.At));
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GoodsArrived(Id, StoreId, [.. _lines.Where(l => l.Counted is { IsZero: false })
            .Select(l => new GoodsArrivedLine(l.Id, l.BasisLineId, l.ItemId, l.LotCode, l.ExpiresOn, l.Counted!.Value))], BasisId, by.At));
        return Result.Ok;
    }

    /// <summary>A delivery that comes back is counted anew by both.</summary>
    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        if (endedAs != DocumentState.Draft) return Result.Ok;

        CountRound++;
        CountsAgree = false;
        foreach (var line in _lines) line.Counted = null;
        ContentChanged();
        return Result.Ok;
    }

    private static string? Seal(string salt, Quantity? figure) => figure is { } known ? SealedFigure.Of(salt, known) : null;

    private int AttemptsOf(CountSide side) =>
        _counts.Where(c => c.Round == CountRound && c.Side == side).Select(c => c.Attempt).DefaultIfEmpty(0).Max();

    private Result Count(CountSide side, IReadOnlyDictionary<Guid, Quantity> counted, ActBy by)
    {
        var missing = _lines.Where(l => !counted.ContainsKey(l.Id))
            .Select(l => Refusal.Invalid("temporary-receipt.line-not-counted", l.Order).At(FormattableString.Invariant($"Lines[{l.Order - 1}].Quantity"))).ToList();
        if (missing.Count > 0) return Result.RefusedBy(missing);

        var attempt = AttemptsOf(side) + 1;
        _counts.AddRange(_lines.Select(l => new DeliveryCount(l.Id, CountRound, side, attempt, counted[l.Id], by)));
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    private Result SetLines(IReadOnlyList<ArrivedLine> lines)
    {
        if (lines.Count is 0 or > MaxLines) return Refusal.Invalid("temporary-receipt.no-lines", MaxLines).At("Lines");
        var faults = new List<Refusal>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var at = FormattableString.Invariant($"Lines[{i}].Item");
            if (Source.IsPurchase() && line.BasisLine is null) faults.Add(Refusal.Rule("temporary-receipt.not-in-the-order", i + 1).At(at));
            if (lines.Take(i).Any(l => (l.BasisLine, l.Item, Lot(l)) == (line.BasisLine, line.Item, Lot(line))))
                faults.Add(Refusal.Invalid("temporary-receipt.line-twice", i + 1).At(at));
            if (line.Tracking.Lot && Lot(line).Length == 0) faults.Add(Refusal.Invalid("temporary-receipt.lot-missing", i + 1).At(FormattableString.Invariant($"Lines[{i}].Lot")));
            if (line.Tracking.Expiry && line.ExpiresOn is null)
                faults.Add(Refusal.Invalid("temporary-receipt.expiry-missing", i + 1).At(FormattableString.Invariant($"Lines[{i}].ExpiresOn")));
            if (Lot(line).Length > TemporaryReceiptLine.MaxLotLength)
                faults.Add(Refusal.Invalid("temporary-receipt.lot-too-long", i + 1, TemporaryReceiptLine.MaxLotLength).At(FormattableString.Invariant($"Lines[{i}].Lot")));
            if (PersianText.CleanLines(line.Condition).Length > TemporaryReceiptLine.MaxConditionLength)
                faults.Add(Refusal.Invalid("temporary-receipt.text-too-long", TemporaryReceiptLine.MaxConditionLength).At(FormattableString.Invariant($"Lines[{i}].Condition")));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        _lines.AddRange(lines.Select((l, i) => new TemporaryReceiptLine(
            i + 1, l.BasisLine, l.Item, l.Ordered, Lot(l), l.ExpiresOn, PersianText.CleanLines(l.Condition))));
        ContentChanged();
        return Result.Ok;
    }

    private static string Lot(ArrivedLine line) => PersianText.Clean(line.Lot);
}

/// <summary>Goods were counted twice and lie in quarantine.</summary>
public sealed record GoodsArrived(DocumentId DocumentId, StoreId Store, IReadOnlyList<GoodsArrivedLine> Lines, DocumentId? Basis, DateTimeOffset At)
    : IDocumentTookEffect;

public sealed record GoodsArrivedLine(Guid LineId, Guid? BasisLine, ItemId Item, string LotCode, DateOnly? ExpiresOn, Quantity Quantity);
