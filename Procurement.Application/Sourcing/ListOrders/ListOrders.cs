using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Sourcing.ListOrders;

/// <summary>Orders of the reader's units, the newest first.</summary>
/// <param name="ByImprest">Only those paid out of the imprest, or only those paid by voucher; null for all.</param>
/// <param name="After">The last order of the page before.</param>
[Requires(SourcingPermissions.Read)]
public sealed record ListOrders(bool? ByImprest = null, DocumentId? After = null) : IQuery<Result<OrderPage>>;

public sealed record OrderPage(IReadOnlyList<OrderRow> Rows, DocumentId? Next);

/// <summary>One order; its id is its decision's.</summary>
public sealed record OrderRow(
    DocumentId Id, string Number, string NumberFa, string Subject, long? AmountRials, string SupplierName, string UnitName, DateOnly PlacedOn, DateOnly DeliverBy, bool ByImprest,
    DocumentState State);

internal sealed class ListOrdersHandler(ISourcingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<ListOrders, Result<OrderPage>>
{
    public async Task<Result<OrderPage>> Handle(ListOrders query, CancellationToken cancellationToken) =>
        await queries.Orders((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), query, cancellationToken);
}
