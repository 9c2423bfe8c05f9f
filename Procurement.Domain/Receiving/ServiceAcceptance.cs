using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Receiving;

/// <summary>
/// What was done of a service or of works, measured by its requester (تأیید خدمت/کار): stands where conformance and receipt stand for goods,
/// as often as the contract is delivered in parts.
/// </summary>
public sealed class ServiceAcceptance : Document
{
    public const int MaxTextLength = 500;

    public static readonly DocumentKind Kind = new("service-acceptance");

    /// <summary>Route condition: an expert is named.</summary>
    public const string ExpertNamed = "expert-named";

    private readonly List<AcceptedWork> _lines = [];

    private ServiceAcceptance()
    {
    }

    public DocumentId BasisId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public string FromName { get; private set; } = "";

    /// <summary>First day of the period measured.</summary>
    public DateOnly PeriodFrom { get; private set; }

    public DateOnly PeriodTo { get; private set; }

    public PersonId? ExpertId { get; private set; }

    /// <summary>The requester who left and for whom a substitute measures; null when the requester himself does.</summary>
    public PersonId? SubstitutesFor { get; private set; }

    public IReadOnlyList<AcceptedWork> Lines => _lines;

    /// <summary>Value of the part accepted here, in rials.</summary>
    public Rials Value => _lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Value);

    public override int FormVersion => 1;

    /// <summary>Drafts the acceptance of a part.</summary>
    /// <param name="unit">The requesting unit and its code.</param>
    /// <param name="deal">The order or contract: id, supplier, name.</param>
    /// <param name="judge">Requester or substitute: who drafts.</param>
    /// <param name="expert">The expert who signs too; neither buyer nor the requester himself.</param>
    /// <param name="lines">What was measured.</param>
    /// <param name="period">First and last day measured.</param>
    /// <param name="by">The drafter.</param>
    /// <param name="from">The order's or contract's sheet.</param>
    public static Result<ServiceAcceptance> Draft(
        (OrgUnitId Id, string Code) unit, (DocumentId Id, SupplierId Supplier, string SupplierName) deal, Judge judge, PersonId? expert,
        IReadOnlyList<MeasuredWork> lines, (DateOnly From, DateOnly To) period, ActBy by, params IEnumerable<SignOffSheet> from)
    {
        if (judge.Person != by.Person) return Refusal.Forbidden("service-acceptance.only-the-requester-measures");
        var id = DocumentId.New();
        var acceptance = new ServiceAcceptance
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, unit.Id, unit.Code, by, from),
            BasisId = deal.Id,
            SupplierId = deal.Supplier,
            FromName = PersianText.Clean(deal.SupplierName),
            SubstitutesFor = judge.InPlaceOf,
        };
        var measured = acceptance.Set(expert, lines, period, by);
        return measured.Succeeded ? acceptance : measured;
    }

    /// <summary>Measures anew while it is a draft.</summary>
    public Result Measure(PersonId? expert, IReadOnlyList<MeasuredWork> lines, (DateOnly From, DateOnly To) period, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        SignOff.StampEdited(by);
        return Set(expert, lines, period, by);
    }

    public override Result CheckReady()
    {
        var attached = SignOff.Attachments.Select(a => a.Sha256).ToHashSet(StringComparer.Ordinal);
        return attached.Count == 0 ? Refusal.Rule("service-acceptance.evidence-missing").At("Attachments") : Result.Ok;
    }

    public override RouteFacts DescribeRoute() => ExpertId is { } expert
        ? new RouteFacts
        {
            Conditions = new HashSet<string> { ExpertNamed },
            Named = new Dictionary<Capacity, PersonId> { [Capacity.TechnicalExpert] = expert },
        }
        : RouteFacts.None;

    public override DocumentBrief Brief() => new(FromName, Value);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("basis", BasisId).Id("supplier", SupplierId).Text("from", FromName).Date("periodFrom", PeriodFrom).Date("periodTo", PeriodTo)
        .Id("expert", ExpertId).Id("substitutesFor", SubstitutesFor)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order).Text("basisLine", l.BasisLineId.ToString("N")).Text("description", l.Description).Text("unit", l.UnitName)
            .Amount("ordered", l.Ordered).Amount("before", l.AcceptedBefore).Amount("quantity", l.Quantity).Amount("unitPrice", l.UnitPrice).Amount("value", l.Value)
            .Text("measuredHow", l.MeasuredHow));

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new ServiceAccepted(Id, BasisId, by.At, [.. _lines.Select(l => new ServiceAcceptedLine(l.Id, l.BasisLineId, l.Quantity, l.Value))]));
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

    private List<TakenLine> Taken() => [.. _lines.Select(l => new TakenLine(l.BasisLineId, LineStage.Performed, l.Quantity, l.Ordered))];

    private Result Set(PersonId? expert, IReadOnlyList<MeasuredWork> lines, (DateOnly From, DateOnly To) period, ActBy by)
    {
        var faults = new List<Refusal>();
        if (expert == by.Person) faults.Add(Refusal.Rule("service-acceptance.expert-is-requester").At("Expert"));
        if (period.To < period.From || period.To > TehranTime.LocalDate(by.At)) faults.Add(Refusal.Invalid("service-acceptance.period-wrong").At(nameof(PeriodTo)));
        if (lines.Count == 0) faults.Add(Refusal.Invalid("service-acceptance.no-lines").At("Lines"));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var field = FormattableString.Invariant($"Lines[{i}]");
            var how = PersianText.CleanLines(line.MeasuredHow);
            if (line.Quantity.IsZero) faults.Add(Refusal.Invalid("service-acceptance.quantity-zero", i + 1).At($"{field}.Quantity"));
            if (line.AcceptedBefore + line.Quantity > line.Ordered)
                faults.Add(Refusal.Rule("service-acceptance.more-than-agreed", i + 1, line.Ordered.Units, line.AcceptedBefore.Units).At($"{field}.Quantity"));
            if (how.Length is 0 or > MaxTextLength) faults.Add(Refusal.Invalid("service-acceptance.measure-missing", i + 1, MaxTextLength).At($"{field}.MeasuredHow"));
            if (lines.Take(i).Any(l => l.BasisLine == line.BasisLine)) faults.Add(Refusal.Invalid("service-acceptance.line-twice", i + 1).At(field));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        ExpertId = expert;
        (PeriodFrom, PeriodTo) = period;
        _lines.Clear();
        _lines.AddRange(lines.Select((l, i) => new AcceptedWork(i + 1, l)));
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>One line as its requester measured it.</summary>
/// <param name="BasisLine">The order's or contract's line.</param>
/// <param name="Description">The service or works, in words.</param>
/// <param name="UnitName">The unit it is measured in.</param>
/// <param name="Ordered">Agreed quantity.</param>
/// <param name="AcceptedBefore">Accepted by earlier parts.</param>
/// <param name="Quantity">Accepted now.</param>
/// <param name="UnitPrice">Agreed price, rials a base unit.</param>
/// <param name="MeasuredHow">How progress was measured.</param>
public sealed record MeasuredWork(
    Guid BasisLine, string Description, string UnitName, Quantity Ordered, Quantity AcceptedBefore, Quantity Quantity, Rials UnitPrice, string? MeasuredHow);

/// <summary>One line of a service or of works, accepted in part.</summary>
public sealed class AcceptedWork
{
    internal AcceptedWork(int order, MeasuredWork measured)
    {
        Order = order;
        BasisLineId = measured.BasisLine;
        Description = measured.Description;
        UnitName = measured.UnitName;
        Ordered = measured.Ordered;
        AcceptedBefore = measured.AcceptedBefore;
        Quantity = measured.Quantity;
        UnitPrice = measured.UnitPrice;
        Value = PartValue(measured);
        MeasuredHow = PersianText.CleanLines(measured.MeasuredHow);
    }

    private AcceptedWork()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid BasisLineId { get; private set; }

    public string Description { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public Quantity Ordered { get; private set; }

    public Quantity AcceptedBefore { get; private set; }

    public Quantity Quantity { get; private set; }

    public Rials UnitPrice { get; private set; }

    public Rials Value { get; private set; }

    public string MeasuredHow { get; private set; } = "";

    /// <summary>
    /// The value up to this part less the value of the parts before, so that the parts of a line add up to its price to the rial.
    /// </summary>
    private static Rials PartValue(MeasuredWork measured) =>
        Rials.Price(measured.AcceptedBefore + measured.Quantity, measured.UnitPrice).Minus(Rials.Price(measured.AcceptedBefore, measured.UnitPrice)).Value;
}

/// <summary>A part of a service or of works is accepted.</summary>
public sealed record ServiceAccepted(DocumentId DocumentId, DocumentId Basis, DateTimeOffset At, IReadOnlyList<ServiceAcceptedLine> Lines) : IDocumentTookEffect;

public sealed record ServiceAcceptedLine(Guid LineId, Guid BasisLine, Quantity Quantity, Rials Value);
