using Microsoft.EntityFrameworkCore;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Contracts;

/// <summary>Orders and contracts under one face: an order is its decision, a contract carries the award on.</summary>
internal sealed class OrderFacts(ProcurementDb db, DocumentRegistry registry) : IOrderFacts
{
    public async Task<DealFacts?> Find(DocumentId deal, CancellationToken ct)
    {
        if (await db.Set<Contract>().AsSplitQuery().FirstOrDefaultAsync(c => c.Id == deal, ct) is { } contract) return await Of(contract, ct);
        return await db.Set<PurchaseOrder>().FirstOrDefaultAsync(o => o.Id == deal, ct) is { } order
            ? await Of(order, (await db.Set<SourcingDecision>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == deal, ct))!, ct)
            : null;
    }

    public async Task<IReadOnlyList<OpenDeal>> InEffect(UnitScope scope, DealWork work, CancellationToken ct)
    {
        var goods = work == DealWork.Goods;
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.State == DocumentState.InEffect);
        var units = scope.Units.ToList();
        var all = scope.All;

        // Goods are looked for at the stores of the scope, services and works at the units that asked for them.
        var orders = await (
            from order in db.Set<PurchaseOrder>()
            join sheet in sheets on order.Id equals sheet.Id
            join decision in db.Set<SourcingDecision>().IgnoreAutoIncludes() on order.Id equals decision.Id
            where decision.Lines.Any(l => goods
                ? l.ItemKind == ItemKind.Goods && db.Set<PurchaseRequest>().Any(r => r.Id == l.RequestId && db.Set<Store>().Any(s => s.Id == r.StoreId && (all || units.Contains(s.UnitId))))
                : l.ItemKind != ItemKind.Goods && (all || units.Contains(l.UnitId)))
            orderby order.Id descending
            select order).Take(PageSize).ToListAsync(ct);
        var contracts = await (
            from contract in db.Set<Contract>().IgnoreAutoIncludes()
            join sheet in sheets on contract.Id equals sheet.Id
            where contract.Lines.Any(l => goods
                ? l.ItemKind == ItemKind.Goods && db.Set<PurchaseRequest>().Any(r => r.Id == l.RequestId && db.Set<Store>().Any(s => s.Id == r.StoreId && (all || units.Contains(s.UnitId))))
                : l.ItemKind != ItemKind.Goods && (all || units.Contains(l.UnitId)))
            orderby contract.Id descending
            select new { contract.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, contract.SupplierId, contract.EndsOn }).Take(PageSize).ToListAsync(ct);
        var names = await Names([.. orders.Select(o => o.SupplierId), .. contracts.Select(c => c.SupplierId)], ct);
        return
        [
            .. orders.Select(o => new OpenDeal(o.Id, SourcingDecision.Kind, o.Number(false), o.Number(true), names[o.SupplierId], o.DeliverBy))
                .Concat(contracts.Select(c => new OpenDeal(
                    c.Id, Contract.Kind, registry.NumberOf(Contract.Kind, c.SeriesCode, c.NumberYear, c.NumberSerial, false),
                    registry.NumberOf(Contract.Kind, c.SeriesCode, c.NumberYear, c.NumberSerial, true), names[c.SupplierId], c.EndsOn)))
                .OrderByDescending(d => d.Id).Take(PageSize),
        ];
    }

    private const int PageSize = 200;

    private async Task<DealFacts> Of(PurchaseOrder order, SourcingDecision decision, CancellationToken ct)
    {
        var stores = await Stores([.. decision.Lines.Select(l => l.RequestId).Distinct()], ct);
        return new DealFacts(
            decision.Id, SourcingDecision.Kind, order.Number(false), order.Number(true),
            order.ByImprest ? DealForm.Imprest : DealForm.Order, decision.SignOff.State is DocumentState.InEffect, decision.IsUrgent,
            decision.SignOff.UnitId, decision.SupplierId, (await Names([decision.SupplierId], ct))[decision.SupplierId], decision.BuyerId, decision.SignOff,
            [.. decision.Lines.OrderBy(l => l.Order).Select(l => new DealLine(
                l.Id, l.Order, l.ItemKind, l.Item, l.Description, l.UnitName, l.Specification, l.Quantity, l.UnitPrice, l.RequesterId, l.UnitId,
                l.ItemKind == ItemKind.Goods ? stores.GetValueOrDefault(l.RequestId) : null, decision.DeliverBy))]);
    }

    private async Task<DealFacts> Of(Contract contract, CancellationToken ct)
    {
        var stores = await Stores([.. contract.Lines.Select(l => l.RequestId).Distinct()], ct);
        var sheet = contract.SignOff;
        return new DealFacts(
            contract.Id, Contract.Kind, Number(sheet, false), Number(sheet, true), DealForm.Contract, sheet.State is DocumentState.InEffect,
            contract.IsUrgent, sheet.UnitId, contract.SupplierId,
            (await Names([contract.SupplierId], ct))[contract.SupplierId], contract.BuyerId, sheet,
            [.. contract.Lines.OrderBy(l => l.Order).Select(l => new DealLine(
                l.Id, l.Order, l.ItemKind, l.Item, l.Description, l.UnitName, l.Specification, l.Quantity, l.UnitPrice, l.RequesterId, l.UnitId,
                l.ItemKind == ItemKind.Goods ? stores.GetValueOrDefault(l.RequestId) : null,
                contract.Schedule.Where(i => i.LineId == l.Id).Select(i => (DateOnly?)i.DueOn).Max() ?? contract.EndsOn))]);
    }

    private async Task<Dictionary<DocumentId, StoreId?>> Stores(List<DocumentId> requests, CancellationToken ct) =>
        (await db.Set<PurchaseRequest>().IgnoreAutoIncludes().Where(r => requests.Contains(r.Id)).Select(r => new { r.Id, r.StoreId }).ToListAsync(ct)).ToDictionary(r => r.Id, r => r.StoreId);

    private async Task<Dictionary<SupplierId, string>> Names(List<SupplierId> suppliers, CancellationToken ct) =>
        (await db.Set<Supplier>().Where(s => suppliers.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct)).ToDictionary(s => s.Id, s => s.Name);

    private string Number(SignOffSheet sheet, bool persian) =>
        sheet.HasNumber ? registry.NumberOf(Contract.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian) : "";
}
