using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.ProposeAllotment;

/// <summary>Enters a change of credit with its letter; it moves nothing until another person approves it.</summary>
[Requires(BudgetPermissions.Enter)]
public sealed record ProposeAllotment(
    AllotmentKind Kind, BudgetLineId LineId, BudgetLineId? FromLineId, long Amount, string? LetterNumber, DateOnly LetterDate, string? LegalBasis)
    : ICommand<Result<AllotmentId>>;

internal sealed class ProposeAllotmentHandler(IBudgetLines lines, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<ProposeAllotment, Result<AllotmentId>>
{
    public async Task<Result<AllotmentId>> Handle(ProposeAllotment command, CancellationToken cancellationToken)
    {
        var amount = Rials.Of(command.Amount);
        if (!amount.Succeeded) return amount.Refusal.At(nameof(command.Amount));
        if (await Visible(command.LineId, cancellationToken) is not { } line) return Refusal.NotFound("budget.line-not-found").At(nameof(command.LineId));

        var letter = new AllotmentLetter(command.LetterNumber, command.LetterDate, command.LegalBasis);
        Result<Allotment> entered;
        if (command.Kind == AllotmentKind.Transfer)
        {
            if (command.FromLineId is not { } fromId || await Visible(fromId, cancellationToken) is not { } from)
                return Refusal.NotFound("budget.line-not-found").At(nameof(command.FromLineId));
            entered = Allotment.Transfer(from, line, amount.Value, letter, actor.Person, clock.Now);
        }
        else
        {
            entered = command.Kind == AllotmentKind.Withdraw
                ? Allotment.Withdraw(line, amount.Value, letter, actor.Person, clock.Now)
                : Allotment.Allot(line, amount.Value, letter, actor.Person, clock.Now);
        }

        if (!entered.Succeeded) return entered.Plain();
        lines.Add(entered.Value);
        return entered.Value.Id;
    }

    private async Task<BudgetLine?> Visible(BudgetLineId id, CancellationToken ct)
    {
        var scope = (await charts.Get(ct)).ScopeOf(actor.Person, clock.Today);
        return await lines.Find(id, ct) is { } line && scope.Covers(line.UnitId) ? line : null;
    }
}
