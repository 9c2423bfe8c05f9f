using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Receiving;

/// <summary>A line of a delivery put before its requester.</summary>
/// <param name="TemporaryLine">The temporary receipt's line.</param>
/// <param name="Class">Property class of the item.</param>
/// <param name="Quantity">How much of what was counted; less when judged in parts.</param>
/// <param name="Required">The specification of the order line; for goods that were not bought the bounds of the item's template.</param>
/// <param name="UnitPrice">Price of the order, rials a base unit; null for goods that were not bought.</param>
/// <param name="OrderedInAll">What the order line asks for; null for goods that were not bought.</param>
/// <param name="StillDue">What of it has not entered the store yet.</param>
/// <param name="NeedsChecklist">The item's group asks for an expert's check (6.1.c).</param>
/// <param name="Checklist">What the expert found.</param>
public sealed record PresentedLine(
    Guid TemporaryLine, PropertyClass Class, Quantity Quantity, Specification? Required, Rials? UnitPrice, Quantity? OrderedInAll = null,
    Quantity? StillDue = null, bool NeedsChecklist = false, ExpertChecklist? Checklist = null);

/// <summary>The requester's verdict on one line, as typed.</summary>
/// <param name="Accepted">Accepted at full price.</param>
/// <param name="Refused">Refused: goes back to the supplier.</param>
/// <param name="AcceptedAtCut">Accepted at a lower price.</param>
/// <param name="CutUnitPrice">The lower price a base unit.</param>
/// <param name="Reason">Why refused.</param>
/// <param name="Waiver">By whose decision and why a difference is accepted at a lower price.</param>
/// <param name="Checks">What was measured, attribute by attribute.</param>
public sealed record LineVerdict(
    Quantity Accepted, Quantity Refused, Quantity AcceptedAtCut, Rials? CutUnitPrice, string? Reason, string? Waiver, IReadOnlyList<CheckInput> Checks);

/// <summary>One attribute as the requester measured it.</summary>
/// <param name="Key">The specification attribute's key.</param>
/// <param name="Measured">What was found.</param>
/// <param name="Method">How.</param>
/// <param name="Judged">His word where words cannot be compared.</param>
/// <param name="FailsFor">How much of the line differs; null for all of it.</param>
/// <param name="EvidenceSha256">Hash of the attachment that proves it.</param>
public sealed record CheckInput(int Key, string? Measured, string? Method, bool? Judged = null, Quantity? FailsFor = null, string? EvidenceSha256 = null);

/// <summary>One delivered line and its verdict (ردیف تطبیق).</summary>
public sealed class ConformanceLine
{
    public const int MaxReasonLength = 500;

    private readonly List<AttributeCheck> _checks = [];

    internal ConformanceLine(int order, TemporaryReceiptLine arrived, PresentedLine presented)
    {
        Order = order;
        TemporaryLineId = arrived.Id;
        BasisLineId = arrived.BasisLineId;
        ItemId = arrived.ItemId;
        LotCode = arrived.LotCode;
        Class = presented.Class;
        Counted = arrived.Counted ?? presented.Quantity;
        Presented = presented.Quantity;
        OrderedInAll = presented.OrderedInAll;
        StillDue = presented.StillDue;
        Required = presented.Required?.Copy();
        UnitPrice = presented.UnitPrice;
        ExpertRemark = presented.Checklist?.Remark ?? "";
        foreach (var result in presented.Checklist?.Results ?? []) _checks.Add(AttributeCheck.ByExpert(result, presented.Quantity));
    }

    private ConformanceLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid TemporaryLineId { get; private set; }

    public Guid? BasisLineId { get; private set; }

    public ItemId ItemId { get; private set; }

    public string LotCode { get; private set; } = "";

    public PropertyClass Class { get; private set; }

    /// <summary>What both counters found of the delivered line.</summary>
    public Quantity Counted { get; private set; }

    /// <summary>What the order line asks for; null for goods that were not bought.</summary>
    public Quantity? OrderedInAll { get; private set; }

    /// <summary>What of it had not entered the store when the report was opened: no more can be accepted (6.3.b, tolerance zero).</summary>
    public Quantity? StillDue { get; private set; }

    /// <summary>How much is judged here.</summary>
    public Quantity Presented { get; private set; }

    /// <summary>What was asked for, frozen with the order (6.2.a); for goods that were not bought the bounds of the item's template, null where it has none.</summary>
    public Specification? Required { get; private set; }

    public Rials? UnitPrice { get; private set; }

    public Quantity Accepted { get; private set; }

    public Quantity Refused { get; private set; }

    public Quantity AcceptedAtCut { get; private set; }

    public Rials? CutUnitPrice { get; private set; }

    /// <summary>Why refused; for goods that were not bought, how they stand to their deed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The decision by which a difference is accepted at a lower price.</summary>
    public string Waiver { get; private set; } = "";

    public string ExpertRemark { get; private set; } = "";

    public IReadOnlyList<AttributeCheck> Checks => _checks;

    /// <summary>What the accepted part costs at the prices agreed, in rials.</summary>
    public Rials ValueAccepted => Rials.Price(Accepted, UnitPrice ?? Rials.Zero) + Rials.Price(AcceptedAtCut, CutUnitPrice ?? Rials.Zero);

    /// <summary>Checks a verdict whole; nothing is changed.</summary>
    internal Result<IReadOnlyList<AttributeCheck>> Read(LineVerdict verdict, IReadOnlySet<string> evidence, string field)
    {
        var faults = new List<Refusal>();
        var checks = new List<AttributeCheck>();
        foreach (var measured in Required?.Compare([.. verdict.Checks.Select(c => new MeasuredValue(c.Key, c.Measured))]) ?? [])
        {
            if (_checks.Find(c => c.Key == measured.Asked.Key && c.IsByExpert) is { } found)
            {
                checks.Add(found);
                continue;
            }

            var read = AttributeCheck.Read(
                measured, verdict.Checks.FirstOrDefault(c => c.Key == measured.Asked.Key), Presented, evidence,
                FormattableString.Invariant($"{field}.Checks[{measured.Asked.Key}]"));
            if (read.Succeeded) checks.Add(read.Value);
            else faults.AddRange(read.Refusals);
        }

        faults.AddRange(QuantityFaults(verdict, checks, field));
        faults.AddRange(WordFaults(verdict, field));
        return faults.Count == 0 ? checks : Result<IReadOnlyList<AttributeCheck>>.RefusedBy(faults);
    }

    internal void Apply(LineVerdict verdict, IReadOnlyList<AttributeCheck> checks)
    {
        _checks.RemoveAll(c => !checks.Contains(c));
        _checks.AddRange(checks.Where(c => !_checks.Contains(c)));
        (Accepted, Refused, AcceptedAtCut) = (verdict.Accepted, verdict.Refused, verdict.AcceptedAtCut);
        CutUnitPrice = verdict.AcceptedAtCut.IsZero ? null : verdict.CutUnitPrice;
        Reason = PersianText.CleanLines(verdict.Reason);
        Waiver = PersianText.CleanLines(verdict.Waiver);
    }

    internal void TakeBack()
    {
        (Accepted, Refused, AcceptedAtCut) = (Quantity.Zero, Quantity.Zero, Quantity.Zero);
        CutUnitPrice = null;
    }

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer
            .Number("order", Order).Text("temporaryLine", TemporaryLineId.ToString("N")).Text("basisLine", BasisLineId?.ToString("N"))
            .Id("item", ItemId).Text("lot", LotCode).Number("class", (int)Class).Amount("counted", Counted)
            .Amount("ordered", OrderedInAll).Amount("stillDue", StillDue).Amount("presented", Presented).Amount("unitPrice", UnitPrice)
            .Amount("accepted", Accepted).Amount("refused", Refused).Amount("acceptedAtCut", AcceptedAtCut).Amount("cutUnitPrice", CutUnitPrice)
            .Text("reason", Reason).Text("waiver", Waiver).Text("expertRemark", ExpertRemark)
            .List("required", Required is { } asked ? new[] { asked } : [], static (w, s) => s.WriteCanonical(w))
            .List("checks", _checks.OrderBy(c => c.Key), static (w, c) => w
                .Number("key", c.Key).Text("measured", c.Measured).Text("method", c.Method).Number("outcome", (int)c.Outcome)
                .Amount("failsFor", c.FailsFor).Text("evidence", c.EvidenceSha256).Flag("byExpert", c.IsByExpert));
    }

    private IEnumerable<Refusal> QuantityFaults(LineVerdict verdict, List<AttributeCheck> checks, string field)
    {
        if (verdict.Accepted + verdict.Refused + verdict.AcceptedAtCut != Presented)
            yield return Refusal.Invalid("conformance-report.quantities-do-not-add-up", Order, Presented.Units).At($"{field}.Accepted");

        if (StillDue is { } due && verdict.Accepted + verdict.AcceptedAtCut > due)
            yield return Refusal.Rule("conformance-report.more-than-due", Order, due.Units).At($"{field}.Accepted");

        // Pieces that fail one attribute cannot be among those accepted at full price.
        var failing = checks.Select(c => c.FailsFor).DefaultIfEmpty(Quantity.Zero).Max();
        if (verdict.Accepted.Scaled > Presented.Scaled - failing.Scaled)
            yield return Refusal.Rule("conformance-report.differing-cannot-be-accepted", Order, Quantity.FromScaled(Presented.Scaled - failing.Scaled).Units)
                .At($"{field}.Accepted");
    }

    private IEnumerable<Refusal> WordFaults(LineVerdict verdict, string field)
    {
        var reason = PersianText.CleanLines(verdict.Reason);
        var waiver = PersianText.CleanLines(verdict.Waiver);
        if (reason.Length > MaxReasonLength || waiver.Length > MaxReasonLength)
            yield return Refusal.Invalid("conformance-report.text-too-long", MaxReasonLength).At($"{field}.Reason");
        var bought = BasisLineId is not null;
        if (reason.Length == 0 && (!verdict.Refused.IsZero || !bought))
            yield return Refusal.Invalid(bought ? "conformance-report.reason-missing" : "conformance-report.deed-remark-missing", Order).At($"{field}.Reason");
        if (verdict.AcceptedAtCut.IsZero) yield break;

        if (waiver.Length == 0) yield return Refusal.Rule("conformance-report.waiver-missing", Order).At($"{field}.Waiver");
        if (UnitPrice is not { } price || verdict.CutUnitPrice is not { } cut || cut >= price)
            yield return Refusal.Rule("conformance-report.cut-price-not-lower", Order).At($"{field}.CutUnitPrice");
    }
}

/// <summary>One attribute of a line: what was found, how, with which proof, and how it stands to what was asked for.</summary>
public sealed class AttributeCheck
{
    public const int MaxMethodLength = 200;

    private AttributeCheck()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The specification attribute's key.</summary>
    public int Key { get; private set; }

    public string Measured { get; private set; } = "";

    public string Method { get; private set; } = "";

    public AttributeOutcome Outcome { get; private set; }

    /// <summary>How much of the line differs; zero when it conforms.</summary>
    public Quantity FailsFor { get; private set; }

    /// <summary>Hash of the attachment that proves it; empty where the value speaks for itself.</summary>
    public string EvidenceSha256 { get; private set; } = "";

    /// <summary>Taken from the expert's checklist: the requester cannot change it.</summary>
    public bool IsByExpert { get; private set; }

    internal static AttributeCheck ByExpert(ChecklistResult result, Quantity presented) => new()
    {
        Key = result.Key,
        Measured = result.Measured,
        Method = result.Method,
        Outcome = result.Outcome,
        FailsFor = result.Outcome != AttributeOutcome.Differs ? Quantity.Zero : result.FailsFor is { } part && part < presented ? part : presented,
        EvidenceSha256 = result.PhotoSha256,
        IsByExpert = true,
    };

    internal static Result<AttributeCheck> Read(AttributeVerdict verdict, CheckInput? given, Quantity presented, IReadOnlySet<string> evidence, string field)
    {
        var measured = Measurement.Read(verdict, given?.Method, given?.Judged, field);
        if (!measured.Succeeded) return measured.Plain();
        var differs = measured.Value.Outcome == AttributeOutcome.Differs;
        var proof = given?.EvidenceSha256 ?? "";
        if (proof.Length > 0 && !evidence.Contains(proof)) return Refusal.Invalid("conformance-report.evidence-not-attached", verdict.Asked.Name).At($"{field}.Evidence");
        if (differs && proof.Length == 0) return Refusal.Invalid("conformance-report.evidence-missing", verdict.Asked.Name).At($"{field}.Evidence");
        if (given?.FailsFor is { } part && (part > presented || (differs && part.IsZero)))
            return Refusal.Invalid("conformance-report.failing-part-out-of-range", verdict.Asked.Name, presented.Units).At($"{field}.FailsFor");

        return new AttributeCheck
        {
            Key = verdict.Asked.Key,
            Measured = measured.Value.Found,
            Method = measured.Value.Method,
            Outcome = measured.Value.Outcome,
            FailsFor = differs ? given?.FailsFor ?? presented : Quantity.Zero,
            EvidenceSha256 = proof,
        };
    }
}
