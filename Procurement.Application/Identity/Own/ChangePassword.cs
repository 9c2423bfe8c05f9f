using Procurement.Application.Identity.Door;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Own;

/// <summary>Takes another password; every other session of the person ends.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record ChangePassword(string Current, string Password) : ICommand<Result>;

internal sealed class ChangePasswordHandler(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, Proofs proofs, IPasswordHashes hashes, ICallerOrigin origin,
    ICurrentActor actor, IBodyClock clock) : ICommandHandler<ChangePassword, Result>
{
    public async Task<Result> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        var proven = await proofs.Password(actor.Person, command.Current, cancellationToken);
        if (!proven.Succeeded) return proven.Refusal.At(nameof(command.Current));
        if (await accounts.Find(actor.Person, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");
        var good = PasswordRule.Check(command.Password, account);
        if (!good.Succeeded) return good;

        account.SetPassword(hashes.Hash(command.Password), clock.Now);
        foreach (var session in await sessions.OpenOf(account.Id, cancellationToken))
        {
            if (session.Id.Value != actor.SessionId) session.End(SessionEnd.PasswordChanged, clock.Now);
        }

        records.Add(LoginEvent.Of(LoginEventKind.PasswordChanged, account.Id, origin.Current, clock.Now));
        return Result.Ok;
    }
}
