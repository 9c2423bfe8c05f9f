using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>The route side of the sheet: submit, sign, return, refuse, withdraw, cancel, expire, close, reverse.</summary>
public sealed partial class SignOffSheet
{
    /// <summary>Freezes the resolved route and opens its first step.</summary>
    internal Result Submit(RoutePlan plan, ActBy by, DueClock due)
    {
        var editable = MayEdit(by.Person);
        if (!editable.Succeeded) return editable;
        var moved = Go(DocumentMove.Submit);
        if (!moved.Succeeded) return moved;

        Round++;
        CancelAskedBy = null;
        SubmittedAt ??= by.At;
        foreach (var step in plan.Build(Round)) _steps.Add(step);
        Record(ActCode.Submitted, by);
        foreach (var drawn in CurrentSteps.Where(s => s.Capacity == Capacity.Inspector && s.PersonId is not null))
            Record(ActCode.InspectorDrawn, by, plan.DrawNote);
        OpenNext(by.At, due);
        return Result.Ok;
    }

    /// <summary>Puts a signature on the open step and on every step joined to it; tells whether the effect is due now.</summary>
    internal bool Sign(RouteStep step, ActBy by, ContentSeal seal, string? manifest, DueClock due)
    {
        var covered = StepsSignedWith(step);
        var signature = new Signature(by, seal, string.Join(',', covered.Select(s => (int)s.Capacity)), manifest);
        _signatures.Add(signature);
        foreach (var each in covered) each.Sign(signature.Id, by.Person, by.At);
        Record(ActCode.Signed, by);
        return PassOn(by, due);
    }

    /// <summary>The step itself and the earlier ones of the same person that wait for it.</summary>
    internal IReadOnlyList<RouteStep> StepsSignedWith(RouteStep step) =>
        [.. CurrentSteps.Where(s => s == step || s.JoinedToOrder == step.Order)];

    /// <summary>Sends the document back to its owner with a reason: a draft again, content version + 1, signatures of this round void.</summary>
    internal Result Return(ActBy by, string? reason)
    {
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();
        var moved = Go(DocumentMove.Return);
        if (!moved.Succeeded) return moved;

        Record(ActCode.Returned, by, why.Value);
        EndRound();
        ContentVersion++;
        return Result.Ok;
    }

    internal Result Refuse(ActBy by, string? reason)
    {
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();
        var moved = Go(DocumentMove.Refuse);
        if (!moved.Succeeded) return moved;

        Record(ActCode.Refused, by, why.Value);
        EndRound();
        return Result.Ok;
    }

    internal Result Withdraw(ActBy by)
    {
        if (by.Person != OwnerId) return Refusal.Forbidden("signoff.not-your-draft");
        if (CurrentSteps.Any(s => s.State == StepState.Signed && s.SignedBy != OwnerId))
            return Refusal.Rule("signoff.others-signed-already");
        var moved = Go(DocumentMove.Withdraw);
        if (!moved.Succeeded) return moved;

        Record(ActCode.Withdrawn, by);
        EndRound();
        ContentVersion++;
        return Result.Ok;
    }

    /// <summary>Whether this person's wish counts towards cancelling: the owner's, and the last signer's, who each need the other's.</summary>
    public bool MayCancel(PersonId person) =>
        Moves.ContainsKey((State, DocumentMove.Cancel)) && (person == OwnerId || person == LastSigner);

    /// <summary>
    /// Cancels before the effect. A draft is its owner's alone; once others signed, owner and last signer both must want it (documents 5).
    /// </summary>
    internal Result Cancel(ActBy by, string? reason)
    {
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();
        if (!Moves.ContainsKey((State, DocumentMove.Cancel))) return Refusal.Rule("signoff.cannot-move", State, DocumentMove.Cancel);
        if (!MayCancel(by.Person)) return Refusal.Forbidden("signoff.cancel-owner-or-last-signer");

        var needsBoth = LastSigner is { } last && last != OwnerId;
        if (needsBoth && (CancelAskedBy is null || CancelAskedBy == by.Person))
        {
            CancelAskedBy = by.Person;
            Record(ActCode.Recorded, by, why.Value);
            return Result.Ok;
        }

        var moved = Go(DocumentMove.Cancel);
        if (!moved.Succeeded) return moved;
        Record(ActCode.Cancelled, by, why.Value);
        EndRound();
        return Result.Ok;
    }

    internal Result Expire(ActBy by, string note)
    {
        var moved = Go(DocumentMove.Expire);
        if (!moved.Succeeded) return moved;

        Record(ActCode.Expired, by, note);
        EndRound();
        return Result.Ok;
    }

    /// <summary>Writes down, once a step, that a signature due after the effect was not given in its days; silence is never consent.</summary>
    public Result MarkOverdue(ActBy by)
    {
        var late = CurrentSteps.Where(s => s is { Timing: StepTiming.After, State: StepState.Open, OverdueSince: null } && s.DueAt < by.At).ToList();
        if (late.Count == 0) return Refusal.Rule("signoff.nothing-overdue");

        foreach (var step in late) step.FallOverdue(by.At);
        Record(ActCode.FellOverdue, by);
        return Result.Ok;
    }

    /// <summary>The document has done its work; nothing more follows from it.</summary>
    internal Result Close(ActBy by)
    {
        var moved = Go(DocumentMove.Close);
        if (moved.Succeeded) Record(ActCode.Closed, by);
        return moved;
    }

    /// <summary>The remainder is given up, with a reason; the kind releases credit and reservation exactly.</summary>
    internal Result CloseShort(ActBy by, string? reason)
    {
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();
        var moved = Go(DocumentMove.CloseShort);
        if (moved.Succeeded) Record(ActCode.ClosedShort, by, why.Value);
        return moved;
    }

    internal Result Reverse(ActBy by, string note)
    {
        var moved = Go(DocumentMove.Reverse);
        if (moved.Succeeded) Record(ActCode.Reversed, by, note);
        return moved;
    }

    /// <summary>An inspector steps back from a drawn step; another is drawn, and both are on the timeline.</summary>
    internal Result RedrawInspector(RouteStep step, PersonId drawn, string seed, ActBy by, string? reason)
    {
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();

        Record(ActCode.InspectorRecused, by, why.Value);
        step.Rebind(drawn);
        Record(ActCode.InspectorDrawn, by, seed);
        return Result.Ok;
    }

    internal Result Claim(RouteStep step, ActBy by)
    {
        if (step.ClaimedBy is { } other && other != by.Person) return Refusal.Rule("signoff.claimed-by-another");

        step.Claim(by.Person);
        Record(ActCode.Claimed, by);
        return Result.Ok;
    }

    /// <summary>Opens the next step; tells whether the last <em>before</em> signature has just been given.</summary>
    private bool PassOn(ActBy by, DueClock due)
    {
        OpenNext(by.At, due);
        if (State != DocumentState.InRoute || CurrentSteps.Any(s => s.Timing == StepTiming.Before && !s.IsDone)) return false;

        Go(DocumentMove.TakeEffect);
        EffectiveAt = by.At;
        Record(ActCode.TookEffect, by);
        return true;
    }

    /// <summary>
    /// What was found on the way forbids signing after the effect: every step of this round now comes before it. A route is only ever tightened.
    /// </summary>
    internal void RequireBefore()
    {
        foreach (var step in CurrentSteps) step.RequireBefore();
    }

    private void OpenNext(DateTimeOffset at, DueClock due)
    {
        if (OpenStep is not null) return;

        var next = CurrentSteps.FirstOrDefault(s => s.State == StepState.Waiting && s.JoinedToOrder is null);
        next?.Open(at, due(at, next.DueWorkingDays));
    }

    /// <summary>What was still to be signed after the effect falls away, because the document was not used.</summary>
    internal void EndOpenSteps()
    {
        foreach (var step in CurrentSteps.ToList()) step.Void();
    }

    /// <summary>Who signed last in this round; nobody before the first signature.</summary>
    private PersonId? LastSigner => CurrentSteps.Where(s => s.State == StepState.Signed).OrderBy(s => s.SignedAt).LastOrDefault()?.SignedBy;

    private void EndRound()
    {
        CancelAskedBy = null;
        foreach (var step in _steps.Where(s => s.Round == Round)) step.Void();
    }
}

/// <summary>The instant by which a step that opens now is due, counted in the body's working days.</summary>
public delegate DateTimeOffset DueClock(DateTimeOffset from, int workingDays);
