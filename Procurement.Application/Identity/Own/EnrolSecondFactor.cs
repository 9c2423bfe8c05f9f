using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity.Door;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Own;

/// <summary>Begins a code generator, or replaces the one in use; asks for a proof unless the login itself ordered the enrolment.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record BeginSecondFactor(string? Proof) : ICommand<Result>;

internal sealed class BeginSecondFactorHandler(
    IAccounts accounts, ILoginSessions sessions, ISecretBox box, IReauthentication reauthentication, ChartOfCall charts, ICurrentActor actor,
    IOptions<SecurityOptions> options, IBodyClock clock) : ICommandHandler<BeginSecondFactor, Result>
{
    public async Task<Result> Handle(BeginSecondFactor command, CancellationToken cancellationToken)
    {
        if (actor.SessionId is not { } id || await sessions.Find(new LoginSessionId(id), cancellationToken) is not { } session)
            return Refusal.Forbidden("identity.needs-a-login");
        if (!session.MustEnrol)
        {
            var proven = await reauthentication.Prove(actor.Person, command.Proof ?? "", cancellationToken);
            if (!proven.Succeeded) return proven;
        }

        if (await accounts.Find(actor.Person, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");
        account.BeginCodes(box.Seal(RandomNumberGenerator.GetBytes(TimeCode.SecretBytes), Secrets.CodeSecretPurpose));
        if (SecondFactorRule.IsNeededBy(await charts.Get(cancellationToken), account.Id, clock.Today, options.Value)) session.AskEnrolment();
        return Result.Ok;
    }
}

/// <summary>What the owner scans or types into his generator; shown only while enrolment is under way.</summary>
/// <param name="Secret">In base 32.</param>
/// <param name="Address">The <c>otpauth</c> address the picture carries.</param>
/// <param name="Picture">The address as a QR code.</param>
public sealed record SecondFactorSetup(string Secret, string Address, QrPicture Picture);

[Requires(IdentityPermissions.Own)]
public sealed record ShowSecondFactorSetup : IQuery<Result<SecondFactorSetup>>;

internal sealed class ShowSecondFactorSetupHandler(IAccounts accounts, ISecretBox box, IQrPictures pictures, ICurrentActor actor)
    : IQueryHandler<ShowSecondFactorSetup, Result<SecondFactorSetup>>
{
    private const string Issuer = "Procurement";

    public async Task<Result<SecondFactorSetup>> Handle(ShowSecondFactorSetup query, CancellationToken cancellationToken)
    {
        if (await accounts.Look(actor.Person, cancellationToken) is not { HasSecondFactor: false, CodeSecret: { } sealedText } account
            || box.Open(sealedText, Secrets.CodeSecretPurpose) is not { } secret) return Refusal.Rule("identity.second-factor-not-begun");

        var text = TimeCode.Base32(secret);
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.UserName)}?secret={text}&issuer={Issuer}";
        return new SecondFactorSetup(text, address, pictures.Draw(address));
    }
}

/// <summary>Ends enrolment with the first right code, and gives the recovery codes, shown this once.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record ConfirmSecondFactor(string Code) : ICommand<Result<WrittenCodes>>;

/// <summary>Recovery codes to be written down.</summary>
public sealed record WrittenCodes(IReadOnlyList<string> Codes);

internal sealed class ConfirmSecondFactorHandler(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, ISecretBox box, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<ConfirmSecondFactor, Result<WrittenCodes>>
{
    public async Task<Result<WrittenCodes>> Handle(ConfirmSecondFactor command, CancellationToken cancellationToken)
    {
        if (await accounts.Find(actor.Person, cancellationToken) is not { } account) return Refusal.NotFound("identity.login-unknown");
        var codes = Secrets.NewRecoveryCodes();
        var step = CodeSteps.StepOf(box, account, Secrets.FoldCode(command.Code), clock.Now);
        var confirmed = account.ConfirmCodes(step, codes.Select(c => Secrets.HashOf(Secrets.FoldRecoveryCode(c))), clock.Now);
        if (!confirmed.Succeeded) return confirmed;

        foreach (var session in await sessions.OpenOf(account.Id, cancellationToken)) session.Enrolled();
        records.Add(LoginEvent.Of(LoginEventKind.SecondFactorEnrolled, account.Id, origin.Current, clock.Now));
        return new WrittenCodes(codes);
    }
}

/// <summary>Makes new recovery codes; the old ones are worthless.</summary>
[Requires(IdentityPermissions.Own)]
public sealed record RenewRecoveryCodes(string Proof) : ICommand<Result<WrittenCodes>>;

internal sealed class RenewRecoveryCodesHandler(IAccounts accounts, IReauthentication reauthentication, ICurrentActor actor)
    : ICommandHandler<RenewRecoveryCodes, Result<WrittenCodes>>
{
    public async Task<Result<WrittenCodes>> Handle(RenewRecoveryCodes command, CancellationToken cancellationToken)
    {
        var proven = await reauthentication.Prove(actor.Person, command.Proof, cancellationToken);
        if (!proven.Succeeded) return proven;
        if (await accounts.Find(actor.Person, cancellationToken) is not { HasSecondFactor: true } account)
            return Refusal.Rule("identity.second-factor-not-begun");

        var codes = Secrets.NewRecoveryCodes();
        account.ReplaceRecoveryCodes(codes.Select(c => Secrets.HashOf(Secrets.FoldRecoveryCode(c))));
        return new WrittenCodes(codes);
    }
}
