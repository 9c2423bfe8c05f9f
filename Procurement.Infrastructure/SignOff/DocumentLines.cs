using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Shared.Search;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

/// <summary>Documents as lines, filtered in the database by what the reader may see.</summary>
internal sealed class DocumentLines(ProcurementDb db, DocumentRegistry registry, ChartOfCall charts) : IDocumentLines, IDocumentLists
{
    private const int PageSize = 50;

    public async Task<IReadOnlyList<DocumentLine>> Of(IReadOnlyCollection<DocumentId> ids, DocumentSight sight, CancellationToken ct) =>
        await Read(Seen(sight).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id), ct);

    /// <summary>Newest first; a document is found when its subject has every word, or a word is its number or the tail of it.</summary>
    public async Task<IReadOnlyList<DocumentLine>> Search(IReadOnlyList<string> words, int take, DocumentSight sight, CancellationToken ct) =>
        words.Count == 0 ? [] : await Read(Matching(Seen(sight), words, registry).OrderByDescending(s => s.Id).Take(take), ct);

    public async Task<DocumentListPage> Page(BrowseDocuments asked, DocumentSight sight, CancellationToken ct)
    {
        var kind = new DocumentKind(asked.Kind);
        var sheets = Seen(sight).Where(s => s.Kind == kind);
        var words = PersianText.SearchWords(asked.Text);
        if (words.Count > 0) sheets = Matching(sheets, words, registry);
        var counts = await sheets.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        if (asked.State is { } state) sheets = sheets.Where(s => s.State == state);
        if (asked.After is { } last) sheets = sheets.Where(s => s.Id < last);

        var rows = await sheets.OrderByDescending(s => s.Id).Take(PageSize + 1).Select(s => new
        {
            s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, s.Subject, s.AmountRials, s.State, s.UnitId, s.OwnerId, s.OpenedAt,
            WaitsFor = s.Steps.Where(x => x.State == StepState.Open).Select(x => (Capacity?)x.Capacity).FirstOrDefault(),
        }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        var shown = rows.Take(PageSize).ToList();
        return new DocumentListPage(
            [.. shown.Select(r => new DocumentListRow(
                r.Id, r.Kind.Code, Number(r.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(r.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true),
                r.Subject, r.AmountRials, chart.Unit(r.UnitId)?.Name ?? "", chart.Unit(r.UnitId)?.NameEn ?? "", chart.NameOf(r.OwnerId), r.State, r.WaitsFor, r.OpenedAt))],
            [.. counts.OrderBy(c => c.Key).Select(c => new StateCount(c.Key, c.Count))],
            rows.Count > PageSize ? shown[^1].Id : null);
    }

    private IQueryable<SignOffSheet> Seen(DocumentSight sight) => Seen(db, sight);

    /// <summary>The documents a reader may see: his own, those of his units, those he has a part in.</summary>
    internal static IQueryable<SignOffSheet> Seen(ProcurementDb db, DocumentSight sight)
    {
        var me = sight.Person;
        // Another's draft is nobody's business until it has a number.
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes().Where(s => s.State != DocumentState.Draft || s.OwnerId == me || s.NumberSerial > 0);
        if (sight.Scope.All) return sheets;

        var units = sight.Scope.Units.ToList();
        var posts = sight.Posts;
        return sheets.Where(s => s.OwnerId == me || units.Contains(s.UnitId)
            || s.Steps.Any(x => x.PersonId == me || x.SignedBy == me || (x.PostId != null && posts.Contains(x.PostId.Value))));
    }

    /// <summary>The documents whose subject has every word, or whose number or its tail a word is.</summary>
    internal static IQueryable<SignOffSheet> Matching(IQueryable<SignOffSheet> sheets, IReadOnlyList<string> words, DocumentRegistry registry)
    {
        foreach (var word in words)
        {
            if (DocumentNumber.TryParse(word, out var number))
            {
                var kinds = registry.Kinds.Where(k => PersianText.Fold(k.PrefixFa) == PersianText.Fold(number.Prefix) || k.PrefixEn == number.Prefix).Select(k => k.Kind).ToList();
                var (year, serial, series) = (number.FiscalYear.Year, number.Serial, number.SeriesCode);
                sheets = sheets.Where(s => kinds.Contains(s.Kind) && s.NumberYear == year && s.NumberSerial == serial && s.SeriesCode == series);
            }
            else if (DocumentNumber.Tail(word) is { } tail)
            {
                sheets = sheets.Where(s => s.NumberSerial == tail || s.SubjectFolded.Contains(word));
            }
            else
            {
                sheets = sheets.Where(s => s.SubjectFolded.Contains(word));
            }
        }

        return sheets;
    }

    private async Task<IReadOnlyList<DocumentLine>> Read(IQueryable<SignOffSheet> sheets, CancellationToken ct)
    {
        var rows = await sheets.Select(s => new
        {
            s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, s.Subject, s.AmountRials, s.State, s.UnitId, s.OpenedAt,
        }).ToListAsync(ct);
        var chart = await charts.Get(ct);
        return [.. rows.Select(r => new DocumentLine(
            r.Id, r.Kind.Code, Number(r.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, false), Number(r.Kind, r.SeriesCode, r.NumberYear, r.NumberSerial, true),
            r.Subject, r.AmountRials, r.State, chart.Unit(r.UnitId)?.Name ?? "", r.OpenedAt))];
    }

    private string Number(DocumentKind kind, string series, int year, int serial, bool persian) =>
        serial == 0 ? "" : registry.NumberOf(kind, series, year, serial, persian);
}

/// <summary>Documents in the global search: by number in any digits, by its bare tail, or by subject.</summary>
internal sealed class DocumentSearch(DocumentLines lines, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : ISearchSource
{
    public string Kind => "document";

    public string Permission => SignOffPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchAsked asked, CancellationToken ct)
    {
        var sight = DocumentSight.Of(await charts.Get(ct), actor.Person, clock.Today);
        var found = await lines.Search(asked.Words, asked.Take, sight, ct);
        return [.. found.Select(d => new SearchHit(Kind, d.NumberFa, d.Number, d.Subject, d.DocumentId.Value.ToString("D")))];
    }
}
