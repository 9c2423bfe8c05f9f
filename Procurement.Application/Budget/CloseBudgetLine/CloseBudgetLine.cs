using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.CloseBudgetLine;

/// <summary>Closes a line to new reservations.</summary>
[Requires(BudgetPermissions.Approve)]
public sealed record CloseBudgetLine(BudgetLineId LineId) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => LineId.Value;
}

internal sealed class CloseBudgetLineHandler(IBudgetLines lines, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<CloseBudgetLine, Result>
{
    public async Task<Result> Handle(CloseBudgetLine command, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return await lines.Find(command.LineId, cancellationToken) is { } line && scope.Covers(line.UnitId)
            ? line.Close()
            : Refusal.NotFound("budget.line-not-found");
    }
}
