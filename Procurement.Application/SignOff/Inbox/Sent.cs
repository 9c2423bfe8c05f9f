using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Inbox;

/// <summary>What I started and where each stands now, newest first.</summary>
/// <param name="After">The last document of the page before; null for the first page.</param>
/// <param name="DraftsOnly">Only what is still, or again, my draft.</param>
[Requires(SignOffPermissions.Read)]
public sealed record Sent(DocumentId? After = null, bool DraftsOnly = false) : IQuery<Result<SentPage>>;

public sealed record SentPage(IReadOnlyList<SentRow> Rows, DocumentId? Next);

public sealed record SentRow(
    DocumentId DocumentId, string Kind, string Number, string NumberFa, string Subject, long? AmountRials, DocumentState State, bool Suspended,
    Capacity? WaitsForCapacity, string? WaitsForPerson, DateTimeOffset? WaitsSince, DateTimeOffset OpenedAt);

public interface ISentQueries
{
    Task<SentPage> Page(PersonId owner, Sent asked, CancellationToken ct);
}

internal sealed class SentHandler(ISentQueries queries, ICurrentActor actor) : IQueryHandler<Sent, Result<SentPage>>
{
    public async Task<Result<SentPage>> Handle(Sent query, CancellationToken cancellationToken) =>
        await queries.Page(actor.Person, query, cancellationToken);
}
