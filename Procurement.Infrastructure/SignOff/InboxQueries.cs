using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.Inbox;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

/// <summary>The inbox of any person over every kind, read from open steps by post and by person; each branch walks its own index.</summary>
internal sealed class InboxQueries(ProcurementDb db, DocumentRegistry registry, ChartOfCall charts) : IInboxQueries, ISentQueries
{
    private const int PageSize = 50;

    public async Task<int> Count(InboxOwner owner, CancellationToken ct) => await Waiting(owner, false).CountAsync(ct);

    public async Task<InboxPage> Page(InboxOwner owner, Inbox asked, DateTimeOffset now, DateTimeOffset endOfTomorrow, CancellationToken ct)
    {
        var all = Waiting(owner, false);
        var perKind = await all.GroupBy(w => w.Sheet.Kind)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var overdue = await all.CountAsync(w => w.Step.DueAt < now, ct);
        var tomorrow = await all.CountAsync(w => w.Step.DueAt >= now && w.Step.DueAt < endOfTomorrow, ct);

        var rows = Waiting(owner, asked.ActingOnly);
        if (asked.Kind is { } only)
        {
            var kind = new DocumentKind(only);
            rows = rows.Where(w => w.Sheet.Kind == kind);
        }

        if (asked.After is { } after)
        {
            var due = StoredInstant.FromMicroseconds(after.DueAt);
            var last = DocumentId.From(after.DocumentId);
            rows = rows.Where(w => w.Step.DueAt > due || (w.Step.DueAt == due && w.Sheet.Id > last));
        }

        var page = await rows.OrderBy(w => w.Step.DueAt).ThenBy(w => w.Sheet.Id).Take(PageSize + 1)
            .Select(w => new
            {
                w.Sheet.Id, w.Sheet.Kind, w.Sheet.SeriesCode, w.Sheet.NumberYear, w.Sheet.NumberSerial, w.Sheet.Subject, w.Sheet.AmountRials, w.Sheet.UnitId,
                w.Sheet.ContentVersion, w.Sheet.UnderObjection, w.Sheet.OwnerId, w.Step.Capacity, w.Step.OpenedAt, w.Step.DueAt, w.Step.PostId, w.Step.PersonId, w.Step.ClaimedBy,
                Previous = w.Sheet.Steps.Where(s => s.Round == w.Step.Round && s.Order < w.Step.Order && s.SignedBy != null)
                    .OrderByDescending(s => s.Order).Select(s => s.SignedBy).FirstOrDefault(),
                Next = w.Sheet.Steps.Where(s => s.Round == w.Step.Round && s.Order > w.Step.Order && s.State == StepState.Waiting && s.JoinedToOrder == null)
                    .OrderBy(s => s.Order).Select(s => (Capacity?)s.Capacity).FirstOrDefault(),
            }).ToListAsync(ct);

        var shown = page.Take(PageSize).ToList();
        var ids = shown.ConvertAll(p => p.Id);
        var opened = (await db.Set<OpenedVersionRow>().Where(o => o.PersonId == owner.Person && ids.Contains(o.DocumentId)).ToListAsync(ct))
            .ToDictionary(o => o.DocumentId, o => o.ContentVersion);
        var chart = await charts.Get(ct);
        var own = owner.OwnPosts.ToHashSet();
        return new InboxPage(
            [.. shown.Select(p => new InboxRow(
                p.Id, p.Kind.Code, registry.NumberOf(p.Kind, p.SeriesCode, p.NumberYear, p.NumberSerial, false),
                registry.NumberOf(p.Kind, p.SeriesCode, p.NumberYear, p.NumberSerial, true), p.Subject, p.AmountRials, chart.Unit(p.UnitId)?.Name ?? "",
                chart.NameOf(p.Previous ?? p.OwnerId), p.Capacity, p.OpenedAt!.Value, p.DueAt!.Value, p.Next, p.ContentVersion,
                p.PersonId != owner.Person && (p.PostId is not { } post || !own.Contains(post)),
                opened.GetValueOrDefault(p.Id) == p.ContentVersion, p.UnderObjection, p.ClaimedBy is { } claimed ? chart.NameOf(claimed) : null))],
            [.. perKind.Select(k => new InboxCount(k.Key.Code, k.Count)).OrderBy(k => k.Kind, StringComparer.Ordinal)],
            perKind.Sum(k => k.Count), overdue, tomorrow,
            page.Count > PageSize ? new InboxCursor(StoredInstant.ToMicroseconds(shown[^1].DueAt!.Value), shown[^1].Id.Value) : null);
    }

    public async Task<SentPage> Page(PersonId owner, Sent asked, CancellationToken ct)
    {
        var sheets = db.Set<SignOffSheet>().Where(s => s.OwnerId == owner);
        if (asked.DraftsOnly) sheets = sheets.Where(s => s.State == DocumentState.Draft);
        if (asked.After is { } last) sheets = sheets.Where(s => s.Id < last);
        var page = await sheets.OrderByDescending(s => s.Id).Take(PageSize + 1)
            .Select(s => new
            {
                s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, s.Subject, s.AmountRials, s.State, s.OpenedAt,
                Suspended = s.Objections.Any(o => o.State != ObjectionState.Withdrawn && o.State != ObjectionState.ResponsibilityTaken),
                Open = s.Steps.Where(x => x.State == StepState.Open)
                    .Select(x => new { x.Capacity, x.PersonId, x.PostId, x.OpenedAt }).FirstOrDefault(),
            }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = page.Take(PageSize).ToList();
        return new SentPage(
            [.. shown.Select(s => new SentRow(
                s.Id, s.Kind.Code, s.NumberSerial == 0 ? "" : registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, false),
                s.NumberSerial == 0 ? "" : registry.NumberOf(s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, true),
                s.Subject, s.AmountRials, s.State, s.Suspended, s.Open?.Capacity,
                s.Open?.PersonId is { } person ? chart.NameOf(person) : null, s.Open?.OpenedAt, s.OpenedAt))],
            page.Count > PageSize ? shown[^1].Id : null);
    }

    private IQueryable<WaitingStep> Waiting(InboxOwner owner, bool actingOnly)
    {
        var posts = actingOnly ? owner.ActingPosts : [.. owner.OwnPosts, .. owner.ActingPosts];
        var persons = actingOnly ? owner.ActingForPersons : [owner.Person, .. owner.ActingForPersons];
        return
            from sheet in db.Set<SignOffSheet>()
            from step in sheet.Steps
            where step.State == StepState.Open
                && ((step.PostId != null && posts.Contains(step.PostId.Value)) || (step.PersonId != null && persons.Contains(step.PersonId.Value)))
                && (sheet.State == DocumentState.InRoute || sheet.State == DocumentState.InEffect)
            select new WaitingStep { Sheet = sheet, Step = step };
    }

    private sealed class WaitingStep
    {
        public required SignOffSheet Sheet { get; init; }

        public required RouteStep Step { get; init; }
    }
}
