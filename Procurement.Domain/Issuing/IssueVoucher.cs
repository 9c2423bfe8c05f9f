using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>
/// Lets a store hand over what an approved request asked for (حواله انبار; law file 6.2, control 6.4.a). It never exceeds what was reserved for
/// the request, and it moves nothing itself: goods move when they are picked, handed over, or pass the gate.
/// </summary>
/// <remarks>
/// Where it hands over exactly what was asked for, or less of it, the signatures of requester and manager on the request stand for it; another
/// item in place of the one asked for needs their hands again (documents 2, timing).
/// </remarks>
public sealed class IssueVoucher : Document
{
    public const int MaxLines = 200;

    public static readonly DocumentKind Kind = new("issue-voucher");

    /// <summary>Route condition: state property leaves the store, so the property officer signs.</summary>
    public const string Labelled = "labelled";

    /// <summary>Route condition: an expert checks kind and material of at least one line (control 6.4.c).</summary>
    public const string ExpertCheck = "expert-check";

    private readonly List<IssueLine> _lines = [];

    private IssueVoucher()
    {
    }

    public StoreId StoreId { get; private set; }

    /// <summary>The approved request it rests on.</summary>
    public DocumentId RequestId { get; private set; }

    /// <summary>Hash of the request as it was signed: the signatures here cover it too.</summary>
    public string RequestSha256 { get; private set; } = "";

    /// <summary>Who asked for the goods, and takes them over.</summary>
    public PersonId RequesterId { get; private set; }

    /// <summary>When the requester signed the request; null where that signature cannot stand for this one.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>Who approved the need; null where that signature cannot stand for this one.</summary>
    public PersonId? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>What the goods are for, in the words of the request.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Value, class of goods and standing of the store allow controller and inspector to sign after the effect.</summary>
    public bool TimingAllowsAfter { get; private set; }

    public IReadOnlyList<IssueLine> Lines => _lines;

    /// <summary>What the goods are worth at today's average; the cost itself is fixed when they leave the book.</summary>
    public Rials Value => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Value);

    /// <summary>Nothing but consumables: only then may signatures follow the effect.</summary>
    public bool IsConsumablesOnly => _lines.TrueForAll(l => l.IsConsumable);

    public bool HasSubstitutes => _lines.Exists(l => l.IsSubstitute);

    public override int FormVersion => 1;

    /// <summary>Drafts a voucher for what a store holds for an approved request.</summary>
    /// <param name="request">The request; must be in effect, its keeper's answer signed.</param>
    /// <param name="storeCode">The store's code: the number series.</param>
    /// <param name="lines">What is handed over.</param>
    /// <param name="timingAllowsAfter">Whether value and standing of the store allow signing after.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<IssueVoucher> Draft(
        GoodsRequest request, string storeCode, IReadOnlyList<IssueLineInput> lines, bool timingAllowsAfter, ActBy keeper)
    {
        if (request.SignOff.State != DocumentState.InEffect) return Refusal.Rule("issue-voucher.request-not-approved", request.SignOff.State);
        if (request.SignOff.OwnerId == keeper.Person) return Refusal.Rule("issue-voucher.keeper-issues-to-himself");

        var id = DocumentId.New();
        var requested = SignedAs(request.SignOff, Capacity.Requester);
        var approved = SignedAs(request.SignOff, Capacity.UnitManager);
        var voucher = new IssueVoucher
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, request.SignOff.UnitId, storeCode, keeper, request.SignOff),
            StoreId = request.StoreId,
            RequestId = request.Id,
            RequestSha256 = request.SignOff.SealedSha256,
            RequesterId = request.SignOff.OwnerId,
            RequestedAt = requested?.SignedAt,
            ApprovedById = approved?.SignedBy,
            ApprovedAt = approved?.SignedAt,
            Purpose = request.Purpose,
        };
        var filled = voucher.SetLines(request, lines, timingAllowsAfter);
        return filled.Succeeded ? voucher : filled;
    }

    /// <summary>Hands over other lines or quantities of the same request, while it is a draft.</summary>
    public Result Rewrite(GoodsRequest request, IReadOnlyList<IssueLineInput> lines, bool timingAllowsAfter, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var filled = SetLines(request, lines, timingAllowsAfter);
        if (filled.Succeeded) SignOff.StampEdited(by);
        return filled;
    }

    /// <summary>
    /// The expert has each line that asks for it before him, reads its code off the goods and says that kind and material are what was asked
    /// for (control 6.4.c). Wrong goods are not confirmed: the voucher goes back to the keeper.
    /// </summary>
    public Result ConfirmKinds(IReadOnlyDictionary<Guid, KindCheck> checks, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.TechnicalExpert) return Refusal.Rule("issue-voucher.not-with-the-expert");

        var faults = new List<Refusal>();
        var open = _lines.FindAll(l => l.NeedsExpertCheck);
        foreach (var line in open)
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}]");
            var given = checks.GetValueOrDefault(line.Id);
            if (given is null || PersianText.Clean(given.ScannedCode).Length == 0) faults.Add(Refusal.Invalid("issue-voucher.kind-not-checked", line.Order).At($"{field}.ScannedCode"));
            else if (!line.BearsCode(given.ScannedCode)) faults.Add(Refusal.Rule("issue-voucher.wrong-kind", line.Order, line.ItemCode).At($"{field}.ScannedCode"));
            else if (PersianText.Clean(given.Remark).Length is 0 or > IssueLine.MaxRemarkLength)
                faults.Add(Refusal.Invalid("issue-voucher.material-not-stated", line.Order, IssueLine.MaxRemarkLength).At($"{field}.Remark"));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        foreach (var line in open) line.Check(PersianText.Clean(checks[line.Id].Remark), by);
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    public override Result CheckReady() => _lines.Count == 0 ? Refusal.Invalid("issue-voucher.no-lines").At("Lines") : Result.Ok;

    public override bool AwaitsContribution(RouteStep step) =>
        step.Capacity == Capacity.TechnicalExpert && _lines.Exists(l => l is { NeedsExpertCheck: true, CheckedAt: null });

    public override DocumentBrief Brief() => new(Purpose, Value);

    public override RouteFacts DescribeRoute()
    {
        var conditions = new HashSet<string>();
        if (_lines.Exists(l => l.IsLabelled)) conditions.Add(Labelled);
        if (_lines.Exists(l => l.NeedsExpertCheck)) conditions.Add(ExpertCheck);
        var inherited = new Dictionary<Capacity, InheritedSignature>();
        if (!HasSubstitutes)
        {
            if (RequestedAt is { } asked) inherited[Capacity.Requester] = new InheritedSignature(RequesterId, RequestId, asked);
            if (ApprovedById is { } manager && ApprovedAt is { } at) inherited[Capacity.UnitManager] = new InheritedSignature(manager, RequestId, at);
        }

        return new RouteFacts
        {
            Conditions = conditions,
            Named = new Dictionary<Capacity, PersonId> { [Capacity.Requester] = RequesterId },
            Inherited = inherited,
            MaySignAfter = TimingAllowsAfter,
        };
    }

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId)
        .Id("request", RequestId)
        .Text("requestSha256", RequestSha256)
        .Id("requester", RequesterId)
        .Text("purpose", Purpose)
        .Flag("signAfter", TimingAllowsAfter)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new IssueVoucherSubmitted(Id, StoreId, RequestId, SignOff.SeriesCode, SignOff.UnitId, Value, TimingAllowsAfter, Held()));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new IssueVoucherGivenBack(Id, StoreId, RequestId, Held()));
        if (endedAs != DocumentState.Draft || !_lines.Exists(l => l.CheckedAt is not null)) return Result.Ok;

        // What the expert saw may be changed now, so he looks again.
        foreach (var line in _lines) line.ForgetCheck();
        ContentChanged();
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new IssueVoucherTookEffect(Id, StoreId, RequestId, by.At, [.. _lines]));
        return Result.Ok;
    }

    /// <summary>Puts what the store did with the voucher on its timeline; its content stays as it was signed.</summary>
    public void Note(ActCode act, ActBy by, string? reason = null) => SignOff.Stamp(act, by, reason);

    /// <summary>All it promised has been taken over; the voucher has done its work.</summary>
    public Result Close(ActBy by) => SignOff.State == DocumentState.InEffect && SignOff.AllSigned ? SignOff.Close(by) : Result.Ok;

    /// <summary>What was not handed over is given up, with a reason, and no longer held.</summary>
    public Result CloseShort(string? reason, ActBy by)
    {
        var closed = SignOff.CloseShort(by, reason);
        if (closed.Succeeded) Raise(new IssueVoucherClosedShort(Id, StoreId));
        return closed;
    }

    private static RouteStep? SignedAs(SignOffSheet sheet, Capacity capacity) =>
        sheet.CurrentSteps.FirstOrDefault(s => s.Capacity == capacity && s is { State: StepState.Signed, SignedBy: not null, SignedAt: not null });

    private List<HeldLine> Held() => [.. _lines.Select(l => new HeldLine(l.Id, l.RequestLineId, l.Item, l.Quantity, l.IsSubstitute))];

    private Result SetLines(GoodsRequest request, IReadOnlyList<IssueLineInput> lines, bool timingAllowsAfter)
    {
        if (lines.Count > MaxLines) return Refusal.Invalid("issue-voucher.too-many-lines", MaxLines, lines.Count).At("Lines");
        var faults = new List<Refusal>();
        var written = new List<IssueLine>();
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var asked = request.Lines.FirstOrDefault(l => l.Id == line.RequestLine);
            var at = FormattableString.Invariant($"Lines[{i}]");
            if (asked is null) faults.Add(Refusal.Rule("issue-voucher.not-requested", i + 1).At($"{at}.Item"));
            else if (written.Exists(w => w.RequestLineId == asked.Id)) faults.Add(Refusal.Invalid("issue-voucher.line-twice", i + 1).At($"{at}.Item"));
            else
            {
                var read = IssueLine.Read(written.Count + 1, asked, line, StoreId, SignOff.OwnerId, at);
                if (read.Succeeded) written.Add(read.Value);
                else faults.AddRange(read.Refusals);
            }
        }

        var pieces = written.SelectMany(l => l.Pieces).Select(p => p.Number).ToList();
        faults.AddRange(pieces.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => Refusal.Invalid("issue-voucher.number-twice", g.Key).At("Lines")));
        if (faults.Count > 0) return Result.RefusedBy(faults);

        _lines.Clear();
        _lines.AddRange(written);
        TimingAllowsAfter = timingAllowsAfter && IsConsumablesOnly;
        ContentChanged();
        return Result.Ok;
    }
}
