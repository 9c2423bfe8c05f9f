using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Requests;

/// <summary>
/// The request to buy what no store has (درخواست خرید). It carries the complete technical specification of every line (control 6.2.a); the
/// authorised official's signature on it is تشخیص, the finance controller's is تأمین اعتبار: budget line and amount of each line.
/// </summary>
/// <remarks>Nothing is bought without it, and nothing is bought that it does not describe.</remarks>
public sealed class PurchaseRequest : Document
{
    public const int MaxLines = 200;
    public const int MaxPurposeLength = 500;
    public const int MaxPlaceLength = 300;
    public const int MaxReasonLength = 500;

    /// <summary>Condition of the route: at least one line is goods, so the keeper says «موجود نیست».</summary>
    public const string HasGoods = "goods";

    public static readonly DocumentKind Kind = new("purchase-request");

    private readonly List<PurchaseRequestLine> _lines = [];

    private PurchaseRequest()
    {
    }

    /// <summary>What it is for: project, workshop, class.</summary>
    public string Purpose { get; private set; } = "";

    public string DeliveryPlace { get; private set; } = "";

    /// <summary>The store goods are to be delivered to; null where nothing but services and works is asked for.</summary>
    public StoreId? StoreId { get; private set; }

    public DateOnly NeededBy { get; private set; }

    public OriginPreference Origin { get; private set; }

    /// <summary>Why foreign goods are asked for; empty otherwise (law on maximum use of domestic capacity).</summary>
    public string OriginReason { get; private set; } = "";

    /// <summary>Why it cannot wait for the ordinary route; null for an ordinary request.</summary>
    public UrgencyReason? Urgency { get; private set; }

    public string UrgencyNote { get; private set; } = "";

    /// <summary>The goods request whose missing quantities it asks to buy; null when it stands for itself.</summary>
    public DocumentId? GoodsRequestId { get; private set; }

    /// <summary>The keeper said «موجود نیست» of every line of goods.</summary>
    public bool IsAbsenceDeclared { get; private set; }

    /// <summary>The controller named budget line and amount for every line.</summary>
    public bool IsCreditCertified { get; private set; }

    public IReadOnlyList<PurchaseRequestLine> Lines => _lines;

    public bool IsUrgent => Urgency is not null;

    /// <summary>Sum of the lines' estimates.</summary>
    public Rials Estimate => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Estimate);

    public override int FormVersion => 1;

    /// <summary>Drafts a request of a unit; with a goods request, it joins that request's file.</summary>
    public static Result<PurchaseRequest> Draft(OrgUnitId unit, string unitCode, PurchaseRequestHead head, ActBy by, GoodsRequest? from = null)
    {
        var id = DocumentId.New();
        IEnumerable<SignOffSheet> files = from is null ? [] : [from.SignOff];
        var request = new PurchaseRequest { Id = id, SignOff = SignOffSheet.Open(id, Kind, unit, unitCode, by, files), GoodsRequestId = from?.Id };
        var described = request.Set(head, by);
        return described.Succeeded ? request : described;
    }

    /// <summary>Corrects the head of a draft.</summary>
    public Result Describe(PurchaseRequestHead head, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        return editable.Succeeded ? Set(head, by) : editable;
    }

    /// <summary>Replaces the lines of a draft; every faulty line is told, none is dropped. A line may still lack its specification.</summary>
    public Result ReplaceLines(IReadOnlyList<PurchaseRequestLineInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (lines.Count > MaxLines) return Refusal.Invalid("purchase-request.too-many-lines", MaxLines, lines.Count).At("Lines");

        var faults = lines.SelectMany((l, i) => l.Faults(i)).ToList();
        if (faults.Count > 0) return Result.RefusedBy(faults);

        _lines.Clear();
        _lines.AddRange(lines.Select((l, i) => new PurchaseRequestLine(i + 1, l)));
        SignOff.StampEdited(by);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>States what exactly one line of a draft asks for (control 6.2.a).</summary>
    public Result Specify(int order, Specification specification, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        if (_lines.Find(l => l.Order == order) is not { } line) return Refusal.NotFound("purchase-request.line-not-found");
        if (line.Item is { } item && specification.ItemId != item) return Refusal.Invalid("purchase-request.specification-of-another-item", order);

        line.Specify(specification);
        SignOff.StampEdited(by);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>
    /// The keeper declares that no line of goods is in stock (موجود نیست); a line that is in stock sends the request back instead. Goods asked
    /// for in free words get their catalogue item here, so that one code follows them through the store (control 6.4.b).
    /// </summary>
    public Result DeclareAbsent(IReadOnlyDictionary<Guid, ItemId> items, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.Keeper) return Refusal.Rule("purchase-request.not-with-the-keeper");

        var uncoded = _lines.Where(l => l is { Kind: ItemKind.Goods, Item: null }).ToList();
        var faults = uncoded.Where(l => !items.ContainsKey(l.Id))
            .Select(l => Refusal.Rule("purchase-request.goods-without-item", l.Order, l.Description).At(FormattableString.Invariant($"Items[{l.Order - 1}]"))).ToList();
        if (faults.Count > 0) return Result.RefusedBy(faults);

        foreach (var line in uncoded) line.Codify(items[line.Id]);
        IsAbsenceDeclared = true;
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>
    /// تأمین اعتبار: the controller names, for every line, the budget line and the amount to set aside, at least the estimate
    /// (PAL art. 18).
    /// </summary>
    public Result CertifyCredit(IReadOnlyList<CreditInput> credits, ActBy by)
    {
        if (SignOff.OpenStep?.Capacity != Capacity.FinanceController) return Refusal.Rule("purchase-request.not-with-the-controller");

        var faults = new List<Refusal>();
        foreach (var line in _lines)
        {
            var field = FormattableString.Invariant($"Credits[{line.Order - 1}]");
            if (credits.FirstOrDefault(c => c.LineId == line.Id) is not { } credit) faults.Add(Refusal.Invalid("purchase-request.credit-missing", line.Order).At(field + ".BudgetLine"));
            else if (credit.Amount < line.Estimate) faults.Add(Refusal.Rule("purchase-request.credit-below-estimate", line.Order, line.Estimate).At(field + ".Amount"));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);

        foreach (var line in _lines) line.Credit(credits.First(c => c.LineId == line.Id));
        IsCreditCertified = true;
        SignOff.StampRecorded(by, null);
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>A sourcing file takes lines of an approved request; a line is bought through one file at a time.</summary>
    public Result TakeUp(IReadOnlyCollection<Guid> lines, Guid file)
    {
        if (SignOff.State != DocumentState.InEffect) return Refusal.Rule("purchase-request.not-in-effect", SignOff.State);
        foreach (var id in lines)
        {
            if (_lines.Find(l => l.Id == id) is not { } line) return Refusal.NotFound("purchase-request.line-not-found");
            if (line.FileId is { } other && other != file) return Refusal.Rule("purchase-request.line-taken-up", line.Order);
            line.TakeUp(file);
        }

        return Result.Ok;
    }

    /// <summary>The file was given up: its lines may be taken up again.</summary>
    public void LetGo(Guid file)
    {
        foreach (var line in _lines.Where(l => l.FileId == file)) line.TakeUp(null);
    }

    /// <summary>Every line needs its complete specification (control 6.2.a), an estimate and its basis.</summary>
    public override Result CheckReady()
    {
        if (_lines.Count == 0) return Refusal.Invalid("purchase-request.no-lines").At("Lines");

        var faults = new List<Refusal>();
        if (StoreId is null && _lines.Exists(l => l.Kind == ItemKind.Goods)) faults.Add(Refusal.Invalid("purchase-request.store-missing").At(nameof(StoreId)));
        foreach (var line in _lines)
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}]");
            if (line.Specification is null) faults.Add(Refusal.Rule("purchase-request.line-without-specification", line.Order).At(field + ".Specification"));
            if (line.Estimate.IsZero) faults.Add(Refusal.Invalid("purchase-request.estimate-missing", line.Order).At(field + ".UnitEstimate"));
        }

        return faults.Count == 0 ? Result.Ok : Result.RefusedBy(faults);
    }

    public override bool AwaitsContribution(RouteStep step) => step.Capacity switch
    {
        Capacity.Keeper => !IsAbsenceDeclared,
        Capacity.FinanceController => !IsCreditCertified,
        _ => false,
    };

    public override RouteFacts DescribeRoute() => new()
    {
        Conditions = _lines.Exists(l => l.Kind == ItemKind.Goods) ? new HashSet<string> { HasGoods } : new HashSet<string>(),
        MaySignAfter = IsUrgent,
    };

    public override DocumentBrief Brief() => new(Purpose, Estimate);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("goodsRequest", GoodsRequestId)
        .Text("purpose", Purpose)
        .Text("deliveryPlace", DeliveryPlace)
        .Id("store", StoreId)
        .Date("neededBy", NeededBy)
        .Number("origin", (int)Origin)
        .Text("originReason", OriginReason)
        .Number("urgency", (int?)Urgency)
        .Text("urgencyNote", UrgencyNote)
        .Flag("absenceDeclared", IsAbsenceDeclared)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new PurchaseRequestSubmitted(Id, by.At));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        // A responsibility taken over the controller's objection answers for legality, it does not make credit.
        if (!IsCreditCertified) return Refusal.Rule("purchase-request.effect-without-credit");

        Raise(new PurchaseRequestApproved(Id, SignOff.UnitId, SignOff.OwnerId, by.At));
        return Result.Ok;
    }

    /// <summary>Gives back the credit; a request that returns to its owner is answered and certified again.</summary>
    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        if (IsCreditCertified) Raise(new PurchaseRequestCreditGivenBack(Id));
        if (endedAs != DocumentState.Draft || !(IsCreditCertified || IsAbsenceDeclared)) return Result.Ok;

        IsCreditCertified = false;
        IsAbsenceDeclared = false;
        foreach (var line in _lines) line.ForgetCredit();
        ContentChanged();
        return Result.Ok;
    }

    private Result Set(PurchaseRequestHead head, ActBy by)
    {
        var purpose = PersianText.CleanLines(head.Purpose ?? "");
        var place = PersianText.CleanLines(head.DeliveryPlace ?? "");
        var originReason = PersianText.CleanLines(head.OriginReason ?? "");
        var urgencyNote = PersianText.CleanLines(head.UrgencyNote ?? "");
        if (purpose.Length is 0 or > MaxPurposeLength) return Refusal.Invalid("purchase-request.purpose-missing", MaxPurposeLength).At(nameof(Purpose));
        if (place.Length is 0 or > MaxPlaceLength) return Refusal.Invalid("purchase-request.place-missing", MaxPlaceLength).At(nameof(DeliveryPlace));
        if (head.NeededBy < TehranTime.LocalDate(by.At)) return Refusal.Invalid("purchase-request.needed-in-the-past").At(nameof(NeededBy));
        if (!Enum.IsDefined(head.Origin)) return Refusal.Invalid("purchase-request.origin-missing").At(nameof(Origin));
        if (head.Origin == OriginPreference.Foreign && originReason.Length is 0 or > MaxReasonLength)
            return Refusal.Rule("purchase-request.foreign-without-reason", MaxReasonLength).At(nameof(OriginReason));
        if (head.Urgency is { } urgency && !Enum.IsDefined(urgency)) return Refusal.Invalid("purchase-request.urgency-unknown").At(nameof(Urgency));
        if (head.Urgency is not null && urgencyNote.Length is 0 or > MaxReasonLength)
            return Refusal.Rule("purchase-request.urgent-without-reason", MaxReasonLength).At(nameof(UrgencyNote));

        Purpose = purpose;
        DeliveryPlace = place;
        StoreId = head.Store;
        NeededBy = head.NeededBy;
        Origin = head.Origin;
        OriginReason = originReason;
        Urgency = head.Urgency;
        UrgencyNote = urgencyNote;
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>Where the goods should come from (ترجیح مبدأ). Stored numbers: never renumber.</summary>
public enum OriginPreference
{
    /// <summary>Made in Iran (ساخت داخل).</summary>
    Iranian = 1,

    /// <summary>No preference stated.</summary>
    Any = 2,

    /// <summary>Foreign, with a reason why nothing made here will do.</summary>
    Foreign = 3,
}

/// <summary>Why a need cannot wait (دلیل فوریت). Stored numbers: never renumber.</summary>
public enum UrgencyReason
{
    /// <summary>Danger to people or property.</summary>
    Safety = 1,

    /// <summary>Teaching or service stands still.</summary>
    ServiceStopped = 2,

    /// <summary>A date fixed by law or by a court.</summary>
    LegalDeadline = 3,

    /// <summary>Damage after an accident or disaster.</summary>
    Disaster = 4,
}

/// <summary>The head of a purchase request as typed.</summary>
public sealed record PurchaseRequestHead(
    string? Purpose, string? DeliveryPlace, StoreId? Store, DateOnly NeededBy, OriginPreference Origin, string? OriginReason = null, UrgencyReason? Urgency = null,
    string? UrgencyNote = null);

/// <summary>The controller's word on one line: on which budget line, how much.</summary>
public sealed record CreditInput(Guid LineId, BudgetLineId BudgetLine, Rials Amount);

/// <summary>A request went on its way; the splitting tests look at it.</summary>
public sealed record PurchaseRequestSubmitted(DocumentId DocumentId, DateTimeOffset At) : IDomainEvent;

/// <summary>The last signature before the effect stands: credit is reserved, and a sourcing file may open.</summary>
public sealed record PurchaseRequestApproved(DocumentId DocumentId, OrgUnitId UnitId, PersonId Requester, DateTimeOffset At) : IDocumentTookEffect;

/// <summary>A certified request ended, returned or expired: what is left of its reservation goes back.</summary>
public sealed record PurchaseRequestCreditGivenBack(DocumentId DocumentId) : IDomainEvent;
