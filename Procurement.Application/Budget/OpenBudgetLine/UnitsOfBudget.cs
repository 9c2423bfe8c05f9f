using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.OpenBudgetLine;

/// <summary>The units whose credit the caller may see, and the financial year that runs.</summary>
[Requires(BudgetPermissions.Read)]
public sealed record UnitsOfBudget : IQuery<Result<BudgetScope>>;

public sealed record BudgetScope(int Year, IReadOnlyList<BudgetUnit> Units);

public sealed record BudgetUnit(OrgUnitId Id, string Code, string Name, string NameEn);

internal sealed class UnitsOfBudgetHandler(ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<UnitsOfBudget, Result<BudgetScope>>
{
    public async Task<Result<BudgetScope>> Handle(UnitsOfBudget query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        return new BudgetScope(
            FiscalYear.Of(clock.Today).Year,
            [
                .. chart.Units.Where(u => u.IsActive && scope.Covers(u.Id)).OrderBy(u => u.Code, StringComparer.Ordinal)
                    .Select(u => new BudgetUnit(u.Id, u.Code, u.Name, u.NameEn)),
            ]);
    }
}
