using Microsoft.EntityFrameworkCore;
using Procurement.Application.Contracts.ListContracts;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Contracts;

internal sealed class ContractQueries(ProcurementDb db, ChartOfCall charts, DocumentRegistry registry) : IContractQueries
{
    private const int PageSize = 50;

    public async Task<ContractPage> Page(UnitScope scope, PersonId reader, ListContracts asked, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var sheets = Visible(scope, reader);
        var contracts = sheets.Where(s => s.Kind == Contract.Kind);
        var orders = sheets.Where(s => s.Kind == SourcingDecision.Kind && db.Set<PurchaseOrder>().Any(o => o.Id == s.Id));
        if (asked.After is { } after)
        {
            contracts = contracts.Where(s => s.Id < after);
            orders = orders.Where(s => s.Id < after);
        }

        var rows = (await Rows(contracts, chart, ct)).Concat(await Rows(orders, chart, ct)).OrderByDescending(r => r.Id).ToList();
        var shown = rows.Take(PageSize).ToList();
        var awaiting = asked.After is null
            ? await Rows(
                sheets.Where(s => s.Kind == SourcingDecision.Kind && s.State == DocumentState.InEffect && !db.Set<PurchaseOrder>().Any(o => o.Id == s.Id)
                    && !db.Set<Contract>().Any(c => c.InEffectFor == s.Id)), chart, ct)
            : [];
        return new ContractPage(shown, awaiting, rows.Count > PageSize ? shown[^1].Id : null);
    }

    private IQueryable<SignOffSheet> Visible(UnitScope scope, PersonId reader)
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.State != DocumentState.Draft || s.OwnerId == reader);
        if (scope.All) return sheets;
        var units = scope.Units.ToList();
        return sheets.Where(s => s.OwnerId == reader || units.Contains(s.UnitId));
    }

    private async Task<List<ContractRow>> Rows(IQueryable<SignOffSheet> sheets, OrganisationChart chart, CancellationToken ct)
    {
        var page = await sheets.OrderByDescending(s => s.Id).Take(PageSize + 1)
            .Select(s => new { s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, s.Subject, s.AmountRials, s.UnitId, s.State }).ToListAsync(ct);
        var ids = page.ConvertAll(p => p.Id);
        var orders = (await db.Set<PurchaseOrder>().Where(o => ids.Contains(o.Id)).ToListAsync(ct)).ToDictionary(o => o.Id);
        var deals = (await db.Set<Contract>().IgnoreAutoIncludes().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.SupplierId, Due = c.EndsOn }).ToListAsync(ct))
            .Concat(await db.Set<SourcingDecision>().IgnoreAutoIncludes().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.SupplierId, Due = d.DeliverBy }).ToListAsync(ct))
            .ToDictionary(d => d.Id);
        var suppliers = deals.Values.Select(d => d.SupplierId).Distinct().ToList();
        var names = (await db.Set<Supplier>().Where(s => suppliers.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct)).ToDictionary(s => s.Id, s => s.Name);
        return page.ConvertAll(p =>
        {
            var order = orders.GetValueOrDefault(p.Id);
            string Number(bool persian) => order?.Number(persian) ?? (p.NumberSerial == 0 ? "" : registry.NumberOf(p.Kind, p.SeriesCode, p.NumberYear, p.NumberSerial, persian));
            return new ContractRow(
                p.Id, order is null ? p.Kind.Code : PurchaseOrder.SeriesKind, Number(false), Number(true), p.Subject, p.AmountRials, names.GetValueOrDefault(deals[p.Id].SupplierId, ""),
                chart.Unit(p.UnitId)?.Name ?? "", p.State, deals[p.Id].Due);
        });
    }
}
