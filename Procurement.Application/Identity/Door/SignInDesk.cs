using Microsoft.Extensions.Options;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>How far a login came: a session, or a secret that asks for the second step.</summary>
public sealed record SignInProgress(OpenedSession? Session, string? SecondStep);

/// <summary>Where somebody becomes known: password, then code where there is one; or a passkey at once.</summary>
public interface ISignInDesk
{
    Task<Result<SignInProgress>> WithPassword(string userName, string password, CancellationToken ct);

    /// <summary>The second step, with the secret the first one gave.</summary>
    Task<Result<OpenedSession>> WithCode(string secondStep, string code, CancellationToken ct);

    Task<Result<OpenedSession>> WithPasskey(ProvenPasskey passkey, CancellationToken ct);

    /// <summary>A one-time text that stands for the password of the next signing act of this session.</summary>
    Task<Result<string>> SigningProof(ProvenPasskey passkey, CancellationToken ct);
}

internal sealed class SignInDesk(
    IAccounts accounts, IDoorRecords records, IPasswordHashes hashes, Proofs proofs, SystemDoor door, CallContext context,
    IOptions<SecurityOptions> options, IBodyClock clock) : ISignInDesk
{
    public async Task<Result<SignInProgress>> WithPassword(string userName, string password, CancellationToken ct)
    {
        if (await accounts.OwnerOf(Account.FoldUserName(userName), ct) is not { } person)
        {
            hashes.Matches(null, password);
            await door.Send(new CountWrongProof(null, LoginEventKind.WrongPassword), null, null, ct);
            return Refused();
        }

        var proven = await proofs.Password(person, password, ct);
        // Wrong and locked get one answer: to a stranger another one would tell which names exist.
        if (!proven.Succeeded)
        {
            if (proven.Refusal.Code == "identity.locked-out") hashes.Matches(null, password); // nor may the time it took
            return proven.Refusal.Code == Account.Disabled || proven.Refusal.Kind == RefusalKind.Busy ? proven : Refused();
        }

        if (await accounts.Look(person, ct) is not { HasSecondFactor: true })
        {
            var opened = await door.Send(new OpenSession(person, SignInMethod.Password), person, null, ct);
            return opened.Succeeded ? new SignInProgress(opened.Value, null) : opened.Plain();
        }

        var step = await door.Send(new GiveSecret(SecretPurpose.SecondStep, person, null), person, null, ct);
        return step.Succeeded ? new SignInProgress(null, step.Value) : step.Plain();
    }

    public async Task<Result<OpenedSession>> WithCode(string secondStep, string code, CancellationToken ct)
    {
        var secret = await records.FindSecret(Secrets.HashOf(secondStep), ct);
        if (secret is not { PersonId: { } person } || !secret.MayOpen(SecretPurpose.SecondStep, clock.Now).Succeeded)
            return Refusal.Rule("identity.second-step-over");

        var proven = await proofs.Code(person, code, ct);
        if (!proven.Succeeded) return proven;
        var used = await door.Send(new UseSecondStep(secondStep), person, null, ct);
        return used.Succeeded ? await door.Send(new OpenSession(person, SignInMethod.PasswordAndCode), person, null, ct) : used;
    }

    public Task<Result<OpenedSession>> WithPasskey(ProvenPasskey passkey, CancellationToken ct) =>
        door.Send(new OpenSession(passkey.PersonId, SignInMethod.Passkey, passkey), passkey.PersonId, null, ct);

    public async Task<Result<string>> SigningProof(ProvenPasskey passkey, CancellationToken ct)
    {
        if (context.SessionId is not { } session || context.Person != passkey.PersonId) return Refusal.Rule("identity.passkey-refused");
        var given = await door.Send(new GiveSecret(SecretPurpose.PasskeyProof, passkey.PersonId, session, passkey), passkey.PersonId, session, ct);
        return given.Succeeded ? Reauthentication.PasskeyMark + given.Value : given;
    }

    private Refusal Refused() =>
        Refusal.Rule("identity.sign-in-refused", options.Value.LockOutAttempts, (int)options.Value.LockOutPeriod.TotalMinutes);
}
