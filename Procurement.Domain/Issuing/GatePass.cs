using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>
/// Lets goods out through the gate (برگه خروج; law file 6.2, control 6.4.a). It rests on one signed basis and names the same items or fewer, so
/// it needs no approval of its own: the keeper issues it, the guard scans what goes out, the receiver confirms what came.
/// </summary>
/// <remarks>The guard's and the receiver's hands come after the effect: leave to go out is the effect, their signatures are the other two legs.</remarks>
public sealed partial class GatePass : Document
{
    public const int MaxLines = 200;
    public const int MaxTextLength = 120;
    public const int MaxRemarkLength = 500;
    public const int MaxStopped = 50;

    public static readonly DocumentKind Kind = new("gate-pass");

    /// <summary>Route condition: a guard stands at the gate.</summary>
    public const string Guarded = "guarded";

    /// <summary>Route condition: the site has no guard, so a person of the roster does his part.</summary>
    public const string Unguarded = "unguarded";

    /// <summary>Route condition: the goods come back, so the head of general affairs lets them go.</summary>
    public const string Temporary = "temporary";

    /// <summary>Route condition: somebody of the body confirms the arrival: the receiver himself, or who brings the paper of a receiver outside.</summary>
    public const string ReceivedInside = "received-inside";

    private readonly List<GatePassLine> _lines = [];
    private readonly List<StoppedItem> _stopped = [];

    private GatePass()
    {
    }

    public PassBasis Basis { get; private set; }

    /// <summary>The document the goods leave by.</summary>
    public DocumentId BasisId { get; private set; }

    public string BasisSha256 { get; private set; } = "";

    public StoreId StoreId { get; private set; }

    /// <summary>Where the goods go: unit, address, workshop.</summary>
    public string Destination { get; private set; } = "";

    /// <summary>Who carries them.</summary>
    public string Bearer { get; private set; } = "";

    /// <summary>The vehicle and its plate; empty when they are carried by hand.</summary>
    public string Vehicle { get; private set; } = "";

    /// <summary>Who confirms that they arrived: the receiver, or for goods that leave the body who brings the outside receiver's paper.</summary>
    public PersonId? ReceiverId { get; private set; }

    /// <summary>Who takes them over outside the body: supplier, repairer; empty when they stay in it.</summary>
    public string OutsideReceiver { get; private set; } = "";

    /// <summary>The paper on which the outside receiver signed for them: his name, number and day; empty until he did.</summary>
    public string ReceiptPaper { get; private set; } = "";

    /// <summary>The person of the roster who does the guard's part; null where a guard stands.</summary>
    public PersonId? RosterGuardId { get; private set; }

    /// <summary>When a temporary exit ends; null for goods that stay away.</summary>
    public DateOnly? ReturnDue { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    public PersonId? LetOutBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>What the receiver said of goods that did not come as the pass names them.</summary>
    public string DisputeRemark { get; private set; } = "";

    /// <summary>Something of a temporary exit has reached its holder and is not back.</summary>
    public bool IsAway => _lines.Exists(l => !l.Away.IsZero);

    public IReadOnlyList<GatePassLine> Lines => _lines;

    /// <summary>What was stopped at the gate because the pass does not name it.</summary>
    public IReadOnlyList<StoppedItem> Stopped => _stopped;

    public bool HasLeft => LeftAt is not null;

    public bool IsConfirmed => ConfirmedAt is not null;

    public bool IsDisputed => IsConfirmed && _lines.Exists(l => !l.Disputed.IsZero);

    public override int FormVersion => 1;

    /// <summary>Drafts a pass for goods that wait at the hand-over place.</summary>
    /// <param name="basis">What the goods leave by.</param>
    /// <param name="terms">Bearer, vehicle, destination, roster person.</param>
    /// <param name="lines">What goes out: at most what the basis still has.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<GatePass> Draft(PassBasisFacts basis, PassTerms terms, IReadOnlyList<PassLineInput> lines, ActBy keeper)
    {
        var id = DocumentId.New();
        var pass = new GatePass
        {
            Id = id,
            SignOff = SignOffSheet.Open(id, Kind, basis.Unit, basis.StoreCode, keeper, basis.Sheet),
            Basis = basis.Basis,
            BasisId = basis.Sheet.Id,
            BasisSha256 = basis.Sheet.SealedSha256,
            StoreId = basis.Store,
        };
        var set = Result.FirstRefused(pass.SetTerms(basis, terms), pass.SetLines(basis, lines));
        return set.Succeeded ? pass : set;
    }

    /// <summary>Changes a pass that has not been issued yet.</summary>
    public Result Rewrite(PassBasisFacts basis, PassTerms terms, IReadOnlyList<PassLineInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Result.FirstRefused(SetTerms(basis, terms), SetLines(basis, lines));
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    public override Result CheckReady() => _lines.Count == 0 ? Refusal.Invalid("gate-pass.no-lines").At("Lines") : Result.Ok;

    /// <summary>The guard signs what he let out, the receiver what he got; neither has anything to sign before.</summary>
    public override bool AwaitsContribution(RouteStep step) => step.Capacity switch
    {
        Capacity.Guard => !HasLeft,
        Capacity.Receiver => !IsConfirmed,
        _ => false,
    };

    public override DocumentBrief Brief() => new(Destination, null);

    public override RouteFacts DescribeRoute()
    {
        var conditions = new HashSet<string> { RosterGuardId is null ? Guarded : Unguarded };
        var named = new Dictionary<Capacity, PersonId>();
        if (RosterGuardId is { } roster) named[Capacity.Guard] = roster;
        if (ReturnDue is not null) conditions.Add(Temporary);
        if (ReceiverId is { } receiver)
        {
            conditions.Add(ReceivedInside);
            named[Capacity.Receiver] = receiver;
        }

        return new RouteFacts { Conditions = conditions, Named = named, MaySignAfter = true };
    }

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Number("basis", (long)Basis)
        .Id("basisDocument", BasisId)
        .Text("basisSha256", BasisSha256)
        .Id("store", StoreId)
        .Text("destination", Destination)
        .Text("bearer", Bearer)
        .Text("vehicle", Vehicle)
        .Id("receiver", ReceiverId)
        .Text("outsideReceiver", OutsideReceiver)
        .Text("receiptPaper", ReceiptPaper)
        .Id("rosterGuard", RosterGuardId)
        .Date("returnDue", ReturnDue)
        .Instant("leftAt", LeftAt)
        .Id("letOutBy", LetOutBy)
        .Instant("confirmedAt", ConfirmedAt)
        .Id("confirmedBy", ConfirmedBy)
        .Text("disputeRemark", DisputeRemark)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w))
        .List("stopped", _stopped.OrderBy(s => s.Order), static (w, s) => w.Text("scanned", s.Scanned));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new GatePassSubmitted(Id, Basis, BasisId, [.. _lines.Select(l => l.Whole)]));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new GatePassGivenUp(Id, Basis, BasisId));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new GatePassIssued(Id, Basis, BasisId));
        return Result.Ok;
    }

    private Result SetTerms(PassBasisFacts basis, PassTerms terms)
    {
        var (destination, bearer, vehicle) = (PersianText.Clean(terms.Destination), PersianText.Clean(terms.Bearer), PersianText.Clean(terms.Vehicle));
        var keeper = SignOff.OwnerId;
        var faults = new List<Refusal>();
        if (destination.Length is 0 or > MaxTextLength) faults.Add(Refusal.Invalid("gate-pass.destination-missing", MaxTextLength).At(nameof(Destination)));
        if (bearer.Length is 0 or > MaxTextLength) faults.Add(Refusal.Invalid("gate-pass.bearer-missing", MaxTextLength).At(nameof(Bearer)));
        if (vehicle.Length > MaxTextLength) faults.Add(Refusal.Invalid("gate-pass.text-too-long", MaxTextLength).At(nameof(Vehicle)));
        var outside = basis.OutsideReceiver.Length > 0;
        var receiver = outside ? terms.Confirmer : basis.Receiver;
        if (outside && receiver is null) faults.Add(Refusal.Invalid("gate-pass.confirmer-missing").At("Confirmer"));
        if (receiver == keeper)
            faults.Add(outside ? Refusal.Rule("gate-pass.keeper-cannot-confirm").At("Confirmer") : Refusal.Rule("gate-pass.keeper-cannot-receive"));
        if (basis.HasGuard)
        {
            // One pair of eyes besides keeper and receiver, whoever holds the post.
            if (basis.Guards.All(g => g == keeper || g == receiver)) faults.Add(Refusal.Rule("gate-pass.no-guard"));
        }
        else if (terms.RosterGuard is not { } roster) faults.Add(Refusal.Invalid("gate-pass.roster-person-missing").At("RosterGuard"));
        else if (roster == keeper) faults.Add(Refusal.Rule("gate-pass.keeper-is-not-guard").At("RosterGuard"));
        else if (roster == receiver) faults.Add(Refusal.Rule("gate-pass.receiver-is-not-guard").At("RosterGuard"));

        if (faults.Count > 0) return Result.RefusedBy(faults);

        Destination = destination;
        Bearer = bearer;
        Vehicle = vehicle;
        RosterGuardId = basis.HasGuard ? null : terms.RosterGuard;
        ReceiverId = receiver;
        OutsideReceiver = basis.OutsideReceiver;
        ReturnDue = basis.ReturnDue;
        ContentChanged();
        return Result.Ok;
    }

    private Result SetLines(PassBasisFacts basis, IReadOnlyList<PassLineInput> lines)
    {
        if (lines.Count > MaxLines) return Refusal.Invalid("gate-pass.too-many-lines", MaxLines, lines.Count).At("Lines");
        var faults = new List<Refusal>();
        var written = new List<GatePassLine>();
        foreach (var (line, i) in lines.Select((l, i) => (l, i)).Where(l => !l.l.Quantity.IsZero))
        {
            var field = FormattableString.Invariant($"Lines[{i}].Quantity");
            var may = basis.Lines.FirstOrDefault(l => l.Line == line.BasisLine);
            if (may is null || written.Exists(w => w.BasisLineId == line.BasisLine)) faults.Add(Refusal.Rule("gate-pass.not-on-the-basis", i + 1).At(field));
            else if (line.Quantity > may.Quantity) faults.Add(Refusal.Rule("gate-pass.more-than-the-basis", i + 1, may.Quantity.Units).At(field));
            else if (may.IsLabelled && (Quantity.Whole(line.Pieces.Count) != line.Quantity || line.Pieces.Any(p => !may.Pieces.Contains(p)) || line.Pieces.Distinct().Count() != line.Pieces.Count))
                faults.Add(Refusal.Rule("gate-pass.one-number-a-piece", i + 1, line.Quantity.Units, line.Pieces.Count).At(field));
            else written.Add(new GatePassLine(written.Count + 1, may, line));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        if (written.Count == 0) return Refusal.Invalid("gate-pass.no-lines").At("Lines");
        _lines.Clear();
        _lines.AddRange(written);
        ContentChanged();
        return Result.Ok;
    }
}
