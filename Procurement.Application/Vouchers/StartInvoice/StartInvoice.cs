using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Vouchers.StartInvoice;

/// <summary>What an invoice page opens with: the deals of the buyer's units, and the lines of the one he chose with what waits to be billed.</summary>
/// <param name="Deal">The deal chosen, or a receipt or acceptance of it; null before.</param>
[Requires(VouchersPermissions.EnterInvoice)]
public sealed record StartInvoice(DocumentId? Deal) : IQuery<Result<InvoiceStart>>;

public sealed record InvoiceStart(IReadOnlyList<OpenDeal> Deals, BillableDeal? Deal);

public sealed record BillableDeal(DocumentId Id, string Number, string NumberFa, string SupplierName, bool ByImprest, IReadOnlyList<BillableLine> Lines);

/// <summary>A line of a deal, with what was accepted of it and not billed yet.</summary>
public sealed record BillableLine(
    Guid Line, int Order, ItemKind Kind, string Description, string UnitName, Quantity Ordered, Rials AgreedPrice, Quantity Accepted, Quantity Unbilled, Rials UnbilledPrice);

internal sealed class StartInvoiceHandler(
    IOrderFacts orders, IAcceptedDeliveries deliveries, ILineProgress progress, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartInvoice, Result<InvoiceStart>>
{
    public async Task<Result<InvoiceStart>> Handle(StartInvoice query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        var deals = (await orders.InEffect(scope, DealWork.Goods, cancellationToken))
            .Concat(await orders.InEffect(scope, DealWork.ServicesAndWorks, cancellationToken)).DistinctBy(d => d.Id).OrderByDescending(d => d.Id).ToList();
        if (query.Deal is not { } chosen) return new InvoiceStart(deals, null);
        if (await orders.Find(chosen, cancellationToken) is not { } deal || !scope.Covers(deal.UnitId)) return Refusal.NotFound("supplier-invoice.deal-not-found");

        var accepted = await deliveries.Of(deal.Id, cancellationToken);
        var billed = await progress.Of(LineStage.Billed, [.. accepted.Select(d => d.Line)], cancellationToken);
        return new InvoiceStart(deals, new BillableDeal(
            deal.Id, deal.Number, deal.NumberFa, deal.SupplierName, deal.Form == DealForm.Imprest,
            [.. deal.Lines.OrderBy(l => l.Order).Select(line =>
            {
                var mine = accepted.Where(d => d.BasisLine == line.LineId).ToList();
                var open = mine.Select(d => (d.UnitPrice, Left: Quantity.FromScaled(Math.Max(0, d.Quantity.Scaled - billed.GetValueOrDefault(d.Line).Scaled)))).ToList();
                return new BillableLine(
                    line.LineId, line.Order, line.Kind, line.Description, line.UnitName, line.Ordered, line.UnitPrice,
                    mine.Aggregate(Quantity.Zero, (sum, d) => sum + d.Quantity), open.Aggregate(Quantity.Zero, (sum, d) => sum + d.Left),
                    open.Aggregate(Rials.Zero, (sum, d) => sum + Rials.Price(d.Left, d.UnitPrice)));
            })]));
    }
}
