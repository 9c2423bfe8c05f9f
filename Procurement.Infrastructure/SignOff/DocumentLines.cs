using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

/// <summary>Documents as lines, filtered in the database by what the reader may see.</summary>
internal sealed class DocumentLines(ProcurementDb db, DocumentRegistry registry, ChartOfCall charts) : IDocumentLines
{
    public async Task<IReadOnlyList<DocumentLine>> Of(IReadOnlyCollection<DocumentId> ids, DocumentSight sight, CancellationToken ct) =>
        await Read(Seen(sight).Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id), ct);

    private IQueryable<SignOffSheet> Seen(DocumentSight sight)
    {
        var sheets = db.Set<SignOffSheet>().IgnoreAutoIncludes();
        if (sight.Scope.All) return sheets;

        var me = sight.Person;
        var units = sight.Scope.Units.ToList();
        var posts = sight.Posts;
        return sheets.Where(s => s.OwnerId == me || units.Contains(s.UnitId)
            || s.Steps.Any(x => x.PersonId == me || x.SignedBy == me || (x.PostId != null && posts.Contains(x.PostId.Value))));
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
