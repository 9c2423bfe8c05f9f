using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.ListPurchaseRequests;

/// <summary>Purchase requests the reader may see, newest first.</summary>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="Text">Part of the purpose, any spelling.</param>
/// <param name="After">The last request of the page before.</param>
[Requires(RequestsPermissions.Read)]
public sealed record ListPurchaseRequests(DocumentState? State = null, string? Text = null, DocumentId? After = null) : IQuery<Result<PurchaseRequestPage>>;

public sealed record PurchaseRequestPage(IReadOnlyList<PurchaseRequestRow> Rows, IReadOnlyDictionary<DocumentState, int> Counts, DocumentId? Next);

public sealed record PurchaseRequestRow(
    DocumentId Id, string Number, string NumberFa, string Purpose, long? Estimate, string UnitName, string Requester, DocumentState State, Capacity? WaitsFor,
    DateOnly NeededBy, bool IsUrgent, int LineCount, DateTimeOffset OpenedAt);

public interface IPurchaseRequestQueries
{
    Task<PurchaseRequestPage> Page(UnitScope scope, PersonId reader, ListPurchaseRequests asked, CancellationToken ct);
}

internal sealed class ListPurchaseRequestsHandler(IPurchaseRequestQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListPurchaseRequests, Result<PurchaseRequestPage>>
{
    public async Task<Result<PurchaseRequestPage>> Handle(ListPurchaseRequests query, CancellationToken cancellationToken) =>
        await queries.Page((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, query, cancellationToken);
}
