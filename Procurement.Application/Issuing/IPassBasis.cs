using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
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
internal sealed class VoucherAsBasis(IDocuments documents, IIssueDeliveries deliveries, IStockFacts stock, Gates gates) : IPassBasis
{
    public PassBasis Basis => PassBasis.IssueVoucher;

    public async Task<Result<PassBasisFacts>> Find(DocumentId document, CancellationToken ct)
    {
        if (await documents.Find<IssueVoucher>(document, ct) is not { } voucher || await stock.Store(voucher.StoreId, ct) is not { } store)
            return Refusal.NotFound("signoff.document-not-found");
        if (voucher.SignOff.State != DocumentState.InEffect || await deliveries.Read(voucher.Id, ct) is not { } delivery)
            return Refusal.Rule("issue-delivery.not-signed-yet", voucher.SignOff.State);

        return new PassBasisFacts(
            Basis, voucher.SignOff, voucher.StoreId, store.Code, store.UnitId, store.HasGuard, await gates.GuardsOf(store.UnitId, ct), delivery.ReceiverId,
            [
                .. delivery.Lines.OrderBy(l => l.Order).Select(l => new PassableLine(
                    l.Id, l.Item, l.ItemCode, delivery.Free(l.Id), l.IsLabelled,
                    [.. delivery.Parcels.Where(p => p.LineId == l.Id && l.IsLabelled && !p.Free.IsZero).Select(p => p.PieceNumber)])),
            ]);
    }
}

/// <summary>Refused goods of a return in effect: what of them lies in quarantine and is on no pass. Whoever sent them takes them over.</summary>
internal sealed class ReturnAsBasis(IDocuments documents, IStockFacts stock, ICatalogueFacts catalogue, Gates gates) : IPassBasis
{
    public PassBasis Basis => PassBasis.ReturnToSupplier;

    public async Task<Result<PassBasisFacts>> Find(DocumentId document, CancellationToken ct)
    {
        if (await documents.Find<ReturnToSupplier>(document, ct) is not { } back || await stock.Store(back.StoreId, ct) is not { } store)
            return Refusal.NotFound("signoff.document-not-found");
        if (back.SignOff.State != DocumentState.InEffect) return Refusal.Rule("return-to-supplier.not-signed-yet", back.SignOff.State);

        var items = await catalogue.Items([.. back.Lines.Select(l => l.ItemId).Distinct()], ct);
        return new PassBasisFacts(
            Basis, back.SignOff, back.StoreId, store.Code, store.UnitId, store.HasGuard, await gates.GuardsOf(store.UnitId, ct), Receiver: null,
            [
                .. back.Lines.OrderBy(l => l.Order).Select(l => new PassableLine(
                    l.Id, l.ItemId, items.GetValueOrDefault(l.ItemId)?.Code ?? "", l.Waiting, IsLabelled: false, [])),
            ],
            back.FromName);
    }
}

/// <summary>Goods of a temporary exit in effect: what of them waits at the hand-over place or with its custodian, to be back on the exit's day.</summary>
internal sealed class ExitAsBasis(IDocuments documents, IStockFacts stock, Gates gates) : IPassBasis
{
    public PassBasis Basis => PassBasis.TemporaryExit;

    public async Task<Result<PassBasisFacts>> Find(DocumentId document, CancellationToken ct)
    {
        if (await documents.Find<TemporaryExit>(document, ct) is not { } exit || await stock.Store(exit.StoreId, ct) is not { } store)
            return Refusal.NotFound("signoff.document-not-found");
        if (exit.SignOff.State != DocumentState.InEffect) return Refusal.Rule("temporary-exit.not-signed-yet", exit.SignOff.State);

        return new PassBasisFacts(
            Basis, exit.SignOff, exit.StoreId, store.Code, store.UnitId, store.HasGuard, await gates.GuardsOf(store.UnitId, ct), exit.ReceiverId,
            [
                .. exit.Lines.OrderBy(l => l.Order).Select(l => new PassableLine(
                    l.Id, l.Item, l.ItemCode, l.Waiting, l.IsLabelled, [.. l.Pieces.Where(p => !p.OnPass).Select(p => p.Number)])),
            ],
            exit.OutsideReceiver, exit.ReturnDue);
    }
}

/// <summary>Who stands at the gate of a unit's site.</summary>
internal sealed class Gates(ChartOfCall charts, IBodyClock clock)
{
    public async Task<IReadOnlyList<PersonId>> GuardsOf(OrgUnitId unit, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        return [.. chart.PostsServing(Capacity.Guard, unit).SelectMany(p => chart.HoldersOf(p, clock.Today)).Distinct()];
    }
}
