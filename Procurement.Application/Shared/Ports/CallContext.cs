using Procurement.Domain.Organisation;

namespace Procurement.Application.Shared.Ports;

/// <summary>Who calls, through which session, with which request key. Set once at the edge; never taken from a form.</summary>
public sealed class CallContext
{
    /// <summary>The person logged in; null for an anonymous caller.</summary>
    public PersonId? Person { get; set; }

    public Guid? SessionId { get; set; }

    /// <summary>Scopes of a bearer token; null when the caller has a full session.</summary>
    public IReadOnlySet<string>? TokenScopes { get; set; }

    /// <summary>The key that makes a repeated request answer as the first did; null when the caller gave none.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The system itself acts (daily job, first start, administrator's verb on the machine): permissions do not apply, the leaf says so.</summary>
    public bool IsSystem { get; set; }

    /// <summary>A verb run on the machine itself drives the use case (demo data); it has no password to type. Never set by the web edge.</summary>
    public bool ProvenInProcess { get; set; }

    /// <summary>Proofs already found good in this call. Every attempt of one request shares them: a one-time code is used up by the first.</summary>
    public ISet<string> Proven { get; private set; } = new HashSet<string>(StringComparer.Ordinal);

    public void CopyFrom(CallContext other)
    {
        Proven = other.Proven;
        Person = other.Person;
        SessionId = other.SessionId;
        TokenScopes = other.TokenScopes;
        IdempotencyKey = other.IdempotencyKey;
        IsSystem = other.IsSystem;
        ProvenInProcess = other.ProvenInProcess;
    }
}

/// <summary>The person a use case acts for, and the instant it acts at.</summary>
public interface ICurrentActor
{
    bool IsSystem { get; }

    /// <summary>The person logged in; the system's own person when the system acts.</summary>
    PersonId Person { get; }

    Guid? SessionId { get; }
}

/// <summary>The body's clock: instants in UTC, business days in Tehran, working days by the holiday table.</summary>
public interface IBodyClock
{
    DateTimeOffset Now { get; }

    DateOnly Today { get; }

    /// <summary>The end of the n-th working day after an instant.</summary>
    DateTimeOffset DueAfter(DateTimeOffset from, int workingDays);
}
