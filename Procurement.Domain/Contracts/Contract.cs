using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Domain.Contracts;

/// <summary>
/// The contract that follows an award with advance, delivery schedule or guarantee (قرارداد). The authorised official's signature on it is
/// تعهد: credit is committed, goods may arrive.
/// </summary>
public sealed class Contract : Document
{
    public const int MaxSubjectLength = 300;
    public const int MaxClauseLength = 2000;
    public const int MaxInstalments = 400;

    public static readonly DocumentKind Kind = new("contract");

    private readonly List<ContractLine> _lines = [];
    private readonly List<DeliveryInstalment> _schedule = [];

    private Contract()
    {
    }

    /// <summary>The award it rests on.</summary>
    public DocumentId DecisionId { get; private set; }

    /// <summary>The same, once in effect: an award is contracted once.</summary>
    public DocumentId? InEffectFor { get; private set; }

    public SupplierId SupplierId { get; private set; }

    /// <summary>Who bought: he receives, checks and judges nothing of it.</summary>
    public PersonId BuyerId { get; private set; }

    public string Subject { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    /// <summary>Advance in hundredths of a percent, as awarded.</summary>
    public long AdvanceBasisPoints { get; private set; }

    public bool HasSchedule { get; private set; }

    public bool HasGuarantee { get; private set; }

    /// <summary>What the guarantee is to be: instrument and amount in words; empty without one.</summary>
    public string GuaranteeClause { get; private set; } = "";

    /// <summary>Penalty for a day's delay, in hundredths of a percent of the late part.</summary>
    public long DailyPenaltyBasisPoints { get; private set; }

    public Rials Tax { get; private set; }

    public bool IsUrgent { get; private set; }

    public IReadOnlyList<ContractLine> Lines => _lines;

    /// <summary>What is to come when; empty without a schedule.</summary>
    public IReadOnlyList<DeliveryInstalment> Schedule => _schedule;

    public Rials Price => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Price);

    public Rials Amount => Price + Tax;

    public override int FormVersion => 1;

    /// <summary>Drafts the contract of an award in effect.</summary>
    public static Result<Contract> Draft(SourcingDecision award, string unitCode, ContractInput input, ActBy by)
    {
        if (award.SignOff.State != DocumentState.InEffect) return Refusal.Rule("contracts.award-not-in-effect", award.SignOff.State);
        if (award.IsOrder) return Refusal.Rule("contracts.award-is-an-order");

        var id = DocumentId.New();
        var contract = new Contract
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, award.SignOff.UnitId, unitCode, by, award.SignOff),
            DecisionId = award.Id,
            SupplierId = award.SupplierId,
            BuyerId = award.BuyerId,
            AdvanceBasisPoints = award.Terms.AdvanceBasisPoints,
            HasSchedule = award.Terms.HasSchedule,
            HasGuarantee = award.Terms.HasGuarantee,
            Tax = award.Invoice.Tax,
            IsUrgent = award.IsUrgent,
        };
        contract._lines.AddRange(award.Lines.OrderBy(l => l.Order).Select(l => new ContractLine(l)));
        var set = contract.Set(input);
        return set.Succeeded ? contract : set;
    }

    /// <summary>Rewrites the clauses of the draft; prices and quantities are the award's.</summary>
    public Result Rewrite(ContractInput input, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Set(input);
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    /// <summary>A schedule delivers exactly what was awarded; a guarantee says what it is.</summary>
    public override Result CheckReady()
    {
        if (HasGuarantee && GuaranteeClause.Length == 0) return Refusal.Rule("contracts.guarantee-missing").At(nameof(GuaranteeClause));
        if (!HasSchedule) return _schedule.Count == 0 ? Result.Ok : Refusal.Rule("contracts.schedule-not-awarded").At(nameof(Schedule));

        foreach (var line in _lines.OrderBy(l => l.Order))
        {
            var due = _schedule.Where(i => i.LineId == line.Id).Aggregate(Quantity.Zero, (sum, i) => sum + i.Quantity);
            if (due != line.Quantity) return Refusal.Rule("contracts.schedule-does-not-add-up", line.Order, due, line.Quantity).At(nameof(Schedule));
        }

        return Result.Ok;
    }

    public override DocumentBrief Brief() => new(Subject, Amount);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("decision", DecisionId)
        .Id("supplier", SupplierId)
        .Id("buyer", BuyerId)
        .Text("subject", Subject)
        .Date("startsOn", StartsOn)
        .Date("endsOn", EndsOn)
        .Number("advance", AdvanceBasisPoints)
        .Text("guarantee", GuaranteeClause)
        .Number("dailyPenalty", DailyPenaltyBasisPoints)
        .Amount("tax", Tax)
        .Flag("urgent", IsUrgent)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w))
        .List("schedule", _schedule.OrderBy(i => i.DueOn).ThenBy(i => i.LineOrder), static (w, i) => w
            .Number("line", i.LineOrder)
            .Amount("quantity", i.Quantity)
            .Date("dueOn", i.DueOn));

    protected internal override Result TakeEffect(ActBy by)
    {
        InEffectFor = DecisionId;
        Raise(new ContractMade(Id, DecisionId, by.At));
        return Result.Ok;
    }

    private Result Set(ContractInput input)
    {
        var subject = PersianText.CleanLines(input.Subject ?? "");
        var guarantee = PersianText.CleanLines(input.GuaranteeClause ?? "");
        if (subject.Length is 0 or > MaxSubjectLength) return Refusal.Invalid("contracts.subject-missing", MaxSubjectLength).At(nameof(Subject));
        if (input.EndsOn < input.StartsOn) return Refusal.Invalid("contracts.ends-before-it-starts").At(nameof(EndsOn));
        if (guarantee.Length > MaxClauseLength) return Refusal.Invalid("contracts.clause-too-long", MaxClauseLength).At(nameof(GuaranteeClause));
        if (input.DailyPenaltyBasisPoints is < 0 or > 10_000) return Refusal.Invalid("contracts.penalty-out-of-range").At(nameof(DailyPenaltyBasisPoints));
        var schedule = Instalments(input);
        if (!schedule.Succeeded) return schedule.Plain();

        Subject = subject;
        StartsOn = input.StartsOn;
        EndsOn = input.EndsOn;
        GuaranteeClause = guarantee;
        DailyPenaltyBasisPoints = input.DailyPenaltyBasisPoints;
        _schedule.Clear();
        _schedule.AddRange(schedule.Value);
        ContentChanged();
        return Result.Ok;
    }

    private Result<IReadOnlyList<DeliveryInstalment>> Instalments(ContractInput input)
    {
        if (input.Schedule.Count > MaxInstalments) return Refusal.Invalid("contracts.too-many-instalments", MaxInstalments).At(nameof(Schedule));
        var faults = new List<Refusal>();
        var instalments = new List<DeliveryInstalment>();
        for (var i = 0; i < input.Schedule.Count; i++)
        {
            var (order, quantity, due) = input.Schedule[i];
            var field = FormattableString.Invariant($"Schedule[{i}]");
            if (_lines.Find(l => l.Order == order) is not { } line)
            {
                faults.Add(Refusal.Invalid("contracts.instalment-of-no-line", i + 1).At(field + ".Line"));
                continue;
            }

            if (quantity.IsZero) faults.Add(Refusal.Invalid("contracts.instalment-empty", i + 1).At(field + ".Quantity"));
            if (due < input.StartsOn || due > input.EndsOn) faults.Add(Refusal.Rule("contracts.instalment-outside-term", i + 1).At(field + ".DueOn"));
            instalments.Add(new DeliveryInstalment(line, quantity, due));
        }

        return faults.Count == 0 ? instalments : Result<IReadOnlyList<DeliveryInstalment>>.RefusedBy(faults);
    }
}

/// <summary>The clauses of a contract as typed; a schedule names lines by their place.</summary>
public sealed record ContractInput(
    string? Subject, DateOnly StartsOn, DateOnly EndsOn, string? GuaranteeClause, long DailyPenaltyBasisPoints,
    IReadOnlyList<(int Line, Quantity Quantity, DateOnly DueOn)> Schedule);

/// <summary>The contract took effect: credit is committed, goods may arrive.</summary>
public sealed record ContractMade(DocumentId DocumentId, DocumentId DecisionId, DateTimeOffset At) : IDocumentTookEffect;
