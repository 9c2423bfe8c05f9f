using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.DecideDispute;

/// <summary>The head of general affairs drafts his decision over what a receiver disputed (product 3.13).</summary>
[Requires(IssuingPermissions.Decide)]
public sealed record DecideDispute(DocumentId Pass, string? Reason, IReadOnlyList<DisputeForm> Lines) : ICommand<Result<DocumentId>>;

/// <summary>Rewrites one's own draft.</summary>
[Requires(IssuingPermissions.Decide)]
public sealed record EditDisputeDecision(DocumentId DocumentId, int SeenVersion, string? Reason, IReadOnlyList<DisputeForm> Lines) : ICommand<Result>;

/// <summary>What becomes of some of a disputed line.</summary>
public sealed record DisputeForm(Guid PassLine, DisputeOutcome Outcome, decimal Quantity, IReadOnlyList<string>? Pieces = null);

internal sealed class DecideDisputeHandler(IDocuments documents, ChartOfCall charts, IBodyClock clock, Desk desk) : ICommandHandler<DecideDispute, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(DecideDispute command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GatePass>(command.Pass, cancellationToken) is not { } pass) return Refusal.NotFound("signoff.document-not-found");
        var chart = await charts.Get(cancellationToken);
        if (!chart.HasCapacityFor(desk.Me.Person, Capacity.HeadOfGeneralAffairs, pass.SignOff.UnitId, clock.Today))
            return Refusal.Forbidden("dispute-decision.general-affairs-decides");
        var lines = DisputeForms.Read(command.Lines);
        if (!lines.Succeeded) return lines.Plain();
        var drafted = DisputeDecision.Draft(pass, command.Reason, lines.Value, desk.Me);
        if (!drafted.Succeeded) return drafted.Plain();

        documents.Add(drafted.Value);
        return drafted.Value.Id;
    }
}

internal sealed class EditDisputeDecisionHandler(IDocuments documents, Desk desk) : ICommandHandler<EditDisputeDecision, Result>
{
    public async Task<Result> Handle(EditDisputeDecision command, CancellationToken cancellationToken)
    {
        if (await documents.Find<DisputeDecision>(command.DocumentId, cancellationToken) is not { } decision
            || await documents.Load<GatePass>(decision.PassId, cancellationToken) is not { } pass)
            return Refusal.NotFound("signoff.document-not-found");
        if (decision.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, decision.SignOff.ContentVersion);
        var lines = DisputeForms.Read(command.Lines);
        return lines.Succeeded ? decision.Rewrite(pass, command.Reason, lines.Value, desk.Me) : lines.Plain();
    }
}

internal static class DisputeForms
{
    public static Result<IReadOnlyList<DisputeInput>> Read(IReadOnlyList<DisputeForm> typed)
    {
        var faults = new List<Refusal>();
        var read = new List<DisputeInput>();
        for (var i = 0; i < typed.Count; i++)
        {
            var quantity = Quantity.Of(typed[i].Quantity);
            if (!Enum.IsDefined(typed[i].Outcome)) faults.Add(Refusal.Invalid("dispute-decision.outcome-missing", i + 1).At(FormattableString.Invariant($"Lines[{i}].Outcome")));
            else if (!quantity.Succeeded) faults.Add(quantity.Refusal.At(FormattableString.Invariant($"Lines[{i}].Quantity")));
            else
            {
                var pieces = TakeForms.Numbers(typed[i].Pieces);
                read.Add(new DisputeInput(typed[i].PassLine, typed[i].Outcome, pieces.Count > 0 ? Quantity.Whole(pieces.Count) : quantity.Value, pieces));
            }
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<DisputeInput>>.RefusedBy(faults);
    }
}
