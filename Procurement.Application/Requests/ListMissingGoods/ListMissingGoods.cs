using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.ListMissingGoods;

/// <summary>The caller's own goods requests in effect whose store lacks goods nobody has asked to buy yet, the oldest first.</summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record ListMissingGoods : IQuery<Result<IReadOnlyList<MissingGoodsRow>>>;

/// <summary>A goods request with something left to buy.</summary>
public sealed record MissingGoodsRow(DocumentId Id, string Number, string NumberFa, string Purpose, DateTimeOffset Since);

internal sealed class ListMissingGoodsHandler(IPurchaseRequestQueries queries, ICurrentActor actor) : IQueryHandler<ListMissingGoods, Result<IReadOnlyList<MissingGoodsRow>>>
{
    public async Task<Result<IReadOnlyList<MissingGoodsRow>>> Handle(ListMissingGoods query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<MissingGoodsRow>>.Of(await queries.MissingOf(actor.Person, cancellationToken));
}
