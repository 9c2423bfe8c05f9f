using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>
/// What came, held against what was asked for (صورتجلسه تطبیق; controls 6.1.d and 6.3.b): the requester measures each line against the
/// specification of the order and says how much of it he accepts, refuses, or accepts at a lower price.
/// </summary>
/// <remarks>
/// The keeper opens it for one requester's lines of a temporary receipt; the verdict is the requester's alone and is given on his step. What
/// an expert's checklist found stands. Anything refused or cut in price takes back the right to sign after the effect.
/// </remarks>
public sealed class ConformanceReport : Document
{
    public static readonly DocumentKind Kind = new("conformance-report");

    /// <summary>Route condition: an expert is named.</summary>
    public const string ExpertNamed = "expert-named";

    private readonly List<ConformanceLine> _lines = [];

    private ConformanceReport()
    {
    }

    public StoreId StoreId { get; private set; }

    public GoodsSource Source { get; private set; }

    public DocumentId TemporaryReceiptId { get; private set; }

    /// <summary>Hash of the temporary receipt: the signatures here cover it too (documents 1).</summary>
    public string TemporaryReceiptSha256 { get; private set; } = "";

    public DocumentId? BasisId { get; private set; }

    public SupplierId? SupplierId { get; private set; }

    public string FromName { get; private set; } = "";

    /// <summary>Who judges: the requester of the need, or the substitute his manager named.</summary>
    public PersonId JudgeId { get; private set; }

    /// <summary>The requester who left and for whom a substitute judges; null when the requester himself does.</summary>
    public PersonId? SubstitutesFor { get; private set; }

    public PersonId? ExpertId { get; private set; }

    /// <summary>
    /// Nothing known before the verdict forbids signing after the effect: consumables only, not urgent, within the band, no overdue
    /// after-signature in the store (documents 2, timing).
    /// </summary>
    public bool MaySignAfter { get; private set; }

    /// <summary>The requester has given his verdict on every line.</summary>
    public bool IsJudged { get; private set; }

    public IReadOnlyList<ConformanceLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Everything presented was accepted at full price.</summary>
    public bool FullyConforms => IsJudged && _lines.TrueForAll(l => l.Accepted == l.Presented);

    /// <summary>Opens the report over lines of a temporary receipt in effect.</summary>
    /// <param name="receipt">The temporary receipt.</param>
    /// <param name="judge">Requester, or his substitute.</param>
    /// <param name="expert">The expert who signs too; null where none is named.</param>
    /// <param name="buyer">Who bought the goods: he neither checks nor judges; null when they were not bought.</param>
    /// <param name="lines">The lines presented, with what was asked for and what an expert found.</param>
    /// <param name="maySignAfter">Whether timing rules allow controller and inspector to sign after, as far as known now.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<ConformanceReport> Open(
        TemporaryReceipt receipt, Judge judge, PersonId? expert, PersonId? buyer, IReadOnlyList<PresentedLine> lines, bool maySignAfter, ActBy keeper)
    {
        if (receipt.SignOff.State != DocumentState.InEffect) return Refusal.Rule("conformance-report.not-in-quarantine");
        var hands = CheckHands(judge.Person, expert, buyer, keeper.Person);
        if (!hands.Succeeded) return hands;
        if (lines.Count == 0) return Refusal.Rule("conformance-report.no-lines");

        var id = DocumentId.New();
        var report = new ConformanceReport
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, receipt.SignOff.UnitId, receipt.SignOff.SeriesCode, keeper, receipt.SignOff),
            StoreId = receipt.StoreId,
            Source = receipt.Source,
            TemporaryReceiptId = receipt.Id,
            TemporaryReceiptSha256 = receipt.SignOff.SealedSha256,
            BasisId = receipt.BasisId,
            SupplierId = receipt.SupplierId,
            FromName = receipt.FromName,
            JudgeId = judge.Person,
            SubstitutesFor = judge.InPlaceOf,
            ExpertId = expert,
            MaySignAfter = maySignAfter && lines.All(l => l.Class == PropertyClass.Consumable),
        };
        foreach (var line in lines)
        {
            var arrived = receipt.Lines.FirstOrDefault(l => l.Id == line.TemporaryLine);
            if (arrived?.Counted is not { } counted) return Refusal.NotFound("conformance-report.line-not-found");
            if (line.Quantity.IsZero || line.Quantity > counted) return Refusal.Rule("conformance-report.more-than-counted", arrived.Order, counted.Units);
            if (line.NeedsChecklist && line.Checklist is not { IsComplete: true }) return Refusal.Rule("conformance-report.checklist-missing", arrived.Order);
            if (receipt.Source.IsPurchase() && line.Required is null) return Refusal.Rule("conformance-report.specification-missing", arrived.Order);

            var presented = new ConformanceLine(report._lines.Count + 1, arrived, line);
            report._lines.Add(presented);
            foreach (var photo in line.Checklist?.Results.Select(r => r.Photo).DistinctBy(p => p.Sha256) ?? [])
            {
                // One photo may show several attributes; it is attached once.
                if (report.SignOff.Attachments.Any(a => a.Sha256 == photo.Sha256)) continue;
                var attached = report.SignOff.Attach(photo.Sha256, photo.FileName, photo.Size, photo.ContentType, keeper with { Person = line.Checklist!.ExpertId });
                if (!attached.Succeeded) return attached;
            }
        }

        report.ContentChanged();
        return report;
    }

    /// <summary>The verdict on every line, given by the requester on his own step; every fault is told at once.</summary>
    public Result Judge(IReadOnlyDictionary<Guid, LineVerdict> verdicts, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.Requester) return Refusal.Rule("conformance-report.not-with-the-requester");
        if (IsJudged) return Refusal.Rule("conformance-report.judged-already");

        var evidence = SignOff.Attachments.Select(a => a.Sha256).ToHashSet(StringComparer.Ordinal);
        var faults = new List<Refusal>();
        var judged = new List<(ConformanceLine Line, LineVerdict Verdict, IReadOnlyList<AttributeCheck> Checks)>();
        foreach (var line in _lines)
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}]");
            if (!verdicts.TryGetValue(line.Id, out var verdict))
            {
                faults.Add(Refusal.Invalid("conformance-report.line-not-judged", line.Order).At(field));
                continue;
            }

            var read = line.Read(verdict, evidence, field);
            if (read.Succeeded) judged.Add((line, verdict, read.Value));
            else faults.AddRange(read.Refusals);
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        foreach (var (line, verdict, checks) in judged) line.Apply(verdict, checks);
        IsJudged = true;
        SignOff.StampRecorded(by, null);
        ContentChanged();
        if (!FullyConforms) SignOff.RequireBefore();
        return Result.Ok;
    }

    public override Result CheckReady() => Result.Ok;

    public override bool AwaitsContribution(RouteStep step) => step.Capacity == Capacity.Requester && !IsJudged;

    public override RouteFacts DescribeRoute()
    {
        var named = new Dictionary<Capacity, PersonId> { [Capacity.Requester] = JudgeId };
        if (ExpertId is { } expert) named[Capacity.TechnicalExpert] = expert;
        return new RouteFacts
        {
            Conditions = ExpertId is null ? new HashSet<string>() : new HashSet<string> { ExpertNamed },
            Named = named,
            MaySignAfter = MaySignAfter,
        };
    }

    public override DocumentBrief Brief() => new(FromName, AcceptedValue());

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId).Number("source", (int)Source)
        .Id("temporaryReceipt", TemporaryReceiptId).Text("temporaryReceiptSha256", TemporaryReceiptSha256)
        .Id("basis", BasisId).Id("supplier", SupplierId).Text("from", FromName)
        .Id("judge", JudgeId).Id("substitutesFor", SubstitutesFor).Id("expert", ExpertId)
        .Flag("judged", IsJudged)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w));

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GoodsJudged(Id, TemporaryReceiptId, BasisId, by.At, [.. _lines.Select(l => new GoodsJudgedLine(
            l.Id, l.TemporaryLineId, l.BasisLineId, l.ItemId, l.Presented, l.Accepted + l.AcceptedAtCut, l.Refused, l.ValueAccepted))]));
        return Result.Ok;
    }

    /// <summary>A report that comes back is judged anew; what was measured stays as a proposal.</summary>
    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new LinesGivenBack(Id, Taken()));
        if (endedAs != DocumentState.Draft || !IsJudged) return Result.Ok;

        IsJudged = false;
        foreach (var line in _lines) line.TakeBack();
        ContentChanged();
        return Result.Ok;
    }

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new LinesTaken(Id, Taken()));
        return Result.Ok;
    }

    private static Result CheckHands(PersonId judge, PersonId? expert, PersonId? buyer, PersonId keeper)
    {
        if (judge == keeper) return Refusal.Rule("conformance-report.keeper-cannot-judge");
        if (judge == buyer) return Refusal.Rule("conformance-report.buyer-cannot-judge");
        if (expert is null) return Result.Ok;
        if (expert == buyer) return Refusal.Rule("expert-checklist.expert-is-buyer").At("Expert");
        if (expert == keeper) return Refusal.Rule("expert-checklist.expert-is-keeper").At("Expert");
        return expert == judge ? Refusal.Rule("conformance-report.expert-is-judge").At("Expert") : Result.Ok;
    }

    private List<TakenLine> Taken() => [.. _lines.Select(l => new TakenLine(l.TemporaryLineId, LineStage.Presented, l.Presented, l.Counted))];

    private Rials? AcceptedValue() => _lines.Exists(l => l.UnitPrice is not null)
        ? _lines.Aggregate(Rials.Zero, (sum, l) => sum + (IsJudged ? l.ValueAccepted : Rials.Price(l.Presented, l.UnitPrice ?? Rials.Zero)))
        : null;
}

/// <summary>Who gives the verdict.</summary>
/// <param name="Person">The requester, or the substitute.</param>
/// <param name="InPlaceOf">The requester who left, when a substitute judges.</param>
public sealed record Judge(PersonId Person, PersonId? InPlaceOf = null);

/// <summary>The verdict on a delivery is signed.</summary>
public sealed record GoodsJudged(DocumentId DocumentId, DocumentId TemporaryReceipt, DocumentId? Basis, DateTimeOffset At, IReadOnlyList<GoodsJudgedLine> Lines)
    : IDocumentTookEffect;

/// <param name="LineId">The report's line.</param>
/// <param name="TemporaryLine">The delivery's line.</param>
/// <param name="BasisLine">The order's line.</param>
/// <param name="Item">The item.</param>
/// <param name="Presented">How much was judged.</param>
/// <param name="Accepted">Accepted, price-cut part included.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Value">Value of the accepted part at the prices agreed.</param>
public sealed record GoodsJudgedLine(
    Guid LineId, Guid TemporaryLine, Guid? BasisLine, ItemId Item, Quantity Presented, Quantity Accepted, Quantity Refused, Rials Value);
