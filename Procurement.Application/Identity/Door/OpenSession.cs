using Microsoft.Extensions.Options;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>A session just begun; the secret goes to the browser and nowhere else.</summary>
public sealed record OpenedSession(LoginSessionId SessionId, PersonId PersonId, string Secret, bool MustEnrol);

/// <summary>A passkey that proved its owner, and the counter its authenticator showed.</summary>
public sealed record ProvenPasskey(PersonId PersonId, Guid PasskeyId, long SignCount);

/// <summary>Begins a session for somebody who has just proved himself.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record OpenSession(PersonId PersonId, SignInMethod Method, ProvenPasskey? Passkey = null) : ICommand<Result<OpenedSession>>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class OpenSessionHandler(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, ChartOfCall charts, ICallerOrigin origin,
    IOptions<SecurityOptions> options, IBodyClock clock) : ICommandHandler<OpenSession, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(OpenSession command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(command.PersonId, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");
        var may = command.Passkey is null ? account.MayProve(clock.Now) : account.MayEnter();
        if (!may.Succeeded) return may;
        if (command.Method == SignInMethod.Password && account.HasSecondFactor) return Refusal.Rule("identity.code-needed");
        var chart = await charts.Get(cancellationToken);
        if (!chart.IsActive(account.Id)) return Refusal.Rule(Account.Disabled);

        account.AcceptProof();
        if (command.Passkey is { } passkey)
        {
            var used = account.UsePasskey(passkey.PasskeyId, passkey.SignCount, clock.Now);
            if (!used.Succeeded) return used;
        }

        var mustEnrol = command.Method == SignInMethod.Password && SecondFactorRule.IsNeededBy(chart, account.Id, clock.Today, options.Value);
        var secret = Secrets.NewText();
        var session = LoginSession.Begin(
            account.Id, Secrets.HashOf(secret), command.Method, mustEnrol, origin.Current, options.Value.Life, clock.Now);
        sessions.Add(session);
        records.Add(LoginEvent.Of(LoginEventKind.SignedIn, account.Id, origin.Current, clock.Now));
        return new OpenedSession(session.Id, account.Id, secret, mustEnrol);
    }
}

/// <summary>Who needs a second factor: holders and delegates of the posts the setting names.</summary>
internal static class SecondFactorRule
{
    public static bool IsNeededBy(OrganisationChart chart, PersonId person, DateOnly day, SecurityOptions options)
    {
        var named = options.SecondFactorCapacities();
        return named.Count > 0 && chart.AuthoritiesOf(person, day).Any(a => named.Contains(a.Post.Capacity));
    }
}

/// <summary>Gives a one-time secret for the next step of a login, or for a signing act proved by passkey.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record GiveSecret(SecretPurpose Purpose, PersonId PersonId, Guid? SessionId, ProvenPasskey? Passkey = null) : ICommand<Result<string>>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class GiveSecretHandler(IAccounts accounts, IDoorRecords records, IBodyClock clock) : ICommandHandler<GiveSecret, Result<string>>
{
    public async Task<Result<string>> Handle(GiveSecret command, CancellationToken cancellationToken)
    {
        if (command.Passkey is { } passkey)
        {
            if (await accounts.Find(command.PersonId, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");
            var may = Result.FirstRefused(account.MayEnter(), account.UsePasskey(passkey.PasskeyId, passkey.SignCount, clock.Now));
            if (!may.Succeeded) return may;
        }

        var text = Secrets.NewText();
        records.Add(OneTimeSecret.Give(command.Purpose, Secrets.HashOf(text), command.PersonId, command.SessionId, clock.Now));
        return text;
    }
}

/// <summary>Uses up the secret between the two steps of a login.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record UseSecondStep(string Text) : ICommand<Result>;

internal sealed class UseSecondStepHandler(IDoorRecords records, IBodyClock clock) : ICommandHandler<UseSecondStep, Result>
{
    public async Task<Result> Handle(UseSecondStep command, CancellationToken cancellationToken) =>
        await records.FindSecret(Secrets.HashOf(command.Text), cancellationToken) is { } secret
            ? secret.Use(SecretPurpose.SecondStep, clock.Now)
            : Refusal.NotFound("identity.link-unknown");
}
