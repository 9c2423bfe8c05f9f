using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Issuing;

/// <summary>What happens to a pass once it is issued: out through the gate, confirmed by the receiver, or given up.</summary>
public sealed partial class GatePass
{
    /// <summary>
    /// The guard has the goods before him: numbered pieces one by one, of everything else the quantity he counted. What the pass does not name
    /// is stopped and told; the rest may go (product 3.13).
    /// </summary>
    /// <param name="lines">What goes out.</param>
    /// <param name="stopped">What was scanned and is not on the pass.</param>
    /// <param name="by">The guard.</param>
    /// <returns>Whether anything left.</returns>
    public Result<bool> LetOut(IReadOnlyList<ExitInput> lines, IReadOnlyList<string> stopped, ActBy by)
    {
        if (SignOff.State != DocumentState.InEffect) return Refusal.Rule("gate-pass.not-issued", SignOff.State);
        if (HasLeft) return Refusal.Rule("gate-pass.left-already");
        if (by.Person == SignOff.OwnerId) return Refusal.Forbidden("gate-pass.keeper-is-not-guard");
        if (by.Person == ReceiverId) return Refusal.Forbidden("gate-pass.receiver-is-not-guard");
        var counted = ReadExit(lines);
        if (!counted.Succeeded) return counted.Plain();

        Stop(stopped, by);
        if (counted.Value.All(c => c.Quantity.IsZero))
            return stopped.Count > 0 ? false : Refusal.Invalid("gate-pass.nothing-counted").At("Lines");

        foreach (var (line, quantity, pieces) in counted.Value) line.Leave(quantity, pieces);
        LeftAt = by.At;
        LetOutBy = by.Person;
        ContentChanged();
        SignOff.Stamp(ActCode.LeftThroughGate, by, null);
        Raise(new GoodsLeft(Id, Basis, BasisId, StoreId, by.At, [.. _lines.Where(l => !l.Left.IsZero).Select(l => l.Gone)]));
        return true;
    }

    /// <summary>The receiver says what arrived; what he does not confirm stays with the carrier until somebody decides.</summary>
    /// <param name="lines">What arrived.</param>
    /// <param name="remark">What did not, and why.</param>
    /// <param name="paper">The paper a receiver outside the body signed; needed where he takes the goods over.</param>
    /// <param name="by">The receiver, or who brings that paper.</param>
    public Result Confirm(IReadOnlyList<ExitInput> lines, string? remark, string? paper, ActBy by)
    {
        if (!HasLeft) return Refusal.Rule("gate-pass.not-out-yet");
        if (IsConfirmed) return Refusal.Rule("gate-pass.confirmed-already");
        if (by.Person != ReceiverId) return Refusal.Forbidden("issue-delivery.wrong-receiver");
        var why = PersianText.CleanLines(remark);
        if (why.Length > MaxRemarkLength) return Refusal.Invalid("gate-pass.remark-too-long", MaxRemarkLength).At("Remark");
        var signed = PersianText.Clean(paper);
        if (OutsideReceiver.Length > 0 && signed.Length is 0 or > MaxTextLength) return Refusal.Invalid("gate-pass.receipt-paper-missing", MaxTextLength).At("Paper");

        var faults = new List<Refusal>();
        var read = new List<(GatePassLine Line, Quantity Arrived, IReadOnlyList<string> Pieces)>();
        foreach (var line in _lines.Where(l => !l.Left.IsZero))
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}].Quantity");
            if (lines.FirstOrDefault(l => l.Line == line.Id) is not { } got) faults.Add(Refusal.Invalid("gate-pass.line-not-confirmed", line.Order).At(field));
            else if (line.IsLabelled)
            {
                var pieces = line.Pieces.Where(p => p.HasLeft && got.Scanned(p.Number)).Select(p => p.Number).ToList();
                read.Add((line, Quantity.Whole(pieces.Count), pieces));
            }
            else if (got.Quantity is not { } quantity) faults.Add(Refusal.Invalid("gate-pass.line-not-confirmed", line.Order).At(field));
            else if (quantity > line.Left) faults.Add(Refusal.Rule("gate-pass.more-than-left", line.Order, line.Left.Units).At(field));
            else read.Add((line, quantity, []));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        if (why.Length == 0 && read.Exists(r => r.Arrived < r.Line.Left)) return Refusal.Invalid("gate-pass.dispute-unexplained").At("Remark");

        foreach (var (line, arrived, pieces) in read)
        {
            line.Arrive(arrived, pieces);
            if (ReturnDue is not null) line.GoAway(arrived, pieces);
        }

        ConfirmedAt = by.At;
        ConfirmedBy = by.Person;
        ReceiptPaper = OutsideReceiver.Length > 0 ? signed : "";
        DisputeRemark = IsDisputed ? why : "";
        ContentChanged();
        SignOff.Stamp(ActCode.DeliveryConfirmed, by, DisputeRemark.Length == 0 ? null : DisputeRemark);
        Raise(new GoodsArrived(Id, Basis, BasisId, StoreId, by, [.. _lines.Where(l => !l.Arrived.IsZero).Select(l => l.Came)], IsDisputed));
        return Result.Ok;
    }

    /// <summary>What was decided over disputed goods: of a temporary exit, those its holder has after all are away until they come back.</summary>
    public void Decided(IReadOnlyList<DisputedLine> lines)
    {
        if (ReturnDue is null) return;
        foreach (var decided in lines.Where(l => l.Outcome == DisputeOutcome.Accepted))
            _lines.Find(l => l.Id == decided.PassLineId)!.GoAway(decided.Quantity, [.. decided.Pieces.Select(p => p.Number)]);
    }

    /// <summary>
    /// Goods of a temporary exit are back at the gate: numbered pieces one by one, of everything else what was counted. Kept beside the signed
    /// content, for it happens after everybody has signed.
    /// </summary>
    /// <param name="lines">What came back.</param>
    /// <param name="condition">How it came back.</param>
    /// <param name="guards">Who stands at the gate now.</param>
    /// <param name="by">Who reads labels and counts.</param>
    public Result TakeBack(IReadOnlyList<ExitInput> lines, string? condition, IReadOnlyList<PersonId> guards, ActBy by)
    {
        if (Basis != PassBasis.TemporaryExit || !IsAway) return Refusal.Rule("gate-pass.nothing-away");
        if (by.Person == SignOff.OwnerId) return Refusal.Forbidden("gate-pass.keeper-is-not-guard");
        if (by.Person == ReceiverId) return Refusal.Forbidden("gate-pass.receiver-is-not-guard");
        if (by.Person != RosterGuardId && !guards.Contains(by.Person)) return Refusal.Forbidden("gate-pass.not-your-gate");
        var how = PersianText.CleanLines(condition);
        if (how.Length is 0 or > MaxRemarkLength) return Refusal.Invalid("gate-pass.condition-missing", MaxRemarkLength).At("Condition");

        var faults = new List<Refusal>();
        var back = new List<TakeInput>();
        foreach (var line in _lines.Where(l => !l.Away.IsZero))
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}].Quantity");
            var seen = lines.FirstOrDefault(l => l.Line == line.Id);
            var pieces = line.Pieces.Where(p => p.IsAway && seen?.Scanned(p.Number) == true).Select(p => p.Number).ToList();
            var quantity = line.IsLabelled ? Quantity.Whole(pieces.Count) : seen?.Quantity ?? Quantity.Zero;
            if (quantity > line.Away) faults.Add(Refusal.Rule("gate-pass.more-than-away", line.Order, line.Away.Units).At(field));
            else if (!quantity.IsZero) back.Add(new TakeInput(line.BasisLineId, quantity, pieces));
        }

        if (faults.Count > 0) return Result.RefusedBy(faults);
        if (back.Count == 0) return Refusal.Invalid("gate-pass.nothing-came-back").At("Scanned");
        foreach (var take in back) _lines.Find(l => l.BasisLineId == take.Line)!.ComeBack(take);
        SignOff.Stamp(ActCode.CameBack, by, how);
        Raise(new GoodsCameBack(Id, BasisId, StoreId, by, back));
        return Result.Ok;
    }

    /// <summary>The pass has done its work: everything that left was confirmed or decided over, and what was to come back is back.</summary>
    public Result Close(ActBy by) => SignOff.State == DocumentState.InEffect && SignOff.AllSigned && !IsAway ? SignOff.Close(by) : Result.Ok;

    /// <summary>A pass nobody used is given up by its keeper; its goods are free again.</summary>
    public Result GiveUp(string? reason, ActBy by)
    {
        if (by.Person != SignOff.OwnerId) return Refusal.Forbidden("gate-pass.only-its-keeper");
        if (HasLeft) return Refusal.Rule("gate-pass.left-already");
        var closed = SignOff.CloseShort(by, reason);
        if (!closed.Succeeded) return closed;
        SignOff.EndOpenSteps();
        Raise(new GatePassGivenUp(Id, Basis, BasisId));
        return Result.Ok;
    }

    /// <summary>Another substitute was named meanwhile: the receiver's step goes over to him.</summary>
    public Result ReceiveBy(PersonId receiver, ActBy by)
    {
        if (ReceiverId is null || IsConfirmed || receiver == ReceiverId) return Result.Ok;
        if (receiver == LetOutBy || receiver == RosterGuardId) return Refusal.Rule("gate-pass.receiver-is-not-guard");
        if (SignOff.State == DocumentState.InRoute) return Refusal.Rule("gate-pass.receiver-changes-later");

        ReceiverId = receiver;
        foreach (var step in SignOff.CurrentSteps.Where(s => s.Capacity == Capacity.Receiver && !s.IsDone)) step.Rebind(receiver);
        ContentChanged();
        SignOff.Stamp(ActCode.ReceiverNamed, by, null);
        return Result.Ok;
    }

    private Result<List<(GatePassLine Line, Quantity Quantity, IReadOnlyList<string> Pieces)>> ReadExit(IReadOnlyList<ExitInput> lines)
    {
        var faults = new List<Refusal>();
        var read = new List<(GatePassLine, Quantity, IReadOnlyList<string>)>();
        foreach (var line in _lines)
        {
            var field = FormattableString.Invariant($"Lines[{line.Order - 1}].Quantity");
            var seen = lines.FirstOrDefault(l => l.Line == line.Id);
            if (line.IsLabelled)
            {
                // A number of pieces is nothing: each label is read (control 6.4.a).
                var pieces = line.Pieces.Where(p => seen?.Scanned(p.Number) == true).Select(p => p.Number).ToList();
                read.Add((line, Quantity.Whole(pieces.Count), pieces));
            }
            else if (seen?.Quantity is not { } quantity) faults.Add(Refusal.Invalid("gate-pass.line-not-counted", line.Order).At(field));
            else if (quantity > line.Quantity) faults.Add(Refusal.Rule("gate-pass.more-than-the-pass", line.Order, line.Quantity.Units).At(field));
            else read.Add((line, quantity, []));
        }

        return faults.Count == 0 ? read : Result<List<(GatePassLine, Quantity, IReadOnlyList<string>)>>.RefusedBy(faults);
    }

    private void Stop(IReadOnlyList<string> scanned, ActBy by)
    {
        var added = false;
        foreach (var code in scanned.Select(PersianText.Clean).Where(c => c.Length is > 0 and <= StoppedItem.MaxLength).Distinct(StringComparer.Ordinal))
        {
            if (_stopped.Count >= MaxStopped || _stopped.Exists(s => s.Scanned == code)) continue;
            _stopped.Add(new StoppedItem(_stopped.Count + 1, code, by));
            added = true;
        }

        if (!added) return;
        ContentChanged();
        SignOff.Stamp(ActCode.StoppedAtGate, by, string.Join(" ", _stopped.Select(s => s.Scanned)));
        Raise(new StoppedAtGate(Id, StoreId, SignOff.UnitId, by.Person, by.At, [.. _stopped.Select(s => s.Scanned)]));
    }
}
