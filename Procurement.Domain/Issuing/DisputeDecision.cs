using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>
/// The head of general affairs decides over goods that went out and that their receiver does not confirm (رأی اختلاف تحویل; product 3.13): they
/// came back, they are lost, or the receiver has them after all. Until then they stay with the carrier.
/// </summary>
public sealed class DisputeDecision : Document
{
    public const int MaxReasonLength = 1000;

    public static readonly DocumentKind Kind = new("dispute-decision");

    private readonly List<DisputedLine> _lines = [];

    private DisputeDecision()
    {
    }

    public DocumentId PassId { get; private set; }

    public string PassSha256 { get; private set; } = "";

    public PassBasis Basis { get; private set; }

    public DocumentId BasisId { get; private set; }

    public StoreId StoreId { get; private set; }

    /// <summary>What was found, whom he heard, why he decides so.</summary>
    public string Reason { get; private set; } = "";

    public IReadOnlyList<DisputedLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Drafts the decision over every disputed line of a pass.</summary>
    /// <param name="pass">The pass; its receiver disputed something.</param>
    /// <param name="reason">Why he decides so.</param>
    /// <param name="lines">What becomes of each disputed line.</param>
    /// <param name="by">The head of general affairs.</param>
    public static Result<DisputeDecision> Draft(GatePass pass, string? reason, IReadOnlyList<DisputeInput> lines, ActBy by)
    {
        if (!pass.IsDisputed || pass.SignOff.State != DocumentState.InEffect) return Refusal.Rule("dispute-decision.nothing-disputed");
        if (by.Person == pass.SignOff.OwnerId || by.Person == pass.ReceiverId || by.Person == pass.LetOutBy) return Refusal.Rule("dispute-decision.party-to-it");

        var id = DocumentId.New();
        var decision = new DisputeDecision
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, pass.SignOff.UnitId, pass.SignOff.SeriesCode, by, pass.SignOff),
            PassId = pass.Id,
            PassSha256 = pass.SignOff.SealedSha256,
            Basis = pass.Basis,
            BasisId = pass.BasisId,
            StoreId = pass.StoreId,
        };
        var set = decision.Set(pass, reason, lines);
        return set.Succeeded ? decision : set;
    }

    /// <summary>Decides otherwise while it is a draft.</summary>
    public Result Rewrite(GatePass pass, string? reason, IReadOnlyList<DisputeInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Set(pass, reason, lines);
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    public override Result CheckReady() => Result.Ok;

    public override DocumentBrief Brief() => new(Reason, null);

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("pass", PassId)
        .Text("passSha256", PassSha256)
        .Number("basis", (long)Basis)
        .Id("basisDocument", BasisId)
        .Id("store", StoreId)
        .Text("reason", Reason)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => w
            .Number("order", l.Order)
            .Text("passLine", l.PassLineId.ToString("N"))
            .Id("item", l.Item)
            .Number("outcome", (long)l.Outcome)
            .Amount("quantity", l.Quantity)
            .List("pieces", l.Pieces.OrderBy(p => p.Order), static (x, p) => x.Text("number", p.Number)));

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new DisputeDecided(Id, PassId, Basis, BasisId, StoreId, by, [.. _lines]));
        return Result.Ok;
    }

    private Result Set(GatePass pass, string? reason, IReadOnlyList<DisputeInput> lines)
    {
        var why = PersianText.CleanLines(reason);
        var faults = new List<Refusal>();
        if (why.Length is 0 or > MaxReasonLength) faults.Add(Refusal.Invalid("dispute-decision.reason-missing", MaxReasonLength).At(nameof(Reason)));
        var written = new List<DisputedLine>();
        foreach (var disputed in pass.Lines.Where(l => !l.Disputed.IsZero))
        {
            var field = FormattableString.Invariant($"Lines[{disputed.Order - 1}]");
            var decided = lines.Where(l => l.PassLine == disputed.Id && !l.Quantity.IsZero).ToList();
            var open = disputed.Pieces.Where(p => p is { HasLeft: true, HasArrived: false }).Select(p => p.Number).Order(StringComparer.Ordinal).ToList();
            if (decided.Sum(d => d.Quantity.Scaled) != disputed.Disputed.Scaled)
                faults.Add(Refusal.Rule("dispute-decision.not-all-decided", disputed.Order, disputed.Disputed.Units).At(field));
            else if (disputed.IsLabelled && !decided.SelectMany(d => d.Pieces).Order(StringComparer.Ordinal).SequenceEqual(open))
                faults.Add(Refusal.Rule("dispute-decision.not-all-decided", disputed.Order, disputed.Disputed.Units).At(field));
            else if (disputed.IsLabelled && decided.Exists(d => Quantity.Whole(d.Pieces.Count) != d.Quantity))
                faults.Add(Refusal.Rule("dispute-decision.not-all-decided", disputed.Order, disputed.Disputed.Units).At(field));
            else written.AddRange(decided.Select((d, i) => new DisputedLine(written.Count + i + 1, disputed, d)));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        Reason = why;
        _lines.Clear();
        _lines.AddRange(written);
        ContentChanged();
        return Result.Ok;
    }
}

/// <summary>What becomes of some of a disputed line.</summary>
public sealed record DisputeInput(Guid PassLine, DisputeOutcome Outcome, Quantity Quantity, IReadOnlyList<string> Pieces);

/// <summary>Some of a disputed line with what was decided over it.</summary>
public sealed class DisputedLine
{
    private readonly List<DisputedPiece> _pieces = [];

    internal DisputedLine(int order, GatePassLine disputed, DisputeInput decided)
    {
        Order = order;
        PassLineId = disputed.Id;
        BasisLineId = disputed.BasisLineId;
        Item = disputed.Item;
        ItemCode = disputed.ItemCode;
        Outcome = decided.Outcome;
        Quantity = decided.Quantity;
        if (disputed.IsLabelled) _pieces.AddRange(decided.Pieces.Select((p, i) => new DisputedPiece(i + 1, p)));
    }

    private DisputedLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid PassLineId { get; private set; }

    public Guid BasisLineId { get; private set; }

    public ItemId Item { get; private set; }

    public string ItemCode { get; private set; } = "";

    public DisputeOutcome Outcome { get; private set; }

    public Quantity Quantity { get; private set; }

    public IReadOnlyList<DisputedPiece> Pieces => _pieces;

    /// <summary>The same in the words of the delivery.</summary>
    public TakeInput Take => new(BasisLineId, Quantity, [.. _pieces.Select(p => p.Number)]);
}

/// <summary>One numbered piece of a decision.</summary>
public sealed class DisputedPiece
{
    internal DisputedPiece(int order, string number)
    {
        Order = order;
        Number = number;
    }

    private DisputedPiece()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public string Number { get; private set; } = "";
}

/// <summary>Disputed goods were decided over; lost ones call for a finding.</summary>
public sealed record DisputeDecided(
    DocumentId DocumentId, DocumentId Pass, PassBasis Basis, DocumentId BasisId, StoreId Store, ActBy By, IReadOnlyList<DisputedLine> Lines) : IDocumentTookEffect;
