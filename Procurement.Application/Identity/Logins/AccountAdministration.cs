using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Logins;

/// <summary>What every act on another person's login begins and ends with: within one's units, never on one's own, booked.</summary>
internal sealed class AccountAdministration(
    IAccounts accounts, ILoginSessions sessions, IDoorRecords records, ChartOfCall charts, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock)
{
    /// <summary>The login of a person of the administrator's units.</summary>
    public async Task<Result<Account>> LoginOf(PersonId person, CancellationToken ct)
    {
        var seen = await MaySee(person, ct);
        if (!seen.Succeeded) return seen;
        if (person == actor.Person) return Refusal.Rule("identity.not-ones-own-login");
        return await accounts.Find(person, ct) is { } account ? account : Refusal.NotFound("identity.login-unknown");
    }

    public async Task<Result> MaySee(PersonId person, CancellationToken ct)
    {
        if (actor.IsSystem) return Result.Ok;
        var chart = await charts.Get(ct);
        return chart.Person(person) is { } staff && chart.ScopeOf(actor.Person, clock.Today).Covers(staff.UnitId)
            ? Result.Ok
            : Refusal.NotFound("identity.login-unknown");
    }

    public async Task EndSessions(PersonId person, SessionEnd by, CancellationToken ct)
    {
        foreach (var session in await sessions.OpenOf(person, ct)) session.End(by, clock.Now);
    }

    /// <summary>Gives a one-time secret for choosing a password, in place of earlier ones.</summary>
    public async Task<string> GivePasswordLink(PersonId person, CancellationToken ct)
    {
        foreach (var earlier in await records.OpenSecrets(SecretPurpose.SetPassword, person, ct)) earlier.Withdraw(clock.Now);
        var text = Secrets.NewText();
        records.Add(OneTimeSecret.Give(SecretPurpose.SetPassword, Secrets.HashOf(text), person, null, clock.Now));
        Book(LoginEventKind.LinkGiven, person);
        return text;
    }

    public void Book(LoginEventKind kind, PersonId person) =>
        records.Add(LoginEvent.Of(kind, person, origin.Current, clock.Now, actor.Person));
}
