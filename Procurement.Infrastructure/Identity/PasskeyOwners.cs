using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Identity;

/// <summary>Shows the framework's passkey part the logins and their passkeys, to read only: changes are our own use cases.</summary>
internal sealed class PasskeyOwners(ProcurementDb db) : IUserPasskeyStore<PasskeyOwner>
{
    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id.Value.ToString("N"));

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.UserName);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public async Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id)) return null;
        var person = new PersonId(id);
        return Owner(await db.Set<Account>().Where(a => a.Id == person).ToListAsync(cancellationToken));
    }

    public async Task<PasskeyOwner?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var name = Account.FoldUserName(normalizedUserName);
        return Owner(await db.Set<Account>().Where(a => a.UserName == name).ToListAsync(cancellationToken));
    }

    public async Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Owner(await db.Set<Account>().Where(a => a.Passkeys.Any(p => p.CredentialId == credentialId)).ToListAsync(cancellationToken));

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.Passkeys.Where(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)).Select(Info).FirstOrDefault());

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Account.Passkeys.Select(Info)]);

    public Task AddOrUpdatePasskeyAsync(PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
        // The unit of work belongs to its scope.
    }

    private static PasskeyOwner? Owner(List<Account> found) => found.Count == 0 ? null : PasskeyOwner.Of(found[0]);

    private static UserPasskeyInfo Info(Passkey key) => new(
        key.CredentialId, key.PublicKey, key.AddedAt, (uint)key.SignCount, transports: null, isUserVerified: true, key.IsBackupEligible, key.IsBackedUp,
        attestationObject: [], clientDataJson: []);

    private static NotSupportedException ReadOnly() => new("Logins are changed by our own use cases.");
}
