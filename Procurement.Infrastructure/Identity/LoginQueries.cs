using Microsoft.EntityFrameworkCore;
using Procurement.Application.Identity;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Identity;

internal sealed class LoginQueries(ProcurementDb db) : ILoginQueries
{
    public async Task<OwnLogin?> Own(PersonId person, CancellationToken ct)
    {
        var found = await db.Set<Account>().Where(a => a.Id == person).ToListAsync(ct);
        return found.Count == 0
            ? null
            : new OwnLogin(
                found[0].UserName, found[0].PasswordSetAt, found[0].CodesConfirmedAt, found[0].RecoveryCodes.Count(c => c.UsedAt is null),
                [.. found[0].Passkeys.OrderBy(p => p.AddedAt).Select(p => new PasskeyRow(p.Id, p.Name, p.AddedAt, p.UsedAt))]);
    }

    public async Task<IReadOnlyList<SessionRow>> Sessions(PersonId person, SessionLife life, DateTimeOffset at, CancellationToken ct)
    {
        var seenSince = at - life.Idle;
        return await db.Set<LoginSession>()
            .Where(s => s.PersonId == person && s.EndedAt == null && s.ExpiresAt > at && s.LastSeenAt > seenSince)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionRow(s.Id, s.StartedAt, s.LastSeenAt, s.Address, s.Agent, s.Method)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<TokenRow>> Tokens(PersonId person, CancellationToken ct) =>
        await db.Set<ApiToken>().Where(t => t.PersonId == person).OrderByDescending(t => t.CreatedAt)
            .Select(t => new TokenRow(t.Id, t.Name, t.ScopeList, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.RevokedAt)).ToListAsync(ct);

    public async Task<IReadOnlyList<LoginEventRow>> Events(PersonId person, int count, CancellationToken ct) =>
        await db.Set<LoginEvent>().Where(e => e.PersonId == person).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(count)
            .Select(e => new LoginEventRow(e.At, e.Kind, e.Address, e.Agent, e.ByPersonId)).ToListAsync(ct);

    public async Task<IReadOnlyList<LoginRow>> Logins(
        UnitScope scope, string? text, string? afterKey, PersonId? afterId, int count, DateTimeOffset at, CancellationToken ct)
    {
        var people = db.Set<Person>().Where(p => p.IsActive);
        if (!scope.All) people = people.Where(p => scope.Units.Contains(p.UnitId));
        foreach (var word in PersianText.SearchWords(text)) people = people.Where(p => p.Folded.Contains(word) || p.NationalId.StartsWith(word));

        if (afterKey is not null && afterId is { } last)
            people = people.Where(p => p.SortKey.CompareTo(afterKey) > 0 || (p.SortKey == afterKey && p.Id > last));

        var rows = await (
            from person in people
            join account in db.Set<Account>() on person.Id equals account.Id into logins
            from login in logins.DefaultIfEmpty()
            orderby person.SortKey, person.Id
            select new
            {
                person.Id, person.SortKey, person.FirstName, person.LastName, person.NationalId, person.UnitId,
                UserName = login == null ? null : login.UserName,
                HasPassword = login != null && login.PasswordHash != null,
                IsDisabled = login != null && login.IsDisabled,
                IsLocked = login != null && login.LockedUntil > at,
                HasSecondFactor = login != null && login.CodesConfirmedAt != null,
            }).Take(count).ToListAsync(ct);
        return [.. rows.Select(r => new LoginRow(
            r.Id, r.SortKey, r.FirstName + " " + r.LastName, r.NationalId, r.UnitId, r.UserName, r.HasPassword, r.IsDisabled, r.IsLocked, r.HasSecondFactor))];
    }
}
