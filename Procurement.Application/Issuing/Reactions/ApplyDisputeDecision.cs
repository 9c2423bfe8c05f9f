using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.Reactions;

/// <summary>
/// A signed decision ends a dispute: what came back lies at the hand-over place again, at the cost it left with; what is lost leaves the
/// carrier for the count differences; what was accepted reaches its receiver.
/// </summary>
internal sealed class ApplyDisputeDecision(
    IDocuments documents, IIssueDeliveries deliveries, IStockFacts stock, Handing handing, PostingPlan plan, ChartOfCall charts, IBodyClock clock)
    : IReactTo<DisputeDecided>
{
    public async Task<Result> React(DisputeDecided happened, CancellationToken ct)
    {
        var pass = await documents.Load<GatePass>(happened.Pass, ct) ?? throw new InvalidOperationException("A decision over no pass.");
        if (happened.Basis == PassBasis.IssueVoucher)
        {
            var moved = await Move(happened, pass, ct);
            if (!moved.Succeeded) return moved;
        }

        pass.Decided(happened.Lines);
        return pass.Close(happened.By);
    }

    private async Task<Result> Move(DisputeDecided happened, GatePass pass, CancellationToken ct)
    {
        var delivery = await deliveries.Find(happened.BasisId, ct) ?? throw new InvalidOperationException("A pass on a voucher that is not in effect.");
        var places = await stock.PlacesOf(happened.Store, ct) ?? throw new InvalidOperationException("A store without places.");
        var store = await stock.Store(happened.Store, ct) ?? throw new InvalidOperationException("A decision of no store.");
        var entity = AccountingEntity.Of(await charts.Get(ct), store.UnitId);
        var costs = (await stock.ValueOf(pass.Id, ct)).ToDictionary(v => v.Line, v => Rials.FromStored(Math.Max(0, -v.Value.Amount)));
        var receiver = happened.By with { Person = pass.ReceiverId ?? happened.By.Person };

        foreach (var line in happened.Lines)
        {
            var parts = delivery.Decide(pass.Id, line.Outcome, [line.Take], receiver);
            if (!parts.Succeeded) return parts.Plain();
            if (line.Outcome == DisputeOutcome.Accepted)
            {
                var reached = await handing.Reach(
                    delivery, parts.Value, places.WithCarrier, happened.DocumentId, _ => line.Id, MoveReason.DisputeDecision, receiver, ct);
                if (!reached.Succeeded) return reached;
                continue;
            }

            var to = line.Outcome == DisputeOutcome.Returned ? places.Staged : StockPlace.CountDifference;
            plan.Add(parts.Value.Select(p => new StockMovePosting(
                p.Parcel.Item, p.Parcel.Lot, places.WithCarrier, to, p.Quantity, clock.Today, happened.DocumentId, line.Id, MoveReason.DisputeDecision)));
            if (line.Outcome == DisputeOutcome.Returned) plan.Add(Valued(happened, pass, line, entity, costs));
        }

        return await handing.FinishIfComplete(delivery, happened.By, ct);
    }

    /// <summary>What comes back is worth its share of what the line left with.</summary>
    private ValueInPosting Valued(
        DisputeDecided happened, GatePass pass, DisputedLine line, OrgUnitId entity, Dictionary<Guid, Rials> costs)
    {
        var left = pass.Lines.First(l => l.Id == line.PassLineId).Left;
        var share = Rials.SplitAmong(costs.GetValueOrDefault(line.PassLineId), [line.Quantity, left.Minus(line.Quantity).Value])[0];
        return new ValueInPosting(entity, happened.Store, line.Item, line.Quantity, share, IsProvisional: false, clock.Today, happened.DocumentId, line.Id);
    }
}
