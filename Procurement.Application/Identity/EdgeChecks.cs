using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Identity;

/// <summary>Who a request comes from, found once at its beginning.</summary>
public interface IEdgeChecks
{
    /// <summary>The session a browser's secret belongs to, alive or over; null when there never was one. A living one counts as seen now.</summary>
    Task<KnownSession?> Session(string secret, CancellationToken ct);

    /// <summary>The token a program shows; null when it is unknown, over, revoked, or its owner may not log in.</summary>
    Task<KnownToken?> Token(string text, CancellationToken ct);
}

/// <param name="Id">The session.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="IsAlive">Not ended, not over, and the login still open.</param>
/// <param name="MustEnrol">Good for enrolling a second factor only.</param>
/// <param name="HasPasskey">Signing acts may be proved by passkey.</param>
public sealed record KnownSession(LoginSessionId Id, PersonId PersonId, bool IsAlive, bool MustEnrol, bool HasPasskey);

public sealed record KnownToken(ApiTokenId Id, PersonId PersonId, IReadOnlySet<string> Scopes);

/// <summary>A form that arrived after its session was over, kept sealed until its owner is back.</summary>
public interface IFormStash
{
    /// <summary>Null when the system is too busy to keep it.</summary>
    Task<Guid?> Keep(PersonId person, StashedForm form, CancellationToken ct);

    /// <summary>Null when it is not his, thrown away, or too old.</summary>
    Task<StashedForm?> Find(Guid id, PersonId person, CancellationToken ct);

    Task Remove(Guid id, CancellationToken ct);
}

/// <param name="Path">Where it was sent, within this application.</param>
/// <param name="Fields">Names and values in the order they came; secrets are left out.</param>
/// <param name="SecretFields">Names of the fields whose values were not kept and are typed again.</param>
/// <param name="LostFiles">Names of files that must be chosen again.</param>
public sealed record StashedForm(
    string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> SecretFields, IReadOnlyList<string> LostFiles);
