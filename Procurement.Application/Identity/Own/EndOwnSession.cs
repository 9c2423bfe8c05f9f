using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Own;

/// <summary>Ends one of the person's own sessions; the present one when he signs out.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record EndOwnSession(LoginSessionId SessionId) : ICommand<Result>
{
    public Guid? AuditSubject => SessionId.Value;
}

internal sealed class EndOwnSessionHandler(
    ILoginSessions sessions, IDoorRecords records, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock) : ICommandHandler<EndOwnSession, Result>
{
    public async Task<Result> Handle(EndOwnSession command, CancellationToken cancellationToken)
    {
        var session = await sessions.Find(command.SessionId, cancellationToken);
        if (session is null || session.PersonId != actor.Person) return Refusal.NotFound("identity.session-unknown");

        var signsOut = session.Id.Value == actor.SessionId;
        session.End(signsOut ? SessionEnd.SignedOut : SessionEnd.EndedByOwner, clock.Now);
        records.Add(LoginEvent.Of(signsOut ? LoginEventKind.SignedOut : LoginEventKind.SessionEnded, actor.Person, origin.Current, clock.Now));
        return Result.Ok;
    }
}

/// <summary>Ends every session of the person but the present one.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record EndOtherSessions : ICommand<Result>;

internal sealed class EndOtherSessionsHandler(
    ILoginSessions sessions, IDoorRecords records, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock) : ICommandHandler<EndOtherSessions, Result>
{
    public async Task<Result> Handle(EndOtherSessions command, CancellationToken cancellationToken)
    {
        foreach (var session in await sessions.OpenOf(actor.Person, cancellationToken))
        {
            if (session.Id.Value == actor.SessionId) continue;
            session.End(SessionEnd.EndedByOwner, clock.Now);
            records.Add(LoginEvent.Of(LoginEventKind.SessionEnded, actor.Person, origin.Current, clock.Now));
        }

        return Result.Ok;
    }
}
