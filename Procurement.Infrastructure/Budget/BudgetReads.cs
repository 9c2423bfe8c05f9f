using Microsoft.EntityFrameworkCore;
using Procurement.Application.Budget;
using Procurement.Application.Budget.Facts;
using Procurement.Application.Budget.ListBudgetLines;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Domain.Budget;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Budget;

internal sealed class BudgetReads(ProcurementDb db, ChartOfCall charts, DocumentRegistry registry) : IBudgetFacts, IBudgetQueries
{
    private const int PageSize = 50;

    public Task<BudgetLine?> Line(BudgetLineId line, CancellationToken ct) => db.Set<BudgetLine>().FirstOrDefaultAsync(l => l.Id == line, ct);

    public async Task<BudgetLineCredit?> Credit(BudgetLineId line, CancellationToken ct) =>
        (await Joined(db.Set<BudgetLine>().Where(l => l.Id == line)).ToListAsync(ct)).Select(Credit).FirstOrDefault();

    public async Task<IReadOnlyList<BudgetLineCredit>> OpenLines(IReadOnlyCollection<OrgUnitId> units, FiscalYear year, CancellationToken ct) =>
        [.. (await Joined(db.Set<BudgetLine>().Where(l => l.Year == year.Year && l.IsOpen && units.Contains(l.UnitId)).OrderBy(l => l.Code)).ToListAsync(ct)).Select(Credit)];

    public async Task<IReadOnlyList<BudgetHold>> HoldsOf(DocumentId document, CancellationToken ct) =>
        [.. (await db.Set<BudgetHoldRow>().Where(h => h.DocumentId == document && h.Amount > 0)
                .OrderBy(h => h.DocumentLine).ThenBy(h => h.LineId).ThenBy(h => h.Bucket).ToListAsync(ct))
            .Select(h => new BudgetHold(h.DocumentId, h.DocumentLine, h.LineId, h.Bucket, Rials.FromStored(h.Amount)))];

    public async Task<BudgetLinePage> Lines(UnitScope scope, ListBudgetLines asked, CancellationToken ct)
    {
        var lines = db.Set<BudgetLine>().Where(l => l.Year == asked.Year);
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            lines = lines.Where(l => units.Contains(l.UnitId));
        }

        if (asked.CreditKind is { } kind) lines = lines.Where(l => l.CreditKind == kind);
        if (asked.UnitId is { } unit) lines = lines.Where(l => l.UnitId == unit);
        if (PersianText.Fold(asked.Text ?? "") is { Length: > 0 } text) lines = lines.Where(l => l.TitleFolded.Contains(text));
        if (asked.After is { } after)
        {
            var last = BudgetLineId.From(after.Id);
#pragma warning disable CA1309 // Becomes SQL, where both engines compare text by its bytes.
            lines = lines.Where(l => string.Compare(l.Code, after.Code) > 0 || (l.Code == after.Code && l.Id > last));
#pragma warning restore CA1309
        }

        var rows = await Joined(lines.OrderBy(l => l.Code).ThenBy(l => l.Id).Take(PageSize + 1)).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).Select(r => Row(r, chart)).ToList();
        return new BudgetLinePage(shown, rows.Count > PageSize ? new BudgetLineCursor(shown[^1].Code, shown[^1].Id.Value) : null);
    }

    public async Task<IReadOnlyList<BudgetEntryRow>> Entries(BudgetLineId line, long? before, int take, CancellationToken ct)
    {
        var entries = db.Set<BudgetEntryRecord>().Where(e => e.LineId == line);
        if (before is { } seq) entries = entries.Where(e => e.Seq < seq);
        var page = await entries.OrderByDescending(e => e.Seq).Take(take).ToListAsync(ct);

        var sources = page.Select(e => DocumentId.From(e.Source)).Distinct().ToList();
        var sheets = (await db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => sources.Contains(s.Id))
                .Select(s => new { s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial }).ToListAsync(ct))
            .ToDictionary(s => s.Id.Value);
        return
        [
            .. page.Select(e => sheets.TryGetValue(e.Source, out var s) && s.NumberSerial > 0
                ? new BudgetEntryRow(e.Seq, e.At, e.FromBucket, e.ToBucket, e.Amount, e.Stage, e.Source, s.Kind.Code,
                    registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, false), registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, true))
                : new BudgetEntryRow(e.Seq, e.At, e.FromBucket, e.ToBucket, e.Amount, e.Stage, e.Source, null, "", "")),
        ];
    }

    public async Task<IReadOnlyList<AllotmentRow>> Allotments(UnitScope scope, BudgetLineId? line, bool waitingOnly, CancellationToken ct)
    {
        var allotments = db.Set<Allotment>().AsQueryable();
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            allotments = allotments.Where(a => units.Contains(a.UnitId));
        }

        if (line is { } of) allotments = allotments.Where(a => a.LineId == of || a.FromLineId == of);
        if (waitingOnly) allotments = allotments.Where(a => a.State == AllotmentState.Proposed);
        var rows = await (
            from a in allotments.OrderByDescending(a => a.Id).Take(200)
            join l in db.Set<BudgetLine>() on a.LineId equals l.Id
            join f in db.Set<BudgetLine>() on a.FromLineId equals (BudgetLineId?)f.Id into froms
            from f in froms.DefaultIfEmpty()
            orderby a.Id descending
            select new { Allotment = a, l.Code, FromCode = f == null ? null : f.Code }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        return
        [
            .. rows.Select(r => new AllotmentRow(
                r.Allotment.Id, r.Allotment.Kind, r.Allotment.State, r.Allotment.LineId, r.Code, r.FromCode, r.Allotment.Amount.Amount, r.Allotment.LetterNumber,
                r.Allotment.LetterDate, r.Allotment.LegalBasis, r.Allotment.ProposedBy, chart.NameOf(r.Allotment.ProposedBy), r.Allotment.ProposedAt,
                r.Allotment.DecidedBy is { } by ? chart.NameOf(by) : "", r.Allotment.DecidedAt, r.Allotment.Reason)),
        ];
    }

    private IQueryable<LineAndBalance> Joined(IQueryable<BudgetLine> lines) =>
        from line in lines
        join balance in db.Set<BudgetBalanceRow>() on line.Id equals balance.LineId into balances
        from balance in balances.DefaultIfEmpty()
        orderby line.Code, line.Id
        select new LineAndBalance { Line = line, Balance = balance };

    private static BudgetLineCredit Credit(LineAndBalance row)
    {
        var b = row.Balance ?? new BudgetBalanceRow();
        var l = row.Line;
        return new BudgetLineCredit(
            l.Id, l.Code, l.Title, l.UnitId, l.Year, l.CreditKind, l.IsOpen, Rials.FromStored(b.Free + b.Reserved + b.Committed + b.Spent + b.Paid),
            Rials.FromStored(b.Free), Rials.FromStored(b.Reserved), Rials.FromStored(b.Committed), Rials.FromStored(b.Spent), Rials.FromStored(b.Paid));
    }

    private static BudgetLineRow Row(LineAndBalance row, OrganisationChart chart)
    {
        var (l, c) = (row.Line, Credit(row));
        return new BudgetLineRow(
            l.Id, l.Code, l.Title, l.Programme, l.Chapter, l.CreditKind, l.Year, l.UnitId, chart.Unit(l.UnitId)?.Name ?? "", l.IsOpen,
            c.Allotted.Amount, c.Free.Amount, c.Reserved.Amount, c.Committed.Amount, c.Spent.Amount, c.Paid.Amount);
    }

    private sealed class LineAndBalance
    {
        public required BudgetLine Line { get; init; }

        public BudgetBalanceRow? Balance { get; init; }
    }
}
