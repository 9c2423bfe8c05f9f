using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff;

/// <summary>The store of documents of every kind, whole and tracked. What the caller may not see is not found.</summary>
public interface IDocuments
{
    /// <summary>The document, when it exists and the caller may see it: within his unit scope, owned by him, or on whose route he stands.</summary>
    Task<Document?> Find(DocumentId id, CancellationToken ct);

    /// <summary>The same, of a known kind.</summary>
    Task<TDocument?> Find<TDocument>(DocumentId id, CancellationToken ct) where TDocument : Document;

    /// <summary>For reactions and jobs: the document whatever the caller may see.</summary>
    Task<TDocument?> Load<TDocument>(DocumentId id, CancellationToken ct) where TDocument : Document;

    void Add(Document document);
}

/// <summary>Who has acted on the files of a document, and whether another document freezes them.</summary>
public interface IFileFacts
{
    Task<FileHands> HandsOn(SignOffSheet sheet, CancellationToken ct);

    /// <summary>Another document of the same files with an open objection; null when none.</summary>
    Task<DocumentId?> FrozenBy(SignOffSheet sheet, CancellationToken ct);
}

/// <summary>Routes in force: the shipped one of the kind, or the approved setting that replaces it on the day.</summary>
public interface IRoutes
{
    Task<RouteDefinition> InForce(DocumentKind kind, UnitKind unitKind, DateOnly day, CancellationToken ct);
}

/// <summary>Randomness for draws, recorded with its result; a port so that a test can repeat a draw.</summary>
public interface IDrawSeed
{
    ulong Next();
}
