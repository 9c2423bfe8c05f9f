using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Names;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.ReadContent;

/// <summary>A document's canonical content field by field, and what changed in it since a version somebody saw.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Since">The version seen before; null to compare with nothing.</param>
[Requires(SignOffPermissions.Read)]
public sealed record ReadContent(DocumentId DocumentId, int? Since = null) : IQuery<Result<DocumentContent>>;

/// <param name="Version">The version read.</param>
/// <param name="Values">Its fields.</param>
/// <param name="Since">The version compared with; null when its bytes were never stored, because it never left its owner's desk.</param>
/// <param name="Changes">The differences.</param>
/// <param name="Names">Names of the things the values refer to by id.</param>
public sealed record DocumentContent(
    int Version, IReadOnlyList<ContentValue> Values, int? Since, IReadOnlyList<ContentChange> Changes, IReadOnlyDictionary<Guid, NamedThing> Names);

/// <summary>The stored bytes of earlier versions.</summary>
public interface IDocumentVersions
{
    Task<byte[]?> Bytes(DocumentId document, int version, CancellationToken ct);
}

internal sealed class ReadContentHandler(IDocumentReader reader, IDocumentVersions versions, NamedThings things) : IQueryHandler<ReadContent, Result<DocumentContent>>
{
    public async Task<Result<DocumentContent>> Handle(ReadContent query, CancellationToken cancellationToken)
    {
        if (await reader.Find(query.DocumentId, cancellationToken) is not { } document) return Refusal.NotFound("signoff.document-not-found");

        var seal = CanonicalWriter.Seal(document);
        var values = ContentValues.Read(seal.Bytes);
        var seen = query.Since is { } since && since < seal.ContentVersion ? await versions.Bytes(document.Id, since, cancellationToken) : null;
        var changes = seen is null ? [] : ContentValues.Compare(ContentValues.Read(seen), values);
        var ids = values.Concat(changes.SelectMany(c => c.Before)).Where(v => v.Sort == ContentSort.Text)
            .Select(v => Guid.TryParseExact(v.Raw, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        return new DocumentContent(
            seal.ContentVersion, values, seen is null ? null : query.Since, changes, await things.Find(ids, cancellationToken));
    }
}
