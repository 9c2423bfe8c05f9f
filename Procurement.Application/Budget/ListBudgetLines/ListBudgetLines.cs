using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.ListBudgetLines;

/// <summary>Budget lines the reader may see, by code, with their free credit.</summary>
/// <param name="Year">Financial year; null for the running one.</param>
/// <param name="UnitId">Only this unit; null for all in scope.</param>
/// <param name="Text">Part of code or title, any spelling.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="CreditKind">Only credit of this kind; null for both.</param>
[Requires(BudgetPermissions.Read)]
public sealed record ListBudgetLines(int? Year = null, OrgUnitId? UnitId = null, string? Text = null, BudgetLineCursor? After = null, CreditKind? CreditKind = null)
    : IQuery<Result<BudgetLinePage>>;

internal sealed class ListBudgetLinesHandler(IBudgetQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListBudgetLines, Result<BudgetLinePage>>
{
    public async Task<Result<BudgetLinePage>> Handle(ListBudgetLines query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return await queries.Lines(scope, query with { Year = query.Year ?? FiscalYear.Of(clock.Today).Year }, cancellationToken);
    }
}
