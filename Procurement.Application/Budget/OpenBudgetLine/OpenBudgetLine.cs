using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.OpenBudgetLine;

/// <summary>Opens a line of credit of a unit; it holds no money until an allotment is approved.</summary>
[Requires(BudgetPermissions.Enter)]
public sealed record OpenBudgetLine(
    OrgUnitId UnitId, string? Code, string? Title, string? Programme, string? Chapter, CreditKind CreditKind, int Year) : ICommand<Result<BudgetLineId>>;

internal sealed class OpenBudgetLineHandler(IBudgetLines lines, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<OpenBudgetLine, Result<BudgetLineId>>
{
    public async Task<Result<BudgetLineId>> Handle(OpenBudgetLine command, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        if (chart.Unit(command.UnitId) is null || !chart.ScopeOf(actor.Person, clock.Today).Covers(command.UnitId))
            return Refusal.NotFound("budget.unit-not-found").At(nameof(command.UnitId));
        if (PlausibleYears.Refuse(command.Year, clock.Today) is { } implausible) return implausible.At(nameof(command.Year));

        var opened = BudgetLine.Open(command.UnitId, new BudgetLineFields(
            command.Code, command.Title, command.Programme, command.Chapter, command.CreditKind, new FiscalYear(command.Year)));
        if (!opened.Succeeded) return opened.Plain();

        lines.Add(opened.Value);
        return opened.Value.Id;
    }
}

/// <summary>The financial years a line may be opened for: a slip of the finger must not open one that nobody will ever see.</summary>
internal static class PlausibleYears
{
    private const int Furthest = 2;

    public static Refusal? Refuse(long year, DateOnly today)
    {
        var thisYear = FiscalYear.Of(today).Year;
        return year < thisYear - Furthest || year > thisYear + Furthest ? Refusal.Invalid("budget.year-implausible", year) : null;
    }
}
