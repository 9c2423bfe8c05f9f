using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving.ReceivingDesk;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.RegisterArrival;

/// <summary>What the keeper's form offers: his stores, who may count beside him, the deals due, and the lines of one deal without quantities.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record StartArrival(DocumentId? Order) : IQuery<Result<ArrivalStart>>;

public sealed record ArrivalStart(IReadOnlyList<ArrivalStore> Stores, IReadOnlyList<OpenDeal> Due, ArrivalDeal? Deal);

/// <summary>A store the caller keeps, with everybody who may count beside him there.</summary>
public sealed record ArrivalStore(StoreLabel Store, IReadOnlyList<CounterChoice> Counters);

public sealed record CounterChoice(PersonId Person, string Name, Capacity Hand);

/// <summary>A deal and its goods lines; what was ordered stays hidden until it is counted (control 6.1.a).</summary>
public sealed record ArrivalDeal(DocumentId Id, string Number, string NumberFa, string SupplierName, bool IsInEffect, IReadOnlyList<ArrivalDealLine> Lines);

/// <summary>A line of the deal; its item is null where it was ordered in words only and the keeper names the item.</summary>
public sealed record ArrivalDealLine(Guid Line, int Order, string Description, ItemLabel? Item, StoreId? Store, bool TracksLot, bool TracksExpiry);

internal sealed class StartArrivalHandler(
    IStockFacts stock, IOrderFacts orders, IReceivingQueries queries, ICatalogueFacts catalogue, ReceivingNames names, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartArrival, Result<ArrivalStart>>
{
    public async Task<Result<ArrivalStart>> Handle(StartArrival query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        var scope = chart.ScopeOf(actor.Person, clock.Today);
        var kept = (await stock.StoresIn(scope, cancellationToken)).Where(s => chart.HasCapacityFor(actor.Person, Capacity.Keeper, s.UnitId, clock.Today)).ToList();
        ArrivalDeal? deal = null;
        if (query.Order is { } order)
        {
            if (await orders.Find(order, cancellationToken) is not { } found || !found.Lines.Any(l => kept.Exists(s => s.Id == l.StoreId)))
                return Refusal.NotFound("temporary-receipt.order-not-found");
            deal = await Show(found, [.. kept.Select(s => s.Id)], cancellationToken);
        }

        return new ArrivalStart(
            [.. kept.Select(s => new ArrivalStore(
                new StoreLabel(s.Id, s.Code, s.Name, s.NameEn),
                [.. SecondCounting.Candidates(chart, s.UnitId, actor.Person, clock.Today).Select(p => new CounterChoice(
                    p, chart.NameOf(p), SecondCounting.HandOf(chart, s.UnitId, actor.Person, p, clock.Today).Value))]))],
            deal is null ? await orders.Awaited(queries, scope, cancellationToken) : [], deal);
    }

    private async Task<ArrivalDeal> Show(DealFacts deal, IReadOnlyList<StoreId> stores, CancellationToken ct)
    {
        var lines = deal.Lines.Where(l => l.Kind == ItemKind.Goods && l.StoreId is { } at && stores.Contains(at)).ToList();
        var facts = await catalogue.Items([.. lines.Select(l => l.Item).OfType<ItemId>().Distinct()], ct);
        var item = await names.Items(facts.Keys, ct);
        return new ArrivalDeal(
            deal.Id, deal.Number, deal.NumberFa, deal.SupplierName, deal.IsInEffect,
            [.. lines.Select(l => new ArrivalDealLine(
                l.LineId, l.Order, l.Description, l.Item is { } id ? item(id) : null, l.StoreId,
                l.Item is { } tracked && facts.GetValueOrDefault(tracked)?.Tracking.Lot == true, l.Item is { } dated && facts.GetValueOrDefault(dated)?.Tracking.Expiry == true))]);
    }
}
