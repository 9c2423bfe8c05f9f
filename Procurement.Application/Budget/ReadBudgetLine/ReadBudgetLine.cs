using Procurement.Application.Budget.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.ReadBudgetLine;

/// <summary>One line with where its rials stand, its entries newest first, and the changes of its credit.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Before">Sequence of the last entry of the page before.</param>
[Requires(BudgetPermissions.Read)]
public sealed record ReadBudgetLine(BudgetLineId LineId, long? Before = null) : IQuery<Result<BudgetLineCard>>;

public sealed record BudgetLineCard(BudgetLineCredit Credit, string UnitName, IReadOnlyList<BudgetEntryRow> Entries, long? Next, IReadOnlyList<AllotmentRow> Allotments);

internal sealed class ReadBudgetLineHandler(IBudgetFacts facts, IBudgetQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadBudgetLine, Result<BudgetLineCard>>
{
    private const int PageSize = 50;

    public async Task<Result<BudgetLineCard>> Handle(ReadBudgetLine query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        if (await facts.Credit(query.LineId, cancellationToken) is not { } credit || !scope.Covers(credit.UnitId))
            return Refusal.NotFound("budget.line-not-found");

        var entries = await queries.Entries(query.LineId, query.Before, PageSize + 1, cancellationToken);
        return new BudgetLineCard(
            credit, chart.Unit(credit.UnitId)?.Name ?? "", [.. entries.Take(PageSize)], entries.Count > PageSize ? entries[PageSize - 1].Seq : null,
            await queries.Allotments(scope, query.LineId, false, cancellationToken));
    }
}
