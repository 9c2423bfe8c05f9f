using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.SigningGrants;

/// <summary>For which kinds the caller may sign now without typing his password again.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record LiveGrants : IQuery<Result<IReadOnlyList<DocumentKind>>>;

internal sealed class LiveGrantsHandler(ISigningGrants grants, ICurrentActor actor, IBodyClock clock) : IQueryHandler<LiveGrants, Result<IReadOnlyList<DocumentKind>>>
{
    public async Task<Result<IReadOnlyList<DocumentKind>>> Handle(LiveGrants query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<DocumentKind>>.Of(
            actor.SessionId is { } session ? await grants.AliveKinds(actor.Person, session, clock.Now, cancellationToken) : []);
}
