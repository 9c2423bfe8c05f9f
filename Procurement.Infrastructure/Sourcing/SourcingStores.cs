using Microsoft.EntityFrameworkCore;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Sourcing;
using Procurement.Application.Sourcing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Sourcing;

internal sealed class SourcingFileStore(ProcurementDb db, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : ISourcingFiles
{
    public async Task<SourcingFile?> Find(SourcingFileId id, CancellationToken ct)
    {
        var file = await Load(id, ct);
        if (file is null || actor.IsSystem || file.BuyerId == actor.Person) return file;
        return (await charts.Get(ct)).ScopeOf(actor.Person, clock.Today).Covers(file.UnitId) ? file : null;
    }

    public Task<SourcingFile?> Load(SourcingFileId id, CancellationToken ct) => db.Tracked<SourcingFile>().AsSplitQuery().FirstOrDefaultAsync(f => f.Id == id, ct);

    public void Add(SourcingFile file) => db.Add(file);
}

internal sealed class SplittingFindingStore(ProcurementDb db) : ISplittingFindings
{
    public Task<SplittingFinding?> Find(SplittingFindingId id, CancellationToken ct) => db.Tracked<SplittingFinding>().FirstOrDefaultAsync(f => f.Id == id, ct);

    public async Task<IReadOnlyList<SplittingFinding>> About(OrgUnitId unit, string set, CancellationToken ct)
    {
        var known = SplittingFinding.Known(set);
        return await db.Set<SplittingFinding>().Where(f => f.UnitId == unit && f.Set == known).OrderBy(f => f.Id).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<SplittingFinding>> Blocking(IReadOnlyCollection<Guid> subjects, CancellationToken ct) =>
        await db.Set<SplittingFinding>()
            .Where(f => subjects.Contains(f.SubjectId) && (f.Verdict == null || (f.Verdict == SplittingVerdict.OneSet && f.At != ExaminedAt.Request))).OrderBy(f => f.Id).ToListAsync(ct);

    public void Add(SplittingFinding finding) => db.Add(finding);
}

internal sealed class OrderBookStore(ProcurementDb db) : IOrderBooks
{
    public Task<PurchaseOrder?> FindOrder(DocumentId decision, CancellationToken ct) => db.Tracked<PurchaseOrder>().FirstOrDefaultAsync(o => o.Id == decision, ct);

    public Task<ImprestBook?> FindImprest(PersonId buyer, CancellationToken ct) => db.Tracked<ImprestBook>().FirstOrDefaultAsync(b => b.Id == buyer, ct);

    public void Add(PurchaseOrder order) => db.Add(order);

    public void Add(ImprestBook book) => db.Add(book);
}

internal sealed class SourcingReads(ProcurementDb db) : IAwards, ISourcingFacts
{
    public async Task<IReadOnlyList<AwardedLine>> Of(IReadOnlyCollection<Guid> files, CancellationToken ct)
    {
        if (files.Count == 0) return [];
        var ids = files.Select(SourcingFileId.From).ToList();
        DocumentState[] standing = [DocumentState.InRoute, DocumentState.InEffect, DocumentState.Closed];
        var rows = await (
            from decision in db.Set<SourcingDecision>().IgnoreAutoIncludes()
            where ids.Contains(decision.FileId)
            join sheet in db.Set<SignOffSheet>().IgnoreAutoIncludes() on decision.Id equals sheet.Id
            where standing.Contains(sheet.State)
            from line in decision.Lines
            select new { decision.FileId, line.RequestLine, line.Price, decision.SupplierId, sheet.SubmittedAt }).ToListAsync(ct);
        return [.. rows.Select(r => new AwardedLine(r.FileId.Value, r.RequestLine, r.Price, r.SupplierId, TehranTime.LocalDate(r.SubmittedAt!.Value)))];
    }

    public Task<SourcingDecision?> Decision(DocumentId decision, CancellationToken ct) =>
        db.Set<SourcingDecision>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == decision, ct);

    public Task<PurchaseOrder?> Order(DocumentId decision, CancellationToken ct) => db.Set<PurchaseOrder>().FirstOrDefaultAsync(o => o.Id == decision, ct);

    public async Task<IReadOnlyList<DocumentId>> AwaitingContract(UnitScope scope, CancellationToken ct)
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.Kind == SourcingDecision.Kind && s.State == DocumentState.InEffect);
        if (!scope.All)
        {
            var units = scope.Units.ToList();
            sheets = sheets.Where(s => units.Contains(s.UnitId));
        }

        return await (
            from sheet in sheets
            where !db.Set<PurchaseOrder>().Any(o => o.Id == sheet.Id)
            orderby sheet.Id
            select sheet.Id).ToListAsync(ct);
    }
}

/// <summary>Numbers orders without a gap, per unit and financial year, in the transaction that places them.</summary>
internal sealed class OrderNumbers(ISqlSession sql) : ILedger
{
    public int Order => 80;

    public bool Takes(Posting posting) => posting is OrderNumberPosting;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        foreach (var order in postings.Cast<OrderNumberPosting>().OrderBy(o => o.SeriesCode, StringComparer.Ordinal).ThenBy(o => o.OrderId))
        {
            var serial = (await sql.Query(
                $"""
                INSERT INTO number_counter (kind, series, year, last) VALUES ({PurchaseOrder.SeriesKind}, {order.SeriesCode}, {order.Year}, 1)
                ON CONFLICT (kind, series, year) DO UPDATE SET last = number_counter.last + 1 RETURNING last
                """, row => row.GetInt32(0), ct))[0];
            await sql.Execute($"UPDATE purchase_order SET number_serial = {serial} WHERE id = {order.OrderId}", ct);
        }

        return Result.Ok;
    }
}
