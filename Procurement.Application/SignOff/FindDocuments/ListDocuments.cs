using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.FindDocuments;

/// <summary>Names the given documents in one line each; those the caller may not see are left out.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record ListDocuments(IReadOnlyList<DocumentId> Ids) : IQuery<Result<IReadOnlyList<DocumentLine>>>;

/// <summary>One document in one line.</summary>
public sealed record DocumentLine(
    DocumentId DocumentId, string Kind, string Number, string NumberFa, string Subject, long? AmountRials, DocumentState State, string UnitName,
    DateTimeOffset OpenedAt);

/// <summary>Whose documents a list may show: his own, those of his units, and those on whose route he stands.</summary>
public sealed record DocumentSight(PersonId Person, UnitScope Scope, IReadOnlyList<PostId> Posts)
{
    public static DocumentSight Of(OrganisationChart chart, PersonId person, DateOnly day) =>
        new(person, chart.ScopeOf(person, day), [.. chart.AuthoritiesOf(person, day).Select(a => a.Post.Id).Distinct()]);
}

/// <summary>Documents of every kind as lines, read without loading them.</summary>
public interface IDocumentLines
{
    Task<IReadOnlyList<DocumentLine>> Of(IReadOnlyCollection<DocumentId> ids, DocumentSight sight, CancellationToken ct);
}

internal sealed class ListDocumentsHandler(IDocumentLines lines, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListDocuments, Result<IReadOnlyList<DocumentLine>>>
{
    public async Task<Result<IReadOnlyList<DocumentLine>>> Handle(ListDocuments query, CancellationToken cancellationToken)
    {
        var sight = DocumentSight.Of(await charts.Get(cancellationToken), actor.Person, clock.Today);
        return Result<IReadOnlyList<DocumentLine>>.Of(await lines.Of(query.Ids, sight, cancellationToken));
    }
}
