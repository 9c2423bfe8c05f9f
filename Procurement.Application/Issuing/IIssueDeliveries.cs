using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>What became of the vouchers in effect, whole and tracked.</summary>
public interface IIssueDeliveries
{
    Task<IssueDelivery?> Find(DocumentId voucher, CancellationToken ct);

    /// <summary>The same, only to be looked at.</summary>
    Task<IssueDelivery?> Read(DocumentId voucher, CancellationToken ct);

    /// <summary>The pass the goods of a voucher are out on or promised to, that its receiver has not confirmed yet.</summary>
    Task<IReadOnlyList<DocumentId>> OpenPassesOf(DocumentId voucher, CancellationToken ct);

    void Add(IssueDelivery delivery);
}

/// <summary>The store a keeper works in; another's store is not found.</summary>
internal sealed class KeeperStores(IStockFacts stock, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
{
    public async Task<Result<StoreFact>> Mine(StoreId store, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        return await stock.Store(store, ct) is { IsActive: true } found && chart.HasCapacityFor(actor.Person, Capacity.Keeper, found.UnitId, clock.Today)
            ? found
            : Refusal.NotFound("issue-voucher.store-not-found");
    }
}
