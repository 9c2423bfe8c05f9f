using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.FindDocuments;

/// <summary>Documents of one kind that the caller may see, newest first; the list of every kind that needs no columns of its own.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="Text">Words of the subject or a number, in any spelling and digits.</param>
/// <param name="After">The last document of the page before.</param>
[Requires(SignOffPermissions.Read)]
public sealed record BrowseDocuments(string Kind, DocumentState? State = null, string? Text = null, DocumentId? After = null) : IQuery<Result<DocumentListPage>>;

public sealed record DocumentListPage(IReadOnlyList<DocumentListRow> Rows, IReadOnlyList<StateCount> Counts, DocumentId? Next);

public sealed record StateCount(DocumentState State, int Count);

public sealed record DocumentListRow(
    DocumentId DocumentId, string Kind, string Number, string NumberFa, string Subject, long? AmountRials, string UnitName, string UnitNameEn, string Owner,
    DocumentState State, Capacity? WaitsFor, DateTimeOffset OpenedAt);

public interface IDocumentLists
{
    Task<DocumentListPage> Page(BrowseDocuments asked, DocumentSight sight, CancellationToken ct);
}

internal sealed class BrowseDocumentsHandler(IDocumentLists lists, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<BrowseDocuments, Result<DocumentListPage>>
{
    public async Task<Result<DocumentListPage>> Handle(BrowseDocuments query, CancellationToken cancellationToken) =>
        await lists.Page(query, DocumentSight.Of(await charts.Get(cancellationToken), actor.Person, clock.Today), cancellationToken);
}
