using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.Passkeys;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Identity;

/// <inheritdoc cref="IPasskeyCeremony"/>
/// <remarks>
/// The framework makes and checks the messages; the state between the two halves goes to the browser sealed and good for five minutes.
/// </remarks>
internal sealed class PasskeyCeremony(
    IPasskeyHandler<PasskeyOwner> handler, IAccounts accounts, IHttpContextAccessor http, IDataProtectionProvider protection, IBodyClock clock)
    : IPasskeyCeremony
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private HttpContext Request => http.HttpContext ?? throw new InvalidOperationException("A passkey is asked for in a web request.");

    public async Task<PasskeyChallenge> BeginRegistration(PersonId person, string userName, string fullName, CancellationToken ct)
    {
        var entity = new PasskeyUserEntity { Id = person.Value.ToString("N"), Name = userName, DisplayName = fullName };
        var made = await handler.MakeCreationOptionsAsync(entity, Request);
        return new PasskeyChallenge(made.CreationOptionsJson, SealState("register", made.AttestationState));
    }

    public async Task<Result<Passkey>> FinishRegistration(PersonId person, string name, string credentialJson, string state, CancellationToken ct)
    {
        if (OpenState("register", state) is not { } opened) return Refusal.Rule("identity.passkey-refused");
        var done = await Attested(new PasskeyAttestationContext { HttpContext = Request, CredentialJson = credentialJson, AttestationState = opened });
        if (done is not { Succeeded: true } || done.UserEntity.Id != person.Value.ToString("N")) return Refusal.Rule("identity.passkey-refused");

        var key = done.Passkey;
        return Passkey.Register(name, key.CredentialId, key.PublicKey, key.SignCount, key.IsBackupEligible, key.IsBackedUp, clock.Now);
    }

    public async Task<PasskeyChallenge> BeginAssertion(PersonId? person, CancellationToken ct)
    {
        var owner = person is { } id && await accounts.Look(id, ct) is { } account ? PasskeyOwner.Of(account) : null;
        var made = await handler.MakeRequestOptionsAsync(owner, Request);
        return new PasskeyChallenge(made.RequestOptionsJson, SealState("assert", made.AssertionState));
    }

    public async Task<Result<ProvenPasskey>> FinishAssertion(string credentialJson, string state, CancellationToken ct)
    {
        if (OpenState("assert", state) is not { } opened) return Refusal.Rule("identity.passkey-refused");
        var done = await Asserted(new PasskeyAssertionContext { HttpContext = Request, CredentialJson = credentialJson, AssertionState = opened });
        if (done is not { Succeeded: true }) return Refusal.Rule("identity.passkey-refused");

        var used = done.User.Account.Passkeys.FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(done.Passkey.CredentialId));
        return used is null ? Refusal.Rule("identity.passkey-refused") : new ProvenPasskey(done.User.Account.Id, used.Id, done.Passkey.SignCount);
    }

    /// <summary>A message that is no JSON at all makes the framework throw instead of refuse; the browser sent it, so it is a refusal.</summary>
    private async Task<PasskeyAttestationResult?> Attested(PasskeyAttestationContext context)
    {
        try
        {
            return await handler.PerformAttestationAsync(context);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<PasskeyOwner>?> Asserted(PasskeyAssertionContext context)
    {
        try
        {
            return await handler.PerformAssertionAsync(context);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string SealState(string purpose, string? state) => Protector(purpose).Protect(state ?? "", Patience);

    private string? OpenState(string purpose, string state)
    {
        try
        {
            return Protector(purpose).Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null; // too late, or not ours
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("identity.passkey", purpose).ToTimeLimitedDataProtector();
}

/// <summary>A login as the framework's passkey part knows it.</summary>
internal sealed class PasskeyOwner
{
    private PasskeyOwner(Account account) => Account = account;

    public Account Account { get; }

    public static PasskeyOwner Of(Account account) => new(account);
}
