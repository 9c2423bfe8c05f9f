using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.FirstAdministrator;

/// <summary>Makes the one-time link by which an administrator is made when none can log in.</summary>
public interface IFirstAdministrator
{
    /// <summary>Writes the link to the file and the log when there is no login at all; returns it, or null when there are logins.</summary>
    Task<string?> OfferIfNobodyIs(CancellationToken ct);

    /// <summary>Writes a fresh link in any case; earlier ones are worthless.</summary>
    Task<string> Offer(CancellationToken ct);

    /// <summary>Removes the file of a link that was used.</summary>
    void Forget();
}

/// <summary>Withdraws earlier links and gives a fresh secret.</summary>
[Requires(IdentityPermissions.Door)]
internal sealed record GiveFirstLink : ICommand<Result<string>>;

internal sealed class GiveFirstLinkHandler(IDoorRecords records, IBodyClock clock) : ICommandHandler<GiveFirstLink, Result<string>>
{
    public async Task<Result<string>> Handle(GiveFirstLink command, CancellationToken cancellationToken)
    {
        foreach (var earlier in await records.OpenSecrets(SecretPurpose.FirstAdministrator, null, cancellationToken)) earlier.Withdraw(clock.Now);
        var text = Secrets.NewText();
        records.Add(OneTimeSecret.Give(SecretPurpose.FirstAdministrator, Secrets.HashOf(text), null, null, clock.Now));
        return text;
    }
}

/// <summary>
/// With the one-time link: founds the head office when there is none, employs the person when he is not known, gives him the administrator's
/// post and a login with a new password.
/// </summary>
[Requires(IdentityPermissions.UseLink)]
public sealed record BecomeAdministrator(
    string Link, string? UnitCode, string? UnitName, string? UnitNameEn, string NationalId, string FirstName, string LastName, string LetterNumber,
    string? UserName, string Password) : ICommand<Result>;

internal sealed class BecomeAdministratorHandler(
    IFoundingRecords body, IAccounts accounts, ILoginSessions sessions, IDoorRecords records, IPasswordHashes hashes, ICallerOrigin origin, IBodyClock clock)
    : ICommandHandler<BecomeAdministrator, Result>
{
    public async Task<Result> Handle(BecomeAdministrator command, CancellationToken cancellationToken)
    {
        var used = await records.FindSecret(Secrets.HashOf(command.Link), cancellationToken) is { } secret
            ? secret.Use(SecretPurpose.FirstAdministrator, clock.Now)
            : Refusal.Rule("identity.link-unknown");
        if (!used.Succeeded) return used;

        var unit = await HeadOffice(command, cancellationToken);
        if (!unit.Succeeded) return unit.Plain();
        var person = await Employed(command, unit.Value.Id, cancellationToken);
        if (!person.Succeeded) return person.Plain();
        var appointed = await Appointed(command, unit.Value.Id, person.Value, cancellationToken);
        return appointed.Succeeded ? await LoginFor(command, person.Value, cancellationToken) : appointed;
    }

    private async Task<Result<OrgUnit>> HeadOffice(BecomeAdministrator command, CancellationToken ct)
    {
        if (await body.HeadOffice(ct) is { } standing) return standing;
        var founded = OrgUnit.Found(command.UnitCode ?? "", command.UnitName ?? "", command.UnitNameEn ?? "", UnitKind.HeadOffice, null);
        if (!founded.Succeeded) return founded.Refusal.Field is { } field ? founded.Refusal.At("Unit" + field) : founded;
        body.Add(founded.Value);
        return founded;
    }

    private async Task<Result<Person>> Employed(BecomeAdministrator command, OrgUnitId unit, CancellationToken ct)
    {
        var id = Domain.Shared.NationalId.Create(command.NationalId);
        if (!id.Succeeded) return id.Refusal.At(nameof(command.NationalId));
        if (await body.FindPerson(id.Value.Value, ct) is { } known) return known;
        var employed = Person.Employ(command.NationalId, command.FirstName, command.LastName, unit);
        if (employed.Succeeded) body.Add(employed.Value);
        return employed;
    }

    private async Task<Result> Appointed(BecomeAdministrator command, OrgUnitId unit, Person person, CancellationToken ct)
    {
        var post = await body.AdministratorPost(unit, ct);
        if (post is null) body.Add(post = Post.Establish(Capacity.Administrator, unit, servesSubtree: true));
        if (person.IsActive && post.Appointments.Any(a => a.PersonId == person.Id && a.HoldsOn(clock.Today))) return Result.Ok;

        var letter = AppointmentLetter.Create(command.LetterNumber, clock.Today);
        return letter.Succeeded ? post.Appoint(person, letter.Value, clock.Today, null, acting: false).Plain() : letter.Plain();
    }

    private async Task<Result> LoginFor(BecomeAdministrator command, Person person, CancellationToken ct)
    {
        var account = await accounts.Find(person.Id, ct);
        if (account is null)
        {
            var opened = Account.Open(person, command.UserName);
            if (!opened.Succeeded) return opened.Plain();
            accounts.Add(account = opened.Value);
            records.Add(LoginEvent.Of(LoginEventKind.LoginOpened, person.Id, origin.Current, clock.Now));
        }
        else
        {
            // Whoever may restart the machine has lost his telephone at worst: everything that could keep him out is taken away.
            if (account.IsDisabled) account.Enable(clock.Now);
            account.ResetSecondFactor();
            if (!string.IsNullOrWhiteSpace(command.UserName) && account.Rename(command.UserName) is { Succeeded: false } refused) return refused;
            foreach (var session in await sessions.OpenOf(person.Id, ct)) session.End(SessionEnd.PasswordChanged, clock.Now);
        }

        var good = PasswordRule.Check(command.Password, account);
        if (!good.Succeeded) return good;
        account.SetPassword(hashes.Hash(command.Password), clock.Now);
        records.Add(LoginEvent.Of(LoginEventKind.PasswordChanged, person.Id, origin.Current, clock.Now));
        return Result.Ok;
    }
}

/// <summary>Whether a first-administrator link still opens, and whether the head office is still to be founded.</summary>
/// <param name="FoundsHeadOffice">There is no head office yet.</param>
public sealed record FirstLinkView(bool FoundsHeadOffice);

[Requires(IdentityPermissions.UseLink)]
public sealed record ShowFirstLink(string Link) : IQuery<Result<FirstLinkView>>;

internal sealed class ShowFirstLinkHandler(IFoundingRecords body, IDoorRecords records, IBodyClock clock) : IQueryHandler<ShowFirstLink, Result<FirstLinkView>>
{
    public async Task<Result<FirstLinkView>> Handle(ShowFirstLink query, CancellationToken cancellationToken)
    {
        if (await records.FindSecret(Secrets.HashOf(query.Link), cancellationToken) is not { } secret) return Refusal.Rule("identity.link-unknown");
        var may = secret.MayOpen(SecretPurpose.FirstAdministrator, clock.Now);
        return may.Succeeded ? new FirstLinkView(await body.HeadOffice(cancellationToken) is null) : may;
    }
}
