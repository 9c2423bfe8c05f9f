using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Logins;

/// <summary>Chooses a password with the one-time secret an administrator handed over.</summary>
[Requires(IdentityPermissions.UseLink)]
public sealed record SetPasswordByLink(string Link, string Password) : ICommand<Result>;

internal sealed class SetPasswordByLinkHandler(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, IPasswordHashes hashes, ICallerOrigin origin, IBodyClock clock)
    : ICommandHandler<SetPasswordByLink, Result>
{
    public async Task<Result> Handle(SetPasswordByLink command, CancellationToken cancellationToken)
    {
        if (await records.FindSecret(Secrets.HashOf(command.Link), cancellationToken) is not { PersonId: { } person } secret)
            return Refusal.Rule("identity.link-unknown");
        var used = secret.Use(SecretPurpose.SetPassword, clock.Now);
        if (!used.Succeeded) return used;
        if (await accounts.Find(person, cancellationToken) is not { } account) return Refusal.Rule("identity.link-unknown");
        var good = Result.FirstRefused(account.MayEnter(), PasswordRule.Check(command.Password, account));
        if (!good.Succeeded) return good;

        account.SetPassword(hashes.Hash(command.Password), clock.Now);
        foreach (var session in await sessions.OpenOf(person, cancellationToken)) session.End(SessionEnd.PasswordChanged, clock.Now);
        records.Add(LoginEvent.Of(LoginEventKind.PasswordChanged, person, origin.Current, clock.Now));
        return Result.Ok;
    }
}

/// <summary>Whose login a one-time link is for.</summary>
[Requires(IdentityPermissions.UseLink)]
public sealed record ShowPasswordLink(string Link) : IQuery<Result<string>>;

internal sealed class ShowPasswordLinkHandler(IAccounts accounts, IDoorRecords records, IBodyClock clock) : IQueryHandler<ShowPasswordLink, Result<string>>
{
    public async Task<Result<string>> Handle(ShowPasswordLink query, CancellationToken cancellationToken)
    {
        if (await records.FindSecret(Secrets.HashOf(query.Link), cancellationToken) is not { PersonId: { } person } secret)
            return Refusal.Rule("identity.link-unknown");
        var may = secret.MayOpen(SecretPurpose.SetPassword, clock.Now);
        if (!may.Succeeded) return may;
        return await accounts.Look(person, cancellationToken) is { } account ? account.UserName : Refusal.Rule("identity.link-unknown");
    }
}
