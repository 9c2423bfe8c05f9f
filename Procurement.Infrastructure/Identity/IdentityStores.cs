using Microsoft.EntityFrameworkCore;
using Procurement.Application.Identity;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Identity;

internal sealed class AccountStore(ProcurementDb db) : IAccounts
{
    public Task<Account?> Find(PersonId person, CancellationToken ct) => db.Tracked<Account>().FirstOrDefaultAsync(a => a.Id == person, ct);

    public Task<Account?> Look(PersonId person, CancellationToken ct) => db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == person, ct);

    public async Task<PersonId?> OwnerOf(string userName, CancellationToken ct)
    {
        var owners = await db.Set<Account>().Where(a => a.UserName == userName).Select(a => a.Id).ToListAsync(ct);
        return owners.Count == 0 ? null : owners[0];
    }

    public Task<bool> Any(CancellationToken ct) => db.Set<Account>().AnyAsync(ct);

    public void Touch(Account account) => db.Entry(account).Property(a => a.UserName).IsModified = true;

    public void Add(Account account) => db.Add(account);
}

internal sealed class LoginSessionStore(ProcurementDb db) : ILoginSessions
{
    public Task<LoginSession?> Find(LoginSessionId id, CancellationToken ct) => db.Tracked<LoginSession>().FirstOrDefaultAsync(s => s.Id == id, ct);

    public async Task<IReadOnlyList<LoginSession>> OpenOf(PersonId person, CancellationToken ct) =>
        await db.Tracked<LoginSession>().Where(s => s.PersonId == person && s.EndedAt == null).ToListAsync(ct);

    public void Add(LoginSession session) => db.Add(session);
}

internal sealed class DoorRecords(ProcurementDb db) : IDoorRecords
{
    public Task<ApiToken?> FindToken(ApiTokenId id, CancellationToken ct) => db.Tracked<ApiToken>().FirstOrDefaultAsync(t => t.Id == id, ct);

    public void Add(ApiToken token) => db.Add(token);

    public Task<OneTimeSecret?> FindSecret(string secretHash, CancellationToken ct) =>
        db.Tracked<OneTimeSecret>().FirstOrDefaultAsync(s => s.SecretHash == secretHash, ct);

    public async Task<IReadOnlyList<OneTimeSecret>> OpenSecrets(SecretPurpose purpose, PersonId? person, CancellationToken ct) =>
        await db.Tracked<OneTimeSecret>().Where(s => s.Purpose == purpose && s.PersonId == person && s.UsedAt == null).ToListAsync(ct);

    public void Add(OneTimeSecret secret) => db.Add(secret);

    public async Task<IReadOnlyList<LoginEvent>> BookOf(PersonId person, DateTimeOffset since, CancellationToken ct) =>
        await db.Set<LoginEvent>().AsNoTracking().Where(e => e.PersonId == person && e.At >= since).ToListAsync(ct);

    public void Add(LoginEvent happened) => db.Add(happened);
}

internal sealed class FoundingRecords(ProcurementDb db) : IFoundingRecords
{
    public Task<Person?> FindPerson(PersonId id, CancellationToken ct) => db.Tracked<Person>().FirstOrDefaultAsync(p => p.Id == id, ct);

    public Task<Person?> FindPerson(string nationalId, CancellationToken ct) =>
        db.Tracked<Person>().FirstOrDefaultAsync(p => p.NationalId == nationalId, ct);

    public Task<OrgUnit?> HeadOffice(CancellationToken ct) => db.Tracked<OrgUnit>().FirstOrDefaultAsync(u => u.Kind == UnitKind.HeadOffice, ct);

    public Task<Post?> AdministratorPost(OrgUnitId unit, CancellationToken ct) =>
        db.Tracked<Post>().FirstOrDefaultAsync(p => p.UnitId == unit && p.Capacity == Capacity.Administrator && p.IsOpen, ct);

    public void Add(OrgUnit unit) => db.Add(unit);

    public void Add(Person person) => db.Add(person);

    public void Add(Post post) => db.Add(post);
}
