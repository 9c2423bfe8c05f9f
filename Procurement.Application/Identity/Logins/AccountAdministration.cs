using Procurement.Application.Identity.Door;
using Procurement.Application.Organisation;
using Procurement.Application.Settings;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Logins;

/// <summary>What every act on another person's login begins and ends with: within one's units, never on one's own, booked.</summary>
internal sealed class AccountAdministration(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, SystemDoor door, ISettings settings, ChartOfCall charts, ICallerOrigin origin,
    ICurrentActor actor, IBodyClock clock)
{
    /// <summary>The login of a person of the administrator's units.</summary>
    public async Task<Result<Account>> LoginOf(PersonId person, CancellationToken ct)
    {
        var seen = await MaySee(person, ct);
        if (!seen.Succeeded) return seen;
        if (person == actor.Person) return Refusal.Rule("identity.not-ones-own-login");
        return await accounts.Find(person, ct) is { } account ? account : Refusal.NotFound("identity.login-unknown");
    }

    public async Task<Result> MaySee(PersonId person, CancellationToken ct)
    {
        if (actor.IsSystem) return Result.Ok;
        var chart = await charts.Get(ct);
        return chart.Person(person) is { } staff && chart.ScopeOf(actor.Person, clock.Today).Covers(staff.UnitId)
            ? Result.Ok
            : Refusal.NotFound("identity.login-unknown");
    }

    /// <summary>
    /// Whether the administrator may take this half of a recovery, having perhaps taken the other; who is refused is written down, although
    /// nothing else of the command stands.
    /// </summary>
    public async Task<Result> MayRecover(Account account, LoginEventKind step, CancellationToken ct)
    {
        var apart = await settings.Require(IdentitySettings.RecoveryHours, clock.Today, ct);
        if (!apart.Succeeded) return apart.Plain();
        var book = await records.BookOf(account.Id, clock.Now - apart.Value.Value, ct);
        var may = Recovery.MayTake(step, actor.Person, book, apart.Value.Value, clock.Now);
        if (may.Succeeded) accounts.Touch(account);
        else await door.Send(new BookRefusedRecovery(account.Id, actor.Person), actor.Person, actor.SessionId, ct);
        return may;
    }

    /// <summary>Makes links worthless that were given and not used yet.</summary>
    public async Task WithdrawLinks(PersonId person, CancellationToken ct)
    {
        foreach (var given in await records.OpenSecrets(SecretPurpose.SetPassword, person, ct)) given.Withdraw(clock.Now);
    }

    public async Task EndSessions(PersonId person, SessionEnd by, CancellationToken ct)
    {
        foreach (var session in await sessions.OpenOf(person, ct)) session.End(by, clock.Now);
    }

    /// <summary>Gives a one-time secret for choosing a password, in place of earlier ones.</summary>
    public async Task<string> GivePasswordLink(PersonId person, CancellationToken ct)
    {
        await WithdrawLinks(person, ct);
        var text = Secrets.NewText();
        records.Add(OneTimeSecret.Give(SecretPurpose.SetPassword, Secrets.HashOf(text), person, null, clock.Now));
        Book(LoginEventKind.LinkGiven, person);
        return text;
    }

    public void Book(LoginEventKind kind, PersonId person) =>
        records.Add(LoginEvent.Of(kind, person, origin.Current, clock.Now, actor.Person));
}

/// <summary>Books that one administrator asked for both halves of a recovery.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record BookRefusedRecovery(PersonId PersonId, PersonId AskedBy) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class BookRefusedRecoveryHandler(IDoorRecords records, ICallerOrigin origin, IBodyClock clock) : ICommandHandler<BookRefusedRecovery, Result>
{
    public Task<Result> Handle(BookRefusedRecovery command, CancellationToken cancellationToken)
    {
        records.Add(LoginEvent.Of(LoginEventKind.RecoveryRefused, command.PersonId, origin.Current, clock.Now, command.AskedBy));
        return Task.FromResult(Result.Ok);
    }
}
