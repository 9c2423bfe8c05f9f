using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Identity;

/// <summary>Logins, loaded to be changed.</summary>
public interface IAccounts
{
    Task<Account?> Find(PersonId person, CancellationToken ct);

    /// <summary>A login as it stands now, to look at only; never the copy an earlier question of this call left behind.</summary>
    Task<Account?> Look(PersonId person, CancellationToken ct);

    /// <summary>Whose login a typed name is; null when nobody's.</summary>
    Task<PersonId?> OwnerOf(string userName, CancellationToken ct);

    Task<bool> Any(CancellationToken ct);

    /// <summary>Raises the login's version although nothing in it changes: acts that exclude each other meet there, and one is decided again.</summary>
    void Touch(Account account);

    void Add(Account account);
}

/// <summary>Sessions, loaded to be changed.</summary>
public interface ILoginSessions
{
    Task<LoginSession?> Find(LoginSessionId id, CancellationToken ct);

    /// <summary>The person's sessions that have not ended.</summary>
    Task<IReadOnlyList<LoginSession>> OpenOf(PersonId person, CancellationToken ct);

    void Add(LoginSession session);
}

/// <summary>Tokens, one-time secrets and the door's book.</summary>
public interface IDoorRecords
{
    Task<ApiToken?> FindToken(ApiTokenId id, CancellationToken ct);

    void Add(ApiToken token);

    Task<OneTimeSecret?> FindSecret(string secretHash, CancellationToken ct);

    /// <summary>Secrets of a purpose that are not used up yet, for one person or for nobody in particular.</summary>
    Task<IReadOnlyList<OneTimeSecret>> OpenSecrets(SecretPurpose purpose, PersonId? person, CancellationToken ct);

    void Add(OneTimeSecret secret);

    /// <summary>The lines of the door's book about one person since an instant.</summary>
    Task<IReadOnlyList<LoginEvent>> BookOf(PersonId person, DateTimeOffset since, CancellationToken ct);

    void Add(LoginEvent happened);
}

/// <summary>The people and the tree, as far as the founding of the body needs them.</summary>
public interface IFoundingRecords
{
    Task<Person?> FindPerson(PersonId id, CancellationToken ct);

    Task<Person?> FindPerson(string nationalId, CancellationToken ct);

    Task<OrgUnit?> HeadOffice(CancellationToken ct);

    /// <summary>The administrator's post of a unit.</summary>
    Task<Post?> AdministratorPost(OrgUnitId unit, CancellationToken ct);

    void Add(OrgUnit unit);

    void Add(Person person);

    void Add(Post post);
}

/// <summary>Slow salted hashes of passwords.</summary>
public interface IPasswordHashes
{
    string Hash(string password);

    /// <summary>Takes as long for a missing hash as for a present one: the time tells nobody whether a login exists.</summary>
    bool Matches(string? hash, string password);
}

/// <summary>Seals what must be read again later, so that the database alone does not give it away.</summary>
public interface ISecretBox
{
    string Seal(byte[] secret, string purpose);

    /// <summary>Null when it was not sealed here, or for something else.</summary>
    byte[]? Open(string sealedText, string purpose);
}

/// <summary>Where the present request comes from.</summary>
public interface ICallerOrigin
{
    CallerOrigin Current { get; }
}

/// <summary>A QR code as one path on a square of unit modules.</summary>
public sealed record QrPicture(int Size, string Path);

/// <summary>Draws what a telephone reads off the screen.</summary>
public interface IQrPictures
{
    QrPicture Draw(string text);
}
