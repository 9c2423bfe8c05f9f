using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing;

/// <summary>One sort of document goods leave by; found by scan, so that a new sort brings only itself.</summary>
public interface IPassBasis
{
    PassBasis Basis { get; }

    /// <summary>What may still go out by the document; refused when nothing may.</summary>
    Task<Result<PassBasisFacts>> Find(DocumentId document, CancellationToken ct);
}

/// <summary>Goods of an issue voucher in effect: what was picked and waits at the hand-over place.</summary>
internal sealed class VoucherAsBasis(IDocuments documents, IIssueDeliveries deliveries, IStockFacts stock, ChartOfCall charts, IBodyClock clock) : IPassBasis
{
    public PassBasis Basis => PassBasis.IssueVoucher;

    public async Task<Result<PassBasisFacts>> Find(DocumentId document, CancellationToken ct)
    {
        if (await documents.Find<IssueVoucher>(document, ct) is not { } voucher || await stock.Store(voucher.StoreId, ct) is not { } store)
            return Refusal.NotFound("signoff.document-not-found");
        if (voucher.SignOff.State != DocumentState.InEffect || await deliveries.Read(voucher.Id, ct) is not { } delivery)
            return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);

        var chart = await charts.Get(ct);
        var guards = chart.PostsServing(Capacity.Guard, store.UnitId).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct().ToList();
        return new PassBasisFacts(
            Basis, voucher.SignOff, voucher.StoreId, store.Code, store.UnitId, store.HasGuard, guards, delivery.ReceiverId,
            [
                .. delivery.Lines.OrderBy(l => l.Order).Select(l => new PassableLine(
                    l.Id, l.Item, l.ItemCode, delivery.Free(l.Id), l.IsLabelled,
                    [.. delivery.Parcels.Where(p => p.LineId == l.Id && l.IsLabelled && !p.Free.IsZero).Select(p => p.PieceNumber)])),
            ]);
    }
}
