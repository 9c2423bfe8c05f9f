using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Procurement.Application.Inspection.Reports;
using Procurement.Application.SignOff;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Inspection;

/// <summary>A leaf of the log as a report reads it.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Leaf">What it says; null when its bytes are no leaf.</param>
/// <param name="HashAgrees">Whether the stored hash is that of the stored bytes.</param>
internal sealed record LeafRead(long Index, AuditLeaf? Leaf, bool HashAgrees);

/// <summary>Reads documents with all that is kept of them, page by page, for reports that look at every one.</summary>
internal sealed class DocumentPages(ProcurementDb db, ISqlSession sql, DocumentRegistry registry)
{
    private const int PageSize = 200;

    /// <summary>The sheets of every kind opened in the period by a unit of the scope, oldest first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<SignOffSheet>> Sheets(ReportScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        var ends = scope.Ends;
        var sheets = db.Set<SignOffSheet>().Where(sheet => sheet.OpenedAt < ends);
        if (!scope.Units.All)
        {
            var units = scope.Units.Units.ToList();
            sheets = sheets.Where(sheet => units.Contains(sheet.UnitId));
        }

        // By key through (opened, id): a day costs what was opened on it, however many documents there are.
        var (at, last) = (scope.Begins, new DocumentId(Guid.Empty));
        while (true)
        {
            var (from, after) = (at, last);
            var page = await sheets.Where(sheet => sheet.OpenedAt >= from && (sheet.OpenedAt > from || sheet.Id > after))
                .OrderBy(sheet => sheet.OpenedAt).ThenBy(sheet => sheet.Id).Take(PageSize).AsSplitQuery().ToListAsync(ct);
            if (page.Count > 0) yield return page;
            if (page.Count < PageSize) yield break;
            (at, last) = (page[^1].OpenedAt, page[^1].Id);
        }
    }

    /// <summary>The documents of a page of sheets, whole.</summary>
    public async Task<IReadOnlyList<Document>> Whole(IEnumerable<SignOffSheet> sheets, CancellationToken ct)
    {
        var documents = new List<Document>();
        foreach (var kind in sheets.GroupBy(sheet => registry.Of(sheet.Kind).DocumentType))
            documents.AddRange(await KindReader.For(kind.Key).Read(db, [.. kind.Select(sheet => sheet.Id)], ct));
        return documents;
    }

    /// <summary>Every stored version of some documents.</summary>
    public async Task<ILookup<DocumentId, SignOff.DocumentVersionRow>> Versions(IEnumerable<SignOffSheet> sheets, CancellationToken ct)
    {
        var ids = sheets.Select(sheet => sheet.Id).ToList();
        var rows = await db.Set<SignOff.DocumentVersionRow>().Where(row => ids.Contains(row.DocumentId)).ToListAsync(ct);
        return rows.ToLookup(row => row.DocumentId);
    }

    /// <summary>Every leaf about some documents, in the log's order.</summary>
    public async Task<ILookup<DocumentId, LeafRead>> Leaves(IEnumerable<SignOffSheet> sheets, CancellationToken ct)
    {
        List<object?> ids = [.. sheets.Select(sheet => (object?)sheet.Id)];
        var places = string.Join(", ", ids.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")));
        var rows = await sql.Query(
            $"SELECT document_id, idx, bytes, hash FROM audit_leaf WHERE document_id IN ({places}) ORDER BY idx", ids,
            row => (Document: row.GetId<DocumentId>(0), Leaf: Read(row.GetInt64(1), row.GetBytes(2), row.GetBytes(3))), ct);
        return rows.ToLookup(row => row.Document, row => row.Leaf);
    }

    private static LeafRead Read(long index, byte[] bytes, byte[] hash)
    {
        var parsed = AuditLeaf.Parse(bytes);
        return new LeafRead(index, parsed.Succeeded ? parsed.Value : null, Sha256Hash.TryFrom(hash, out var stored) && stored == MerkleTree.LeafHash(bytes));
    }

    private abstract class KindReader
    {
        private static readonly ConcurrentDictionary<Type, KindReader> Known = new();

        public static KindReader For(Type type) => Known.GetOrAdd(type, static t => (KindReader)Activator.CreateInstance(
            typeof(Of<>).MakeGenericType(t), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, null, null)!);

        public abstract Task<IReadOnlyList<Document>> Read(ProcurementDb db, List<DocumentId> ids, CancellationToken ct);

        private sealed class Of<TDocument> : KindReader where TDocument : Document
        {
            public override async Task<IReadOnlyList<Document>> Read(ProcurementDb db, List<DocumentId> ids, CancellationToken ct) =>
                await db.Set<TDocument>().Where(document => ids.Contains(document.Id)).AsSplitQuery().ToListAsync(ct);
        }
    }
}
