using Procurement.Application.Organisation;
using Procurement.Application.Requests.ListMissingGoods;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.ListPurchaseRequests;

/// <summary>Purchase requests the reader may see, newest first.</summary>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="Text">Part of the purpose or a number, any spelling and digits.</param>
/// <param name="After">The last request of the page before.</param>
/// <param name="UrgentOnly">Only those that cannot wait for the ordinary route.</param>
[Requires(RequestsPermissions.Read)]
public sealed record ListPurchaseRequests(DocumentState? State = null, string? Text = null, DocumentId? After = null, bool UrgentOnly = false)
    : IQuery<Result<PurchaseRequestPage>>;

public sealed record PurchaseRequestPage(IReadOnlyList<PurchaseRequestRow> Rows, IReadOnlyDictionary<DocumentState, int> Counts, int UrgentCount, DocumentId? Next);

public sealed record PurchaseRequestRow(
    DocumentId Id, string Number, string NumberFa, string Purpose, long? Estimate, string UnitName, string UnitNameEn, string Requester, DocumentState State, Capacity? WaitsFor,
    DateOnly NeededBy, bool IsUrgent, int LineCount, DateTimeOffset OpenedAt);

/// <summary>A quantity one purchase request asks for on a line of a goods request.</summary>
public sealed record AskedQuantity(DocumentId Request, Guid GoodsRequestLine, Quantity Quantity);

public interface IPurchaseRequestQueries
{
    Task<PurchaseRequestPage> Page(DocumentSight sight, ListPurchaseRequests asked, CancellationToken ct);

    /// <summary>What live purchase requests already ask for on the lines of a goods request, one of them left out of the count.</summary>
    Task<IReadOnlyList<AskedQuantity>> AskedFor(DocumentId goodsRequest, DocumentId? except, CancellationToken ct);

    /// <summary>The person's goods requests in effect whose store lacks goods no live purchase request asks for, the oldest first.</summary>
    Task<IReadOnlyList<MissingGoodsRow>> MissingOf(PersonId owner, CancellationToken ct);
}

internal sealed class ListPurchaseRequestsHandler(IPurchaseRequestQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListPurchaseRequests, Result<PurchaseRequestPage>>
{
    public async Task<Result<PurchaseRequestPage>> Handle(ListPurchaseRequests query, CancellationToken cancellationToken) =>
        await queries.Page(DocumentSight.Of(await charts.Get(cancellationToken), actor.Person, clock.Today), query, cancellationToken);
}
