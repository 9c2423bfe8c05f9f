using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

/// <summary>Loads documents of every kind through the registry, and shows nobody what he may not see.</summary>
internal sealed class DocumentStore(
    ProcurementDb db, DocumentRegistry registry, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IDocuments
{
    public async Task<Document?> Find(DocumentId id, CancellationToken ct) => await Visible(await LoadAny(id, true, ct), ct);

    public async Task<TDocument?> Find<TDocument>(DocumentId id, CancellationToken ct) where TDocument : Document =>
        await Visible(await Load<TDocument>(id, ct), ct) as TDocument;

    public Task<TDocument?> Load<TDocument>(DocumentId id, CancellationToken ct) where TDocument : Document =>
        db.Tracked<TDocument>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == id, ct);

    public void Add(Document document) => db.Add(document);

    /// <summary>A document of a kind not known before it is read.</summary>
    public async Task<Document?> LoadAny(DocumentId id, bool tracked, CancellationToken ct)
    {
        var kinds = await db.Set<SignOffSheet>().Where(s => s.Id == id).Select(s => s.Kind).ToListAsync(ct);
        return kinds.Count == 0 ? null : await KindLoader.For(registry.Of(kinds[0]).DocumentType).Load(db, id, tracked, ct);
    }

    public async Task<Document?> Visible(Document? document, CancellationToken ct)
    {
        if (document is null || actor.IsSystem) return document;

        var chart = await charts.Get(ct);
        var sheet = document.SignOff;
        if (sheet.OwnerId == actor.Person || chart.ScopeOf(actor.Person, clock.Today).Covers(sheet.UnitId)) return document;

        var onItsRoute = sheet.Steps.Any(s => s.PersonId == actor.Person || s.SignedBy == actor.Person)
            || chart.AuthoritiesOf(actor.Person, clock.Today).Any(a => sheet.Steps.Any(s => s.PostId == a.Post.Id));
        return onItsRoute ? document : null;
    }

    private abstract class KindLoader
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, KindLoader> Known = new();

        public static KindLoader For(Type type) =>
            Known.GetOrAdd(type, static t => (KindLoader)Activator.CreateInstance(
                typeof(Of<>).MakeGenericType(t), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, null, null)!);

        public abstract Task<Document?> Load(ProcurementDb db, DocumentId id, bool tracked, CancellationToken ct);

        private sealed class Of<TDocument> : KindLoader where TDocument : Document
        {
            public override async Task<Document?> Load(ProcurementDb db, DocumentId id, bool tracked, CancellationToken ct) =>
                await (tracked ? db.Tracked<TDocument>() : db.Set<TDocument>()).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == id, ct);
        }
    }
}

internal sealed class FileFacts(ProcurementDb db) : IFileFacts
{
    public async Task<FileHands> HandsOn(SignOffSheet sheet, CancellationToken ct)
    {
        var files = sheet.Files.Select(f => f.FileId).ToList();
        var hands = await db.Set<FileHandRow>().Where(h => files.Contains(h.FileId)).Select(h => new { h.PersonId, h.Capacity }).ToListAsync(ct);
        return new FileHands(hands.Select(h => (h.PersonId, h.Capacity)));
    }

    public async Task<DocumentId?> FrozenBy(SignOffSheet sheet, CancellationToken ct)
    {
        var files = sheet.Files.Select(f => f.FileId).ToList();
        ObjectionState[] settled = [ObjectionState.Withdrawn, ObjectionState.ResponsibilityTaken];
        var frozen = await db.Set<SignOffSheet>()
            .Where(s => s.Id != sheet.Id && s.Files.Any(f => files.Contains(f.FileId)) && s.Objections.Any(o => !settled.Contains(o.State)))
            .OrderBy(s => s.Id).Select(s => s.Id).Take(1).ToListAsync(ct);
        return frozen.Count == 0 ? null : frozen[0];
    }
}

internal sealed class ShippedRoutes(DocumentRegistry registry) : IRoutes
{
    public Task<RouteDefinition> InForce(DocumentKind kind, UnitKind unitKind, DateOnly day, CancellationToken ct)
    {
        var definition = registry.Of(kind);
        return Task.FromResult(RouteDefinition.Create(kind, definition.Group, definition.DefaultRoute).Value);
    }
}

internal sealed class SigningGrantStore(ProcurementDb db, WriteGate gate, Persistence.Sql.ISqlSession sql) : Application.SignOff.SigningGrants.ISigningGrants
{
    public async Task<SigningGrant?> Alive(PersonId person, Guid session, DocumentKind kind, DateTimeOffset at, CancellationToken ct)
    {
        var alive = await db.Set<SigningGrant>().Where(g => g.SessionId == session && g.PersonId == person && g.ExpiresAt > at).ToListAsync(ct);
        return alive.Find(g => g.Covers(person, session, kind, at));
    }

    public async Task<IReadOnlyList<DocumentKind>> AliveKinds(PersonId person, Guid session, DateTimeOffset at, CancellationToken ct)
    {
        var alive = await db.Set<SigningGrant>().Where(g => g.SessionId == session && g.PersonId == person && g.ExpiresAt > at).ToListAsync(ct);
        return [.. alive.Where(g => g.Covers(person, session, g.Kind, at)).Select(g => g.Kind).Distinct()];
    }

    public void Add(SigningGrant grant) => db.Add(grant);

    public async Task<IReadOnlySet<(DocumentId Document, int Version)>> Opened(
        PersonId person, IReadOnlyCollection<DocumentId> documents, CancellationToken ct)
    {
        var rows = await db.Set<OpenedVersionRow>().Where(o => o.PersonId == person && documents.Contains(o.DocumentId)).ToListAsync(ct);
        return rows.Select(r => (r.DocumentId, r.ContentVersion)).ToHashSet();
    }

    public async Task RecordOpened(PersonId person, DocumentId document, int version, DateTimeOffset at, CancellationToken ct)
    {
        if ((await Opened(person, [document], ct)).Contains((document, version))) return;
        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return; // Only the convenience of list signing is lost; the page itself must not fail for it.
        using (turn.Value)
        {
            await sql.ExecuteUnflushed(
                $"""
                INSERT INTO opened_version (person_id, document_id, content_version, at) VALUES ({person}, {document}, {version}, {at})
                ON CONFLICT (person_id, document_id) DO UPDATE SET content_version = excluded.content_version, at = excluded.at
                """, ct);
        }
    }
}
