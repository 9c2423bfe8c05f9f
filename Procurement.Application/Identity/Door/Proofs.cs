using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>Checks passwords and codes, one at a time for each login, and counts the wrong ones.</summary>
internal sealed class Proofs(
    IAccounts accounts, IPasswordHashes hashes, SystemDoor door, AccountTurns turns, CallContext context, IBodyClock clock)
{
    /// <summary>Whether this is the person's password. A locked login does not even look at it.</summary>
    public Task<Result> Password(PersonId person, string password, CancellationToken ct) =>
        Check(person, LoginEventKind.WrongPassword, account => Task.FromResult<Result>(
            hashes.Matches(account.PasswordHash, password) ? Result.Ok : Refusal.Rule("identity.password-wrong")), ct);

    /// <summary>Uses up a code of the person's second factor, or a recovery code.</summary>
    public Task<Result> Code(PersonId person, string typed, CancellationToken ct) =>
        Check(person, LoginEventKind.WrongCode, _ => door.Send(new UseCode(person, typed), person, context.SessionId, ct), ct);

    private async Task<Result> Check(PersonId person, LoginEventKind wrong, Func<Account, Task<Result>> proof, CancellationToken ct)
    {
        using var turn = await turns.Take(person, ct);
        if (await accounts.Look(person, ct) is not { } account) return Refusal.NotFound("identity.login-unknown");
        if (account.IsLockedAt(clock.Now)) return account.MayProve(clock.Now);

        var proven = await proof(account);
        if (!proven.Succeeded)
        {
            // A system too busy to look says nothing about the proof.
            if (proven.Refusal.Kind != RefusalKind.Busy) await door.Send(new CountWrongProof(person, wrong), person, context.SessionId, ct);
            return proven;
        }

        if (account.IsDisabled)
        {
            await door.Send(new BookDenial(person), person, context.SessionId, ct);
            return account.MayProve(clock.Now);
        }

        return account.WrongProofs == 0 ? Result.Ok : await door.Send(new ForgetWrongProofs(person), person, context.SessionId, ct);
    }
}

/// <inheritdoc cref="IReauthentication"/>
/// <remarks>
/// A code of six digits is one of the second factor when there is one; what a passkey gave begins with its mark; anything else is a
/// password. A command that is run again after a conflict finds its proof still good: it was made for the same request.
/// </remarks>
internal sealed class Reauthentication(Proofs proofs, IAccounts accounts, SystemDoor door, CallContext context) : IReauthentication
{
    /// <summary>Begins the one-time text a passkey gives in place of a password.</summary>
    public const string PasskeyMark = "passkey.";

    public async Task<Result> Prove(PersonId person, string proof, CancellationToken ct)
    {
        var key = $"{person.Value:N}:{Secrets.HashOf(proof)}";
        if (context.Proven.Contains(key)) return Result.Ok;

        var proven = await Check(person, proof, ct);
        if (proven.Succeeded) context.Proven.Add(key);
        return proven.Succeeded || proven.Refusal.Field is not null ? proven : proven.Refusal.At("Proof");
    }

    private async Task<Result> Check(PersonId person, string proof, CancellationToken ct)
    {
        if (proof.StartsWith(PasskeyMark, StringComparison.Ordinal))
        {
            return context.SessionId is { } session
                ? await door.Send(new UsePasskeyProof(person, session, proof[PasskeyMark.Length..]), person, session, ct)
                : Refusal.Rule("identity.passkey-refused");
        }

        var code = Secrets.FoldCode(proof);
        return Secrets.LooksLikeCode(code) && await accounts.Look(person, ct) is { HasSecondFactor: true }
            ? await proofs.Code(person, code, ct)
            : await proofs.Password(person, proof, ct);
    }
}
