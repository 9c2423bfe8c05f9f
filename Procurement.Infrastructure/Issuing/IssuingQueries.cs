using Microsoft.EntityFrameworkCore;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Application.Issuing.ListVouchers;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Issuing;

internal sealed class IssuingQueries(ProcurementDb db, ChartOfCall charts, DocumentRegistry registry) : IIssuingQueries
{
    private const int PageSize = 50;
    private const int FindAtMost = 10;

    public async Task<VoucherPage> Vouchers(ListVouchers asked, UnitScope scope, PersonId reader, CancellationToken ct)
    {
        var sheets = Sheets(IssueVoucher.Kind, asked.After);
        if (PersianText.Fold(asked.Text ?? "") is { Length: > 0 } text) sheets = sheets.Where(s => s.SubjectFolded.Contains(text));
        sheets = asked.Only switch
        {
            VoucherFilter.InRoute => sheets.Where(s => s.State == DocumentState.InRoute),
            VoucherFilter.Open => sheets.Where(s => s.State == DocumentState.InEffect),
            VoucherFilter.Closed => sheets.Where(s => s.State == DocumentState.Closed),
            _ => sheets,
        };

        // Both sides see a voucher: the unit that asked, and the unit whose store hands over.
        var (all, units) = (scope.All, scope.Units.ToList());
        var rows = await (
            from sheet in sheets
            join voucher in db.Set<IssueVoucher>().IgnoreAutoIncludes() on sheet.Id equals voucher.Id
            join store in db.Set<Store>() on voucher.StoreId equals store.Id
            where asked.Store == null || voucher.StoreId == asked.Store
            where all || sheet.OwnerId == reader || voucher.RequesterId == reader || units.Contains(sheet.UnitId) || units.Contains(store.UnitId)
            where sheet.State != DocumentState.Draft || sheet.OwnerId == reader || sheet.NumberSerial > 0
            orderby sheet.Id descending
            select new
            {
                sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.Subject, sheet.AmountRials, sheet.UnitId, voucher.RequesterId, sheet.State, sheet.OpenedAt,
                store.Name, store.NameEn, LineCount = voucher.Lines.Count,
                WaitsFor = sheet.Steps.Where(s => s.State == StepState.Open).Select(s => (Capacity?)s.Capacity).FirstOrDefault(),
            }).Take(PageSize + 1).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).ToList();
        return new VoucherPage(
            [
                .. shown.Select(r => new VoucherRow(
                    r.Id, Number(IssueVoucher.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(IssueVoucher.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true),
                    r.Subject, r.Name, r.NameEn, chart.Unit(r.UnitId)?.Name ?? "", chart.Unit(r.UnitId)?.NameEn ?? "", chart.NameOf(r.RequesterId), r.AmountRials, r.State,
                    r.WaitsFor, r.LineCount, r.OpenedAt)),
            ],
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    public async Task<GatePassPage> Passes(ListGatePasses asked, UnitScope scope, PersonId reader, DateOnly today, CancellationToken ct)
    {
        var passes = Visible(Sheets(GatePass.Kind, asked.After), scope, reader);
        if (asked.Store is { } store) passes = passes.Where(p => p.Pass.StoreId == store);
        passes = asked.Only switch
        {
            PassFilter.AtTheGate => passes.Where(p => p.Sheet.State == DocumentState.InEffect && p.Pass.LeftAt == null),
            PassFilter.OnTheWay => passes.Where(p => p.Sheet.State == DocumentState.InEffect && p.Pass.LeftAt != null && p.Pass.ConfirmedAt == null),
            PassFilter.Disputed => passes.Where(p => p.Sheet.State == DocumentState.InEffect && p.Pass.ConfirmedAt != null && p.Pass.Lines.Any(l => l.Disputed > Quantity.Zero)),
            PassFilter.Away => passes.Where(p => p.Pass.Lines.Any(l => l.Away > Quantity.Zero)),
            PassFilter.Overdue => passes.Where(p => p.Pass.ReturnDue < today && p.Pass.Lines.Any(l => l.Away > Quantity.Zero)),
            _ => passes,
        };
        var rows = await Rows(passes.OrderByDescending(p => p.Sheet.Id).Take(PageSize + 1), today, ct);
        var shown = rows.Take(PageSize).ToList();
        return new GatePassPage(shown, rows.Count > PageSize ? shown[^1].Id : null);
    }

    public async Task<IReadOnlyList<GatePassRow>> FindPass(ScannedPass scanned, UnitScope scope, PersonId reader, DateOnly today, CancellationToken ct)
    {
        var sheets = Sheets(GatePass.Kind, null).Where(s => s.NumberSerial > 0);
        if (scanned.Id is { } id) sheets = sheets.Where(s => s.Id == id);
        else if (scanned.Serial is not { } serial) return [];
        else
        {
            sheets = sheets.Where(s => s.NumberSerial == serial);
            if (scanned.SeriesCode is { } series) sheets = sheets.Where(s => s.SeriesCode == series);
            if (scanned.Year is { } year) sheets = sheets.Where(s => s.NumberYear == year);
        }

        return await Rows(Visible(sheets, scope, reader).OrderByDescending(p => p.Sheet.Id).Take(FindAtMost), today, ct);
    }

    public async Task<IReadOnlyDictionary<DocumentId, DocumentLabel>> Labels(IReadOnlyCollection<DocumentId> documents, CancellationToken ct) =>
        await db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => documents.Contains(s.Id))
            .Select(s => new { s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial })
            .ToDictionaryAsync(
                s => s.Id,
                s => new DocumentLabel(
                    s.Id, s.Kind.Code, Number(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, false), Number(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, true)), ct);

    public async Task<IReadOnlyList<StoppedRow>> Stopped(UnitScope scope, CancellationToken ct)
    {
        var (all, units) = (scope.All, scope.Units.ToList());
        var rows = await (
            from pass in db.Set<GatePass>().IgnoreAutoIncludes()
            join sheet in db.Set<SignOffSheet>().IgnoreAutoIncludes() on pass.Id equals sheet.Id
            from stopped in pass.Stopped
            where all || units.Contains(sheet.UnitId)
            orderby stopped.StoppedAt descending, stopped.Id
            select new { sheet.Id, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, sheet.UnitId, stopped.Scanned, stopped.StoppedBy, stopped.StoppedAt })
            .Take(PageSize).ToListAsync(ct);
        var chart = await charts.Get(ct);
        return
        [
            .. rows.Select(r => new StoppedRow(
                r.Id, Number(GatePass.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(GatePass.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true), r.Scanned,
                chart.NameOf(r.StoppedBy), r.StoppedAt, chart.Unit(r.UnitId)?.Name ?? "", chart.Unit(r.UnitId)?.NameEn ?? "")),
        ];
    }

    private async Task<List<GatePassRow>> Rows(IQueryable<SeenPass> passes, DateOnly today, CancellationToken ct)
    {
        var rows = await passes.Select(p => new
        {
            p.Sheet.Id, p.Sheet.SeriesCode, p.Sheet.NumberYear, p.Sheet.NumberSerial, p.Sheet.State, p.Sheet.OpenedAt, p.Pass.Destination, p.Pass.Bearer, p.Pass.Vehicle,
            p.Pass.ReceiverId, p.Pass.OutsideReceiver, p.Pass.LeftAt, p.Pass.ConfirmedAt, p.Store.Name, p.Store.NameEn, Stopped = p.Pass.Stopped.Count,
            Disputed = p.Pass.Lines.Any(l => l.Disputed > Quantity.Zero), p.Pass.ReturnDue, Away = p.Pass.Lines.Any(l => l.Away > Quantity.Zero),
        }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        string Receiver(string outside, PersonId? inside) => outside.Length > 0 ? outside : inside is { } person ? chart.NameOf(person) : "";
        return rows.ConvertAll(r => new GatePassRow(
            r.Id, Number(GatePass.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(GatePass.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true), r.Destination,
            r.Bearer, r.Vehicle, r.Name, r.NameEn, Receiver(r.OutsideReceiver, r.ReceiverId), r.State, r.LeftAt, r.ConfirmedAt, r.Disputed, r.Stopped, r.OpenedAt,
            r.ReturnDue, r.Away, r.Away && r.ReturnDue < today));
    }

    private IQueryable<SignOffSheet> Sheets(DocumentKind kind, DocumentId? after)
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.Kind == kind);
        return after is { } last ? sheets.Where(s => s.Id < last) : sheets;
    }

    private IQueryable<SeenPass> Visible(IQueryable<SignOffSheet> sheets, UnitScope scope, PersonId reader)
    {
        var (all, units) = (scope.All, scope.Units.ToList());
        return
            from sheet in sheets
            join pass in db.Set<GatePass>().IgnoreAutoIncludes() on sheet.Id equals pass.Id
            join store in db.Set<Store>() on pass.StoreId equals store.Id
            where all || sheet.OwnerId == reader || pass.ReceiverId == reader || pass.RosterGuardId == reader || units.Contains(sheet.UnitId)
            where sheet.State != DocumentState.Draft || sheet.OwnerId == reader || sheet.NumberSerial > 0
            select new SeenPass { Sheet = sheet, Pass = pass, Store = store };
    }

    private string Number(DocumentKind kind, string series, int year, int serial, bool persian) => serial == 0 ? "" : registry.NumberOf(kind, series, year, serial, persian);

    private sealed class SeenPass
    {
        public required SignOffSheet Sheet { get; init; }

        public required GatePass Pass { get; init; }

        public required Store Store { get; init; }
    }
}
