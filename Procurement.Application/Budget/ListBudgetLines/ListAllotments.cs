using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Application.Budget.ListBudgetLines;

/// <summary>Changes of credit that wait for their second person, or all of them, newest first.</summary>
[Requires(BudgetPermissions.Read)]
public sealed record ListAllotments(bool WaitingOnly = true) : IQuery<Result<IReadOnlyList<AllotmentRow>>>;

internal sealed class ListAllotmentsHandler(IBudgetQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListAllotments, Result<IReadOnlyList<AllotmentRow>>>
{
    public async Task<Result<IReadOnlyList<AllotmentRow>>> Handle(ListAllotments query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return Result<IReadOnlyList<AllotmentRow>>.Of(await queries.Allotments(scope, null, query.WaitingOnly, cancellationToken));
    }
}
