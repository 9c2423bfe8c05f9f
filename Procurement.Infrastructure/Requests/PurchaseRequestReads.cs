using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.Facts;
using Procurement.Application.Requests.ListMissingGoods;
using Procurement.Application.Requests.ListPurchaseRequests;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Requests;

internal sealed class PurchaseRequestReads(ProcurementDb db, ChartOfCall charts, DocumentRegistry registry)
    : IPurchaseRequestFacts, IPurchaseRequestQueries
{
    private const int PageSize = 50;

    /// <summary>A purchase request in one of these states still asks for its lines.</summary>
    private static readonly DocumentState[] Live = [DocumentState.Draft, DocumentState.InRoute, DocumentState.InEffect, DocumentState.Closed];

    public async Task<IReadOnlyList<OpenNeed>> Waiting(UnitScope scope, DocumentId? of, NeedCursor? after, int take, CancellationToken ct)
    {
        var sheets = Visible(Sheets(), scope).Where(s => s.State == DocumentState.InEffect);
        if (of is { } one) sheets = sheets.Where(s => s.Id == one);
        var isFirst = after is null;
        var (last, order) = (after?.Request ?? default, after?.Order ?? 0);
        if (!isFirst) sheets = sheets.Where(s => s.Id >= last);
        var rows = await (
            from sheet in sheets
            join request in Requests() on sheet.Id equals request.Id
            from line in request.Lines
            where line.FileId == null && (isFirst || sheet.Id != last || line.Order > order)
            orderby sheet.Id, line.Order
            select new
            {
                sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.UnitId, sheet.OwnerId, sheet.EffectiveAt, request.NeededBy, request.Urgency,
                LineId = line.Id, line.Order, line.Kind, line.Item, line.Description, line.Quantity, line.UnitName, line.Estimate,
            }).Take(take).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new OpenNeed(
                r.Id, Number(r.SeriesCode, r.NumberYear, r.NumberSerial, true), Number(r.SeriesCode, r.NumberYear, r.NumberSerial, false), r.UnitId, r.OwnerId, r.EffectiveAt!.Value,
                r.NeededBy, r.Urgency is not null, r.LineId, r.Order, r.Kind, r.Item, r.Description, r.Quantity, r.UnitName, r.Estimate)),
        ];
    }

    public Task<IReadOnlyList<RequestedLine>> Requested(IReadOnlyCollection<OrgUnitId> units, DateTimeOffset since, CancellationToken ct)
    {
        DocumentState[] standing = [DocumentState.InRoute, DocumentState.InEffect, DocumentState.Closed];
        return LinesUnder(Sheets().Where(s => units.Contains(s.UnitId) && s.SubmittedAt >= since && standing.Contains(s.State)), ct);
    }

    public Task<IReadOnlyList<RequestedLine>> LinesOf(IReadOnlyCollection<DocumentId> requests, CancellationToken ct) =>
        LinesUnder(Sheets().Where(s => requests.Contains(s.Id)), ct);

    private async Task<IReadOnlyList<RequestedLine>> LinesUnder(IQueryable<SignOffSheet> sheets, CancellationToken ct)
    {
        var rows = await (
            from sheet in sheets
            join request in Requests() on sheet.Id equals request.Id
            from line in request.Lines
            select new
            {
                sheet.Id, LineId = line.Id, sheet.UnitId, sheet.OwnerId, sheet.SubmittedAt, sheet.OpenedAt, line.Kind, line.Item, line.Description, line.Estimate, request.DeliveryPlace,
                line.BudgetLine, line.FileId,
            }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new RequestedLine(
                r.Id, r.LineId, r.UnitId, r.OwnerId, r.SubmittedAt ?? r.OpenedAt, r.Kind, r.Item, r.Description, r.Estimate, r.DeliveryPlace, r.BudgetLine, r.FileId)),
        ];
    }

    public Task<int> UrgentCount(OrgUnitId unit, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => (
        from sheet in Sheets()
        where sheet.UnitId == unit && sheet.SubmittedAt >= @from && sheet.SubmittedAt <= to
        join request in Requests() on sheet.Id equals request.Id
        where request.Urgency != null
        select sheet.Id).CountAsync(ct);

    public async Task<PurchaseRequestPage> Page(DocumentSight sight, ListPurchaseRequests asked, CancellationToken ct)
    {
        var sheets = DocumentLines.Seen(db, sight).Where(s => s.Kind == PurchaseRequest.Kind);
        var words = PersianText.SearchWords(asked.Text);
        if (words.Count > 0) sheets = DocumentLines.Matching(sheets, words, registry);
        var counts = await sheets.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var urgent = from request in Requests() where request.Urgency != null select request.Id;
        var urgentCount = await sheets.CountAsync(s => urgent.Contains(s.Id), ct);
        if (asked.UrgentOnly) sheets = sheets.Where(s => urgent.Contains(s.Id));
        if (asked.State is { } state) sheets = sheets.Where(s => s.State == state);
        if (asked.After is { } after) sheets = sheets.Where(s => s.Id < after);

        var rows = await (
            from sheet in sheets
            join request in Requests() on sheet.Id equals request.Id
            orderby sheet.Id descending
            select new
            {
                sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.Subject, sheet.AmountRials, sheet.UnitId, sheet.OwnerId, sheet.State, sheet.OpenedAt,
                request.NeededBy, request.Urgency, LineCount = request.Lines.Count,
                WaitsFor = sheet.Steps.Where(s => s.State == StepState.Open).Select(s => (Capacity?)s.Capacity).FirstOrDefault(),
            }).Take(PageSize + 1).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).ToList();
        return new PurchaseRequestPage(
            [
                .. shown.Select(r => new PurchaseRequestRow(
                    r.Id, Number(r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(r.SeriesCode, r.NumberYear, r.NumberSerial, true), r.Subject, r.AmountRials,
                    chart.Unit(r.UnitId)?.Name ?? "", chart.Unit(r.UnitId)?.NameEn ?? "", chart.NameOf(r.OwnerId), r.State, r.WaitsFor, r.NeededBy, r.Urgency is not null, r.LineCount, r.OpenedAt)),
            ],
            counts.ToDictionary(c => c.Key, c => c.Count),
            urgentCount,
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    public async Task<IReadOnlyList<AskedQuantity>> AskedFor(DocumentId goodsRequest, DocumentId? except, CancellationToken ct)
    {
        var rows = await (
            from sheet in Sheets()
            where Live.Contains(sheet.State)
            join request in Requests() on sheet.Id equals request.Id
            where request.GoodsRequestId == goodsRequest
            from line in request.Lines
            where line.GoodsRequestLine != null
            orderby request.Id
            select new { request.Id, line.GoodsRequestLine, line.Quantity }).ToListAsync(ct);
        return [.. rows.Where(r => r.Id != except).Select(r => new AskedQuantity(r.Id, r.GoodsRequestLine!.Value, r.Quantity))];
    }

    public async Task<IReadOnlyList<MissingGoodsRow>> MissingOf(PersonId owner, CancellationToken ct)
    {
        var lacking = await (
            from sheet in db.Set<SignOffSheet>().IgnoreAutoIncludes()
            where sheet.Kind == GoodsRequest.Kind && sheet.OwnerId == owner && sheet.State == DocumentState.InEffect
            join request in db.Set<GoodsRequest>().IgnoreAutoIncludes() on sheet.Id equals request.Id
            where request.IsAnswered
            from line in request.Lines
            where line.Available != line.Quantity
            orderby sheet.Id
            select new
            {
                sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.EffectiveAt, request.Purpose, Line = line.Id, line.Quantity, line.Available,
            }).Take(PageSize).ToListAsync(ct);
        if (lacking.Count == 0) return [];

        var ids = lacking.Select(l => l.Id).Distinct().ToList();
        var asked = (await (
            from sheet in Sheets()
            where Live.Contains(sheet.State)
            join request in Requests() on sheet.Id equals request.Id
            where request.GoodsRequestId != null && ids.Contains(request.GoodsRequestId.Value)
            from line in request.Lines
            where line.GoodsRequestLine != null
            select new { line.GoodsRequestLine, line.Quantity }).ToListAsync(ct)).ToLookup(a => a.GoodsRequestLine!.Value, a => a.Quantity);
        return
        [
            .. lacking.Where(l => l.Quantity > asked[l.Line].Aggregate(l.Available, (sum, quantity) => sum + quantity)).DistinctBy(l => l.Id)
                .Select(l => new MissingGoodsRow(
                    l.Id, registry.NumberOf(GoodsRequest.Kind, l.SeriesCode, l.NumberYear, l.NumberSerial, false),
                    registry.NumberOf(GoodsRequest.Kind, l.SeriesCode, l.NumberYear, l.NumberSerial, true), l.Purpose, l.EffectiveAt!.Value)),
        ];
    }

    private IQueryable<SignOffSheet> Sheets() => db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.Kind == PurchaseRequest.Kind);

    private IQueryable<PurchaseRequest> Requests() => db.Set<PurchaseRequest>().IgnoreAutoIncludes();

    private static IQueryable<SignOffSheet> Visible(IQueryable<SignOffSheet> sheets, UnitScope scope)
    {
        if (scope.All) return sheets;
        var units = scope.Units.ToList();
        return sheets.Where(s => units.Contains(s.UnitId));
    }

    private string Number(string series, int year, int serial, bool persian) =>
        serial == 0 ? "" : registry.NumberOf(PurchaseRequest.Kind, series, year, serial, persian);
}
