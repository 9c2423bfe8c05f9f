using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Logins;

/// <summary>Disables a login; its sessions end at once and its tokens stop working.</summary>
[Requires(IdentityPermissions.Administer)]
public sealed record DisableLogin(PersonId PersonId) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class DisableLoginHandler(AccountAdministration administration) : ICommandHandler<DisableLogin, Result>
{
    public async Task<Result> Handle(DisableLogin command, CancellationToken cancellationToken)
    {
        var account = await administration.LoginOf(command.PersonId, cancellationToken);
        if (!account.Succeeded) return account.Plain();

        await administration.EndSessions(command.PersonId, SessionEnd.LoginDisabled, cancellationToken);
        administration.Book(LoginEventKind.LoginDisabled, command.PersonId);
        return account.Value.Disable();
    }
}

/// <summary>Opens a disabled or locked login again.</summary>
[Requires(IdentityPermissions.Administer)]
public sealed record EnableLogin(PersonId PersonId) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class EnableLoginHandler(AccountAdministration administration, IBodyClock clock) : ICommandHandler<EnableLogin, Result>
{
    public async Task<Result> Handle(EnableLogin command, CancellationToken cancellationToken)
    {
        var account = await administration.LoginOf(command.PersonId, cancellationToken);
        if (!account.Succeeded) return account.Plain();

        administration.Book(LoginEventKind.LoginEnabled, command.PersonId);
        return account.Value.Enable(clock.Now);
    }
}

/// <summary>Takes generator, recovery codes and passkeys off a login, as after a lost telephone; not by whoever gave a link to it lately.</summary>
[Requires(IdentityPermissions.Administer)]
public sealed record ResetSecondFactor(PersonId PersonId) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class ResetSecondFactorHandler(AccountAdministration administration) : ICommandHandler<ResetSecondFactor, Result>
{
    public async Task<Result> Handle(ResetSecondFactor command, CancellationToken cancellationToken)
    {
        var account = await administration.LoginOf(command.PersonId, cancellationToken);
        if (!account.Succeeded) return account.Plain();

        var may = await administration.MayRecover(account.Value, LoginEventKind.SecondFactorReset, cancellationToken);
        if (!may.Succeeded) return may;

        // A link on its way would open the login by itself once the second factor is gone.
        await administration.WithdrawLinks(command.PersonId, cancellationToken);
        account.Value.ResetSecondFactor();
        await administration.EndSessions(command.PersonId, SessionEnd.EndedByAdministrator, cancellationToken);
        administration.Book(LoginEventKind.SecondFactorReset, command.PersonId);
        return Result.Ok;
    }
}

/// <summary>Ends another person's session.</summary>
[Requires(IdentityPermissions.Administer)]
public sealed record EndSessionOf(PersonId PersonId, LoginSessionId SessionId) : ICommand<Result>
{
    public Guid? AuditSubject => SessionId.Value;
}

internal sealed class EndSessionOfHandler(ILoginSessions sessions, AccountAdministration administration, IBodyClock clock) : ICommandHandler<EndSessionOf, Result>
{
    public async Task<Result> Handle(EndSessionOf command, CancellationToken cancellationToken)
    {
        var seen = await administration.MaySee(command.PersonId, cancellationToken);
        if (!seen.Succeeded) return seen;
        var session = await sessions.Find(command.SessionId, cancellationToken);
        if (session is null || session.PersonId != command.PersonId) return Refusal.NotFound("identity.session-unknown");

        session.End(SessionEnd.EndedByAdministrator, clock.Now);
        administration.Book(LoginEventKind.SessionEnded, command.PersonId);
        return Result.Ok;
    }
}
