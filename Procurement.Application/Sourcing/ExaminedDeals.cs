using Procurement.Domain.Requests;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing;

/// <summary>A file or an award as the splitting exam takes it: each unit that asks is examined over its own deals.</summary>
internal static class ExaminedDeals
{
    /// <summary>At the opening: the lines at their estimates, one deal.</summary>
    public static IEnumerable<Examined> Of(SourcingFile file, IReadOnlyList<PurchaseRequest> requests, DateOnly today) =>
        file.Lines.GroupBy(l => l.UnitId).Select(unit => new Examined(
            unit.Key, file.Id.Value, today, file.Classification.Class, file.Classification.Decree, ExaminedAt.FileOpening, file.Id.Value,
            [.. unit.Select(l => RequestedLines.Of(requests.First(r => r.Id == l.RequestId), l.RequestLine, l.Estimate))], file.BuyerId));

    /// <summary>At the award: the lines at the prices agreed, with the seller.</summary>
    public static IEnumerable<Examined> Of(SourcingDecision decision, SourcingFile file, IReadOnlyList<PurchaseRequest> requests, DateOnly today) =>
        decision.Lines.GroupBy(l => l.UnitId).Select(unit => new Examined(
            unit.Key, file.Id.Value, today, decision.DealClass, file.Classification.Decree, ExaminedAt.Award, decision.Id.Value,
            [.. unit.Select(l => RequestedLines.Of(requests.First(r => r.Id == l.RequestId), l.RequestLine, l.Price))], decision.BuyerId, decision.SupplierId));
}
