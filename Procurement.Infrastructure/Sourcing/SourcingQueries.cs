using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Sourcing;

internal sealed class SourcingQueries(ProcurementDb db, ChartOfCall charts) : ISourcingQueries
{
    public const int PageSize = 50;
    private const int FindingsPerPage = 20;
    private const int NamedLines = 3;

    public async Task<SourcingFilePage> Files(UnitScope scope, PersonId reader, ListSourcingFiles asked, CancellationToken ct)
    {
        var rows = await FilesAsked(scope, reader, asked).Take(PageSize + 1)
            .Select(f => new { f.Id, f.UnitId, f.BuyerId, f.State, f.Classification.Class, f.Method, f.DecisionId, f.OpenedAt, Prices = f.Prices.Count })
            .ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        var ids = shown.ConvertAll(r => r.Id);
        var lines = (await db.Set<SourcingFile>().IgnoreAutoIncludes().Where(f => ids.Contains(f.Id))
            .SelectMany(f => f.Lines, (f, l) => new { f.Id, l.Order, l.Description, l.Estimate }).ToListAsync(ct)).ToLookup(l => l.Id);
        var held = await OpenFindings(shown.ConvertAll(r => r.Id.Value).Concat(shown.Select(r => r.DecisionId?.Value).OfType<Guid>()).ToList(), ct);
        var chart = await charts.Get(ct);
        return new SourcingFilePage(
            [
                .. shown.Select(r => new SourcingFileRow(
                    r.Id, string.Join("، ", lines[r.Id].OrderBy(l => l.Order).Select(l => l.Description).Take(NamedLines)), lines[r.Id].Count(), chart.Unit(r.UnitId)?.Name ?? "", r.BuyerId,
                    chart.NameOf(r.BuyerId), r.State, r.Class, r.Method, lines[r.Id].Aggregate(Rials.Zero, (sum, l) => sum + l.Estimate), r.Prices,
                    held[r.Id.Value].Count() + (r.DecisionId is { } decision ? held[decision.Value].Count() : 0), r.DecisionId, r.OpenedAt)),
            ],
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    public async Task<(IReadOnlyList<SplittingFinding> Rows, bool HasMore)> Findings(UnitScope scope, ListFindings asked, CancellationToken ct)
    {
        var rows = await FindingsAsked(scope, asked).Take(FindingsPerPage + 1).ToListAsync(ct);
        return (rows.Take(FindingsPerPage).ToList(), rows.Count > FindingsPerPage);
    }

    public async Task<IReadOnlyList<SplittingFinding>> FindingsAbout(IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        await db.Set<SplittingFinding>().Where(f => subjects.Contains(f.SubjectId)).OrderBy(f => f.Id).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, FindingSubject>> Subjects(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var files = subjects.Select(SourcingFileId.From).ToList();
        var decisions = subjects.Select(s => new DocumentId(s)).ToList();
        var known = (await db.Set<SourcingDecision>().IgnoreAutoIncludes().Where(d => decisions.Contains(d.Id))
            .Select(d => new { d.Id, d.FileId, d.DecreeYear, d.SmallCeiling, d.MediumLimit, d.Boundary }).ToListAsync(ct))
            .ToDictionary(d => d.Id.Value, d => new FindingSubject(d.FileId, true, Decree(d.DecreeYear, d.SmallCeiling, d.MediumLimit, d.Boundary)));
        foreach (var f in await db.Set<SourcingFile>().IgnoreAutoIncludes().Where(f => files.Contains(f.Id))
            .Select(f => new { f.Id, f.Classification.DecreeYear, f.Classification.SmallCeiling, f.Classification.MediumLimit, f.Classification.Boundary }).ToListAsync(ct))
        {
            known[f.Id.Value] = new FindingSubject(f.Id, false, Decree(f.DecreeYear, f.SmallCeiling, f.MediumLimit, f.Boundary));
        }

        return known;
    }

    public async Task<OrderPage> Orders(UnitScope scope, ListOrders asked, CancellationToken ct)
    {
        var rows = await (
            from order in OrdersAsked(scope, asked).Take(PageSize + 1)
            join sheet in db.Set<SignOffSheet>().IgnoreAutoIncludes() on order.Id equals sheet.Id
            join supplier in db.Set<Supplier>().IgnoreAutoIncludes() on order.SupplierId equals supplier.Id
            orderby order.Id descending
            select new { Order = order, sheet.Subject, sheet.AmountRials, sheet.State, supplier.Name }).ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        var chart = await charts.Get(ct);
        return new OrderPage(
            [
                .. shown.Select(r => new OrderRow(
                    r.Order.Id, r.Order.Number(false), r.Order.Number(true), r.Subject, r.AmountRials, r.Name, chart.Unit(r.Order.UnitId)?.Name ?? "", r.Order.PlacedOn, r.Order.DeliverBy,
                    r.Order.ByImprest, r.State)),
            ],
            rows.Count > PageSize ? shown[^1].Order.Id : null);
    }

    public async Task<IReadOnlyList<DocumentId>> DecisionsOf(SourcingFileId file, CancellationToken ct) =>
        await db.Set<SourcingDecision>().IgnoreAutoIncludes().Where(d => d.FileId == file).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(ct);

    internal IQueryable<SourcingFile> FilesAsked(UnitScope scope, PersonId reader, ListSourcingFiles asked)
    {
        var files = db.Set<SourcingFile>().IgnoreAutoIncludes();
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            files = files.Where(f => units.Contains(f.UnitId) || f.BuyerId == reader);
        }

        if (asked.State is { } state) files = files.Where(f => f.State == state);
        if (asked.Class is { } dealClass) files = files.Where(f => f.Classification.Class == dealClass);
        if (asked.Buyer is { } buyer) files = files.Where(f => f.BuyerId == buyer);
        if (asked.After is { } after) files = files.Where(f => f.Id < after);
        return files.OrderByDescending(f => f.Id);
    }

    internal IQueryable<SplittingFinding> FindingsAsked(UnitScope scope, ListFindings asked)
    {
        var findings = db.Set<SplittingFinding>().AsQueryable();
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            findings = findings.Where(f => units.Contains(f.UnitId));
        }

        if (asked.Open is true) findings = findings.Where(f => f.Verdict == null);
        if (asked.Open is false) findings = findings.Where(f => f.Verdict != null);
        if (asked.After is { } after) findings = findings.Where(f => f.Id < after);
        return findings.OrderByDescending(f => f.Id);
    }

    internal IQueryable<PurchaseOrder> OrdersAsked(UnitScope scope, ListOrders asked)
    {
        var orders = db.Set<PurchaseOrder>().AsQueryable();
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            orders = orders.Where(o => units.Contains(o.UnitId));
        }

        if (asked.ByImprest is { } byImprest) orders = orders.Where(o => o.ByImprest == byImprest);
        if (asked.After is { } after) orders = orders.Where(o => o.Id < after);
        return orders.OrderByDescending(o => o.Id);
    }

    private async Task<ILookup<Guid, SplittingFindingId>> OpenFindings(List<Guid> subjects, CancellationToken ct) =>
        (await db.Set<SplittingFinding>().IgnoreAutoIncludes().Where(f => subjects.Contains(f.SubjectId) && f.Verdict == null).Select(f => new { f.SubjectId, f.Id }).ToListAsync(ct))
            .ToLookup(f => f.SubjectId, f => f.Id);

    private static ThresholdDecree Decree(int year, Rials small, Rials medium, SmallBoundary boundary) => new(year, small, medium, boundary, true, "", "");
}
