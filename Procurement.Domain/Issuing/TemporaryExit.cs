using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Issuing;

/// <summary>
/// Goods that leave for a time and come back (خروج موقت; product 3.13): to a repairer or on loan, with the day on which they are back. It is
/// signed before anything moves; each way out is a gate pass that rests on it, each way back is scanned at the gate.
/// </summary>
/// <remarks>What is out and what has come back is kept beside the signed content, so that the content stays as it was signed.</remarks>
public sealed class TemporaryExit : Document
{
    public const int MaxLines = 100;
    public const int MaxReasonLength = 500;

    public static readonly DocumentKind Kind = new("temporary-exit");

    /// <summary>Route condition: numbered state property is among the goods, so the property officer signs.</summary>
    public const string Labelled = "labelled";

    private readonly List<ExitLine> _lines = [];

    private TemporaryExit()
    {
    }

    public StoreId StoreId { get; private set; }

    public ExitPurpose Purpose { get; private set; }

    /// <summary>What is to be done with the goods, and why not here.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who of the body takes them over; null when somebody outside does.</summary>
    public PersonId? ReceiverId { get; private set; }

    /// <summary>Repairer or borrower outside the body; empty when somebody of it takes the goods.</summary>
    public string OutsideReceiver { get; private set; } = "";

    /// <summary>The day on which all of them are back.</summary>
    public DateOnly ReturnDue { get; private set; }

    public IReadOnlyList<ExitLine> Lines => _lines;

    public override int FormVersion => 1;

    /// <summary>Drafts the exit of goods of a store, or of property in use at its site.</summary>
    /// <param name="at">The store, its unit and its number series.</param>
    /// <param name="terms">What for, to whom, until when.</param>
    /// <param name="lines">The goods, each from one bin or one custodian.</param>
    /// <param name="keeper">The keeper.</param>
    public static Result<TemporaryExit> Draft(ReceivingStore at, ExitTerms terms, IReadOnlyList<ExitLineInput> lines, ActBy keeper)
    {
        var id = DocumentId.New();
        var exit = new TemporaryExit { Id = id, StoreId = at.Store, SignOff = SignOffSheet.Open(id, Kind, at.Unit, at.StoreCode, keeper) };
        var set = Result.FirstRefused(exit.SetTerms(terms, keeper), exit.SetLines(lines));
        return set.Succeeded ? exit : set;
    }

    /// <summary>Changes one's own draft.</summary>
    public Result Rewrite(ExitTerms terms, IReadOnlyList<ExitLineInput> lines, ActBy by)
    {
        var editable = SignOff.MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var set = Result.FirstRefused(SetTerms(terms, by), SetLines(lines));
        if (set.Succeeded) SignOff.StampEdited(by);
        return set;
    }

    /// <summary>Sets goods aside for a gate pass, so that no second pass takes them.</summary>
    public Result PutOnPass(IReadOnlyList<TakeInput> takes)
    {
        if (SignOff.State != DocumentState.InEffect) return Refusal.Rule("temporary-exit.not-signed-yet", SignOff.State);
        foreach (var take in takes)
        {
            var line = LineOf(take.Line);
            if (take.Quantity > line.Waiting || line.Pieces.Any(p => p.OnPass && take.Pieces.Contains(p.Number)))
                return Refusal.Rule("temporary-exit.on-another-pass", line.Order, line.Waiting.Units);
            line.PutOnPass(take);
        }

        return Result.Ok;
    }

    /// <summary>Goods of a pass that stayed inside, or that never reached their receiver and came back, wait for another pass.</summary>
    public void TakeOffPass(IReadOnlyList<TakeInput> takes)
    {
        foreach (var take in takes) LineOf(take.Line).TakeOffPass(take);
    }

    /// <summary>Goods came back through the gate, or are lost by decision; with the last of them the exit has done its work.</summary>
    public Result Settle(IReadOnlyList<TakeInput> takes, ActBy by)
    {
        foreach (var take in takes) LineOf(take.Line).Settle(take);
        return _lines.TrueForAll(l => l.Settled == l.Quantity) ? SignOff.Close(by) : Result.Ok;
    }

    /// <summary>What has not left is put back, with a reason; only while nothing is out.</summary>
    public Result GiveUp(string? reason, ActBy by)
    {
        if (by.Person != SignOff.OwnerId) return Refusal.Forbidden("temporary-exit.only-its-keeper");
        if (_lines.Exists(l => l.OnPass != l.Settled)) return Refusal.Rule("temporary-exit.goods-out");
        var waiting = _lines.FindAll(l => !l.Waiting.IsZero);
        var closed = SignOff.CloseShort(by, reason);
        if (closed.Succeeded) Raise(new TemporaryExitGivenUp(Id, StoreId, waiting));
        return closed;
    }

    public override Result CheckReady() => _lines.Count == 0 ? Refusal.Invalid("temporary-exit.no-lines").At("Lines") : Result.Ok;

    public override DocumentBrief Brief() => new(Reason, null);

    public override RouteFacts DescribeRoute() =>
        _lines.Exists(l => l.IsLabelled) ? new RouteFacts { Conditions = new HashSet<string> { Labelled } } : RouteFacts.None;

    public override void WriteCanonical(CanonicalWriter writer) => writer
        .Id("store", StoreId)
        .Number("purpose", (long)Purpose)
        .Text("reason", Reason)
        .Id("receiver", ReceiverId)
        .Text("outsideReceiver", OutsideReceiver)
        .Date("returnDue", ReturnDue)
        .List("lines", _lines.OrderBy(l => l.Order), static (w, l) => l.WriteCanonical(w));

    protected internal override Result Submitted(ActBy by)
    {
        Raise(new TemporaryExitSubmitted(Id, StoreId, [.. _lines]));
        return Result.Ok;
    }

    protected internal override Result GiveBack(DocumentState endedAs, ActBy by)
    {
        Raise(new TemporaryExitGivenBack(Id));
        return Result.Ok;
    }

    protected internal override Result TakeEffect(ActBy by)
    {
        Raise(new TemporaryExitTookEffect(Id, StoreId, [.. _lines]));
        return Result.Ok;
    }

    private ExitLine LineOf(Guid line) => _lines.Find(l => l.Id == line) ?? throw new InvalidOperationException("A line of another exit.");

    private Result SetTerms(ExitTerms terms, ActBy by)
    {
        var (reason, outside) = (PersianText.CleanLines(terms.Reason), PersianText.Clean(terms.OutsideReceiver));
        var faults = new List<Refusal>();
        if (!Enum.IsDefined(terms.Purpose)) faults.Add(Refusal.Invalid("temporary-exit.purpose-missing").At(nameof(Purpose)));
        if (reason.Length is 0 or > MaxReasonLength) faults.Add(Refusal.Invalid("temporary-exit.reason-missing", MaxReasonLength).At(nameof(Reason)));
        if (terms.Receiver is null && outside.Length is 0 or > DeliveryBasis.MaxNameLength)
            faults.Add(Refusal.Invalid("temporary-exit.receiver-missing", DeliveryBasis.MaxNameLength).At(nameof(OutsideReceiver)));
        if (terms.Receiver is not null && outside.Length > 0) faults.Add(Refusal.Invalid("temporary-exit.one-receiver").At(nameof(OutsideReceiver)));
        if (terms.Receiver == SignOff.OwnerId) faults.Add(Refusal.Rule("temporary-exit.keeper-cannot-receive").At("Receiver"));
        if (terms.ReturnDue is not { } due || due <= TehranTime.LocalDate(by.At)) faults.Add(Refusal.Invalid("temporary-exit.return-date-missing").At(nameof(ReturnDue)));
        if (faults.Count > 0) return Result.RefusedBy(faults);

        Purpose = terms.Purpose;
        Reason = reason;
        ReceiverId = terms.Receiver;
        OutsideReceiver = outside;
        ReturnDue = terms.ReturnDue!.Value;
        ContentChanged();
        return Result.Ok;
    }

    private Result SetLines(IReadOnlyList<ExitLineInput> lines)
    {
        if (lines.Count > MaxLines) return Refusal.Invalid("temporary-exit.too-many-lines", MaxLines, lines.Count).At("Lines");
        var faults = new List<Refusal>();
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var field = FormattableString.Invariant($"Lines[{i}]");
            if (line.Quantity.IsZero) faults.Add(Refusal.Invalid("temporary-exit.quantity-zero", i + 1).At($"{field}.Quantity"));
            foreach (var piece in line.Pieces)
            {
                // Control 6.3: nothing leaves without its number, its label and whoever answers for it.
                if (piece.State == PropertyState.Removed) faults.Add(Refusal.Rule("property.removed", piece.Number.Value).At($"{field}.Pieces"));
                else if (piece.LabelledAt is null) faults.Add(Refusal.Rule("property.not-labelled", piece.Number.Value).At($"{field}.Pieces"));
                else if (piece.AwayBy is not null) faults.Add(Refusal.Rule("property.away", piece.Number.Value).At($"{field}.Pieces"));
                else if (piece.State == PropertyState.InStore ? piece.StoreId != StoreId : piece.UnitId != SignOff.UnitId)
                    faults.Add(Refusal.Rule("temporary-exit.piece-elsewhere", piece.Number.Value).At($"{field}.Pieces"));
            }

            if (line.Pieces.Select(p => (p.ItemId, p.State, Custodian(p))).Distinct().Count() > 1)
                faults.Add(Refusal.Invalid("temporary-exit.pieces-mixed", i + 1).At($"{field}.Pieces"));
        }

        foreach (var twice in lines.SelectMany(l => l.Pieces).GroupBy(p => p.Number.Value).Where(g => g.Count() > 1))
            faults.Add(Refusal.Invalid("temporary-exit.piece-twice", twice.Key).At("Lines"));
        if (faults.Count > 0) return Result.RefusedBy(faults);
        if (lines.Count == 0) return Refusal.Invalid("temporary-exit.no-lines").At("Lines");

        _lines.Clear();
        _lines.AddRange(lines.Select((l, i) => new ExitLine(i + 1, l, l.Pieces.Count > 0 ? Custodian(l.Pieces[0]) : null)));
        ContentChanged();
        return Result.Ok;
    }

    /// <summary>Who holds a piece that is in use; null for one that lies in the store under its keeper.</summary>
    private static PersonId? Custodian(PropertyItem piece) => piece.State == PropertyState.InUse ? piece.CustodianId : null;
}
