using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Door;

/// <summary>Uses up a code of the second factor or a recovery code.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record UseCode(PersonId PersonId, string Typed) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class UseCodeHandler(
    IAccounts accounts, IDoorRecords records, ISecretBox box, ICallerOrigin origin, IBodyClock clock) : ICommandHandler<UseCode, Result>
{
    public async Task<Result> Handle(UseCode command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(command.PersonId, cancellationToken) is not { HasSecondFactor: true } account) return Refusal.Rule("identity.code-wrong");
        var used = Use(account, command.Typed);
        if (used.Succeeded) account.AcceptProof();
        return used;
    }

    private Result Use(Account account, string typed)
    {
        var code = Secrets.FoldCode(typed);
        if (Secrets.LooksLikeCode(code)) return account.UseCode(CodeSteps.StepOf(box, account, code, clock.Now));

        var used = account.UseRecoveryCode(Secrets.HashOf(Secrets.FoldRecoveryCode(typed)), clock.Now);
        if (used.Succeeded) records.Add(LoginEvent.Of(LoginEventKind.RecoveryCodeUsed, account.Id, origin.Current, clock.Now));
        return used;
    }
}

/// <summary>Opens the sealed secret of a generator and finds the step a code belongs to.</summary>
internal static class CodeSteps
{
    public static long? StepOf(ISecretBox box, Account account, string code, DateTimeOffset at) =>
        account.CodeSecret is { } sealedText && box.Open(sealedText, Secrets.CodeSecretPurpose) is { } secret
            ? TimeCode.StepOf(secret, code, at)
            : null;
}

/// <summary>Uses up the proof that a passkey gave for a signing act.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record UsePasskeyProof(PersonId PersonId, Guid SessionId, string Text) : ICommand<Result>
{
    public Guid? AuditSubject => PersonId.Value;
}

internal sealed class UsePasskeyProofHandler(IDoorRecords records, IBodyClock clock) : ICommandHandler<UsePasskeyProof, Result>
{
    public async Task<Result> Handle(UsePasskeyProof command, CancellationToken cancellationToken)
    {
        var secret = await records.FindSecret(Secrets.HashOf(command.Text), cancellationToken);
        return secret is not null && secret.PersonId == command.PersonId && secret.SessionId == command.SessionId
            ? secret.Use(SecretPurpose.PasskeyProof, clock.Now)
            : Refusal.Rule("identity.passkey-refused");
    }
}
