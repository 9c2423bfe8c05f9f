using Procurement.Application.Identity.Door;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Passkeys;

/// <summary>What the browser needs for a passkey, and the sealed state to hand back with its answer.</summary>
public sealed record PasskeyChallenge(string OptionsJson, string State);

/// <summary>The conversation with the browser's authenticator (WebAuthn).</summary>
public interface IPasskeyCeremony
{
    Task<PasskeyChallenge> BeginRegistration(PersonId person, string userName, string fullName, CancellationToken ct);

    Task<Result<Passkey>> FinishRegistration(PersonId person, string name, string credentialJson, string state, CancellationToken ct);

    /// <summary>Asks for a passkey of one person, or of whoever comes.</summary>
    Task<PasskeyChallenge> BeginAssertion(PersonId? person, CancellationToken ct);

    Task<Result<ProvenPasskey>> FinishAssertion(string credentialJson, string state, CancellationToken ct);
}

/// <summary>Adds a passkey to one's login.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record AddPasskey(string Name, string CredentialJson, string State, string Proof) : ICommand<Result>;

internal sealed class AddPasskeyHandler(
    IAccounts accounts, IDoorRecords records, IPasskeyCeremony ceremony, IReauthentication reauthentication, ICallerOrigin origin,
    ICurrentActor actor, IBodyClock clock) : ICommandHandler<AddPasskey, Result>
{
    public async Task<Result> Handle(AddPasskey command, CancellationToken cancellationToken)
    {
        var passkey = await ceremony.FinishRegistration(actor.Person, command.Name, command.CredentialJson, command.State, cancellationToken);
        if (!passkey.Succeeded) return passkey.Plain();
        var proven = await reauthentication.Prove(actor.Person, command.Proof, cancellationToken);
        if (!proven.Succeeded) return proven;
        if (await accounts.Find(actor.Person, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");

        records.Add(LoginEvent.Of(LoginEventKind.PasskeyAdded, actor.Person, origin.Current, clock.Now));
        return account.AddPasskey(passkey.Value);
    }
}

[Requires(IdentityPermissions.Own)]
public sealed record RemovePasskey(Guid PasskeyId) : ICommand<Result>;

internal sealed class RemovePasskeyHandler(IAccounts accounts, IDoorRecords records, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<RemovePasskey, Result>
{
    public async Task<Result> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(actor.Person, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");

        records.Add(LoginEvent.Of(LoginEventKind.PasskeyRemoved, actor.Person, origin.Current, clock.Now));
        return account.RemovePasskey(command.PasskeyId);
    }
}
