using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

internal sealed class DocumentReader(
    ProcurementDb db, DocumentStore store, DocumentRegistry registry, ChartOfCall charts, IBodyClock clock) : IDocumentReader
{
    public async Task<Document?> Find(DocumentId id, CancellationToken ct) => await store.Visible(await store.LoadAny(id, false, ct), ct);

    public async Task<SheetView> Describe(Document document, PersonId reader, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var sheet = document.SignOff;
        var unit = chart.Unit(sheet.UnitId);
        var mine = chart.AuthoritiesOf(reader, clock.Today).Select(a => a.Post.Id).ToHashSet();
        var seen = await db.Set<OpenedVersionRow>().Where(o => o.PersonId == reader && o.DocumentId == sheet.Id)
            .Select(o => (int?)o.ContentVersion).FirstOrDefaultAsync(ct);
        return new SheetView(
            sheet.Id, sheet.Kind.Code, Number(sheet, false), Number(sheet, true), sheet.State, sheet.ContentVersion, CanonicalWriter.Seal(document).Sha256,
            sheet.Subject, sheet.AmountRials, unit?.Name ?? "", unit?.NameEn ?? "", sheet.OwnerId, chart.NameOf(sheet.OwnerId),
            sheet.OpenedAt, sheet.SubmittedAt, sheet.EffectiveAt, sheet.IsSuspended, sheet.UnderObjection, seen,
            [.. sheet.CurrentSteps.Select(s => Step(s, sheet, chart, reader, mine))],
            [.. sheet.Acts.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => new ActView(
                a.Code, chart.NameOf(a.PersonId), Name(chart, a.ActingForId), a.At, a.ContentVersion, a.Note))],
            [.. sheet.Objections.OrderBy(o => o.RaisedAt).Select(o => new ObjectionView(
                o.State, chart.NameOf(o.RaisedBy), o.Capacity, o.RaisedAt, o.Reason, o.Article, o.Lines, o.AnswerDueAt, Name(chart, o.AnsweredBy), o.Answer,
                Name(chart, o.ResponsibleId), o.LegalBasis))],
            [.. sheet.Attachments.OrderBy(a => a.AddedAt).Select(a => new AttachmentView(
                a.Id, a.FileName, a.Size, a.ContentType, a.Sha256, chart.NameOf(a.AddedBy), a.AddedAt))],
            await Chain(sheet, ct))
        {
            Letterhead = [.. PathTo(unit, chart)],
        };
    }

    private static Stack<UnitLine> PathTo(ChartUnit? unit, OrganisationChart chart)
    {
        var path = new Stack<UnitLine>();
        for (var at = unit; at is not null; at = at.ParentId is { } parent ? chart.Unit(parent) : null) path.Push(new UnitLine(at.Name, at.NameEn));
        return path;
    }

    private StepView Step(RouteStep step, SignOffSheet sheet, OrganisationChart chart, PersonId reader, HashSet<PostId> mine)
    {
        var signature = step.SignatureId is { } id ? sheet.Signatures.FirstOrDefault(s => s.Id == id) : null;
        var holder = step.PersonId is { } person
            ? chart.NameOf(person)
            : step.PostId is { } post && chart.PostOf(post) is { } held ? string.Join("، ", chart.HoldersOf(held, clock.Today).Select(chart.NameOf)) : "";
        return new StepView(
            step.Order, step.Capacity, step.State, step.Timing, holder, step.OpenedAt, step.DueAt, step.SignedAt, Name(chart, step.SignedBy),
            Name(chart, signature?.ActingForId), signature?.ContentSha256 ?? "", signature?.ContentVersion, step.JoinedToOrder is not null,
            step.ClaimedBy is { } claimed ? chart.NameOf(claimed) : null,
            step.PersonId == reader || (step.PostId is { } at && mine.Contains(at)));
    }

    /// <summary>Every document of the same files, in the order they were opened.</summary>
    private async Task<IReadOnlyList<ChainLink>> Chain(SignOffSheet sheet, CancellationToken ct)
    {
        var files = sheet.Files.Select(f => f.FileId).ToList();
        var links = await db.Set<SignOffSheet>().IgnoreAutoIncludes()
            .Where(s => s.Files.Any(f => files.Contains(f.FileId)) && (s.State != DocumentState.Draft || s.Id == sheet.Id))
            .OrderBy(s => s.Id).Take(60)
            .Select(s => new { s.Id, s.Kind, s.SeriesCode, s.NumberYear, s.NumberSerial, s.State }).ToListAsync(ct);
        return [.. links.Select(l => new ChainLink(
            l.Id, l.Kind.Code, Number(l.Kind, l.SeriesCode, l.NumberYear, l.NumberSerial, false), Number(l.Kind, l.SeriesCode, l.NumberYear, l.NumberSerial, true),
            l.State, l.Id == sheet.Id))];
    }

    private string Number(SignOffSheet sheet, bool persian) => Number(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian);

    private string Number(DocumentKind kind, string series, int year, int serial, bool persian) =>
        serial == 0 ? "" : registry.NumberOf(kind, series, year, serial, persian);

    private static string Name(OrganisationChart chart, PersonId? person) => person is { } id ? chart.NameOf(id) : "";
}
