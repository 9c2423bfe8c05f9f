using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.DecideAllotment;

/// <summary>Approves a change of credit that another person entered, or turns it down with a reason.</summary>
[Requires(BudgetPermissions.Approve)]
public sealed record DecideAllotment(AllotmentId AllotmentId, bool Approve, string? Reason) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => AllotmentId.Value;
}

internal sealed class DecideAllotmentHandler(IBudgetLines lines, PostingPlan plan, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<DecideAllotment, Result>
{
    public async Task<Result> Handle(DecideAllotment command, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        if (await lines.FindAllotment(command.AllotmentId, cancellationToken) is not { } allotment || !scope.Covers(allotment.UnitId))
            return Refusal.NotFound("budget.allotment-not-found");
        if (!command.Approve) return allotment.Reject(actor.Person, clock.Now, command.Reason);

        var approved = allotment.Approve(actor.Person, clock.Now);
        if (approved.Succeeded) plan.Add(BudgetPosting.Of(allotment));
        return approved;
    }
}
