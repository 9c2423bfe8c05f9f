using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Requests.StartPurchaseRequest;

/// <summary>What the form of a new purchase request begins with; from a goods request, what its keeper said the store lacks.</summary>
[Requires(RequestsPermissions.DraftPurchaseRequest)]
public sealed record StartPurchaseRequest(DocumentId? GoodsRequest = null) : IQuery<Result<PurchaseStart>>;

/// <param name="Stores">Open stores goods may be delivered to, the nearest first.</param>
/// <param name="Purpose">Taken from the goods request; empty without one.</param>
/// <param name="Store">The store that lacked the goods.</param>
/// <param name="DeliveryPlace">Its name.</param>
/// <param name="NeededBy">The day the goods are needed; null when it has passed or there is no goods request.</param>
/// <param name="Lines">What is missing and not asked for yet.</param>
/// <param name="Asked">Requests that already buy for the same goods request.</param>
public sealed record PurchaseStart(
    IReadOnlyList<DeliveryStore> Stores, string Purpose, StoreId? Store, string DeliveryPlace, DateOnly? NeededBy, IReadOnlyList<MissingLine> Lines,
    IReadOnlyList<DocumentId> Asked);

public sealed record DeliveryStore(StoreId Id, string Name, string NameEn, string UnitName);

public sealed record MissingLine(Guid GoodsRequestLine, string Code, string Name, Quantity Quantity);

internal sealed class StartPurchaseRequestHandler(
    IDocuments documents, IPurchaseRequestQueries requests, ICatalogueFacts catalogue, IStockFacts stock, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartPurchaseRequest, Result<PurchaseStart>>
{
    public async Task<Result<PurchaseStart>> Handle(StartPurchaseRequest query, CancellationToken cancellationToken)
    {
        GoodsRequest? from = null;
        if (query.GoodsRequest is { } id && (from = await documents.Find<GoodsRequest>(id, cancellationToken)) is null)
            return Refusal.NotFound("signoff.document-not-found");

        var chart = await charts.Get(cancellationToken);
        var near = chart.PathUp(from?.SignOff.UnitId ?? chart.Person(actor.Person)!.UnitId).Select(u => u.Id).ToList();
        var open = await stock.StoresIn(UnitScope.Of(near), cancellationToken);
        var stores = open.OrderBy(s => near.IndexOf(s.UnitId)).Select(s => new DeliveryStore(s.Id, s.Name, s.NameEn, chart.Unit(s.UnitId)?.Name ?? "")).ToList();
        if (from is null) return new PurchaseStart(stores, "", null, "", null, [], []);

        var asked = await requests.AskedFor(from.Id, null, cancellationToken);
        var items = await catalogue.Items([.. from.Lines.Select(l => l.Item).Distinct()], cancellationToken);
        return new PurchaseStart(
            stores, from.Purpose, from.StoreId, stores.Find(s => s.Id == from.StoreId)?.Name ?? "", from.NeededBy < clock.Today ? null : from.NeededBy,
            [.. Left(from, asked).Select(l => new MissingLine(l.Line.Id, items[l.Line.Item].Code, items[l.Line.Item].Name, l.Left))],
            [.. asked.Select(a => a.Request).Distinct()]);
    }

    private static Quantity Sum(IEnumerable<AskedQuantity> asked) => asked.Aggregate(Quantity.Zero, (sum, a) => sum + a.Quantity);

    private static IEnumerable<(GoodsRequestLine Line, Quantity Left)> Left(GoodsRequest from, IReadOnlyList<AskedQuantity> asked) =>
        from.Lines.OrderBy(l => l.Order)
            .Select(l => (l, l.Missing.Minus(Sum(asked.Where(a => a.GoodsRequestLine == l.Id))) is { Succeeded: true } left ? left.Value : Quantity.Zero))
            .Where(l => from.IsAnswered && !l.Item2.IsZero);
}
