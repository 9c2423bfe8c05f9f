using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.CheckStock;

/// <summary>What was found not to be equal.</summary>
public enum StockDifferenceKind
{
    /// <summary>A place holds another quantity than its moves add up to.</summary>
    Place = 1,

    /// <summary>A store's on-hand figure is not the sum of its bins.</summary>
    OnHand = 2,

    /// <summary>A store's book is not the sum of its bins and hand-over place.</summary>
    Booked = 3,

    /// <summary>A store's reserved figure is not the sum of its open reservations.</summary>
    Reserved = 4,

    /// <summary>A day's closing is not the sum of the moves up to it.</summary>
    Day = 5,

    /// <summary>More is reserved than on hand.</summary>
    OverReserved = 6,

    /// <summary>A kardex balance is not the sum of its value entries, in quantity.</summary>
    ValueQuantity = 7,

    /// <summary>A kardex balance is not the sum of its value entries, in rials.</summary>
    ValueRials = 8,
}

/// <summary>One difference between the ledgers and what is kept beside them.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Holder">The place, store or accounting entity.</param>
/// <param name="Item">The item.</param>
/// <param name="Lot">The lot, for a place.</param>
/// <param name="Day">The day, for a closing.</param>
/// <param name="Recomputed">By the append-only rows; millionths of the base unit, or rials.</param>
/// <param name="Stored">As kept.</param>
public sealed record StockDifference(StockDifferenceKind Kind, Guid Holder, ItemId Item, LotId? Lot, DateOnly? Day, long Recomputed, long Stored);

/// <summary>The outcome of a recomputation: what was walked, and every difference.</summary>
public sealed record StockCheck(long Moves, long Balances, long Reservations, IReadOnlyList<StockDifference> Differences)
{
    public bool IsEqual => Differences.Count == 0;
}

/// <summary>Recomputes balances, levels, closings and values from the append-only rows; also the <c>check-ledger</c> verb.</summary>
public interface IStockChecks
{
    /// <param name="store">One store, or null for the whole body with its values.</param>
    /// <param name="ct">Cancels.</param>
    Task<StockCheck> Recompute(StoreId? store, CancellationToken ct);
}

/// <summary>Report R1 for one store: moves ↔ balances ↔ reservations.</summary>
[Requires(WarehousingPermissions.Check)]
public sealed record CheckStock(StoreId Store) : IQuery<Result<StockCheck>>;

internal sealed class CheckStockHandler(IStockChecks checks, IStockFacts facts, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<CheckStock, Result<StockCheck>>
{
    public async Task<Result<StockCheck>> Handle(CheckStock query, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        return await facts.Store(query.Store, cancellationToken) is { } store && chart.ScopeOf(actor.Person, clock.Today).Covers(store.UnitId)
            ? await checks.Recompute(query.Store, cancellationToken)
            : Refusal.NotFound("warehousing.store-not-found");
    }
}
