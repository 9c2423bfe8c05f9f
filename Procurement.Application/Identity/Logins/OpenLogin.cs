using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Logins;

/// <summary>Opens a login for a member of staff and gives the one-time secret by which he chooses his password.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="UserName">Null for the national id.</param>
[Requires(IdentityPermissions.Administer)]
public sealed record OpenLogin(PersonId PersonId, string? UserName) : ICommand<Result<string>>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class OpenLoginHandler(IAccounts accounts, IFoundingRecords people, AccountAdministration administration)
    : ICommandHandler<OpenLogin, Result<string>>
{
    public async Task<Result<string>> Handle(OpenLogin command, CancellationToken cancellationToken)
    {
        var seen = await administration.MaySee(command.PersonId, cancellationToken);
        if (!seen.Succeeded) return seen;
        if (await people.FindPerson(command.PersonId, cancellationToken) is not { } person) return Refusal.NotFound("identity.login-unknown");
        if (await accounts.Find(person.Id, cancellationToken) is not null) return Refusal.Rule("identity.login-exists", person.FullName);
        var account = Account.Open(person, command.UserName);
        if (!account.Succeeded) return account.Plain();

        accounts.Add(account.Value);
        administration.Book(LoginEventKind.LoginOpened, person.Id);
        return await administration.GivePasswordLink(person.Id, cancellationToken);
    }
}

/// <summary>
/// Gives another one-time secret for choosing a password: the old password or the first link was lost. Not by whoever reset the second factor
/// lately.
/// </summary>
[Requires(IdentityPermissions.Administer)]
public sealed record GivePasswordLink(PersonId PersonId) : ICommand<Result<string>>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class GivePasswordLinkHandler(AccountAdministration administration) : ICommandHandler<GivePasswordLink, Result<string>>
{
    public async Task<Result<string>> Handle(GivePasswordLink command, CancellationToken cancellationToken)
    {
        var account = await administration.LoginOf(command.PersonId, cancellationToken);
        if (!account.Succeeded) return account.Plain();
        var open = account.Value.MayEnter();
        if (!open.Succeeded) return open;
        var may = await administration.MayRecover(account.Value, LoginEventKind.LinkGiven, cancellationToken);
        return may.Succeeded ? await administration.GivePasswordLink(command.PersonId, cancellationToken) : may;
    }
}

/// <summary>Opens a login with a known password. For the machine itself: sample data and tests; nobody is granted it.</summary>
[Requires(IdentityPermissions.Door)]
public sealed record GiveLogin(PersonId PersonId, string? UserName, string Password) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class GiveLoginHandler(
    IAccounts accounts, IFoundingRecords people, IPasswordHashes hashes, AccountAdministration administration, Shared.Ports.IBodyClock clock)
    : ICommandHandler<GiveLogin, Result>
{
    public async Task<Result> Handle(GiveLogin command, CancellationToken cancellationToken)
    {
        if (await people.FindPerson(command.PersonId, cancellationToken) is not { } person) return Refusal.NotFound("identity.login-unknown");
        var account = Account.Open(person, command.UserName);
        if (!account.Succeeded) return account.Plain();
        var good = PasswordRule.Check(command.Password, account.Value);
        if (!good.Succeeded) return good;

        account.Value.SetPassword(hashes.Hash(command.Password), clock.Now);
        accounts.Add(account.Value);
        administration.Book(LoginEventKind.LoginOpened, person.Id);
        return Result.Ok;
    }
}
