using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>How somebody proved at login who he is. Stored numbers: never renumber.</summary>
public enum SignInMethod
{
    Password = 1,

    /// <summary>Password and a code of the second factor.</summary>
    PasswordAndCode = 2,

    Passkey = 3,
}

/// <summary>Why a session ended. Stored numbers: never renumber.</summary>
public enum SessionEnd
{
    SignedOut = 1,
    EndedByOwner = 2,
    EndedByAdministrator = 3,
    PasswordChanged = 4,
    LoginDisabled = 5,
}

/// <summary>How long a session lives.</summary>
/// <param name="Idle">Without any request.</param>
/// <param name="Longest">From login, whatever happens.</param>
public sealed record SessionLife(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>Thirty minutes idle, eight hours in all.</summary>
    public static SessionLife Usual { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(8));
}

/// <summary>One login on one device (نشست), from login to its end; the browser carries only a secret whose hash is kept here.</summary>
/// <remarks>The server decides whether it is alive, so that an end is an end at once, on every node.</remarks>
public sealed class LoginSession : AggregateRoot<LoginSessionId>
{
    public const int MaxAgentLength = 200;
    public const int MaxAddressLength = 45;

    private LoginSession()
    {
    }

    public PersonId PersonId { get; private set; }

    public string SecretHash { get; private set; } = "";

    public SignInMethod Method { get; private set; }

    /// <summary>The post asks for a second factor and none is enrolled yet: the session may enrol one and nothing else.</summary>
    public bool MustEnrol { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>The end that no activity moves.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndedBy { get; private set; }

    /// <summary>Network address the login came from.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the browser calls itself.</summary>
    public string Agent { get; private set; } = "";

    public static LoginSession Begin(
        PersonId person, string secretHash, SignInMethod method, bool mustEnrol, CallerOrigin from, SessionLife life, DateTimeOffset at) => new()
    {
        Id = LoginSessionId.New(),
        PersonId = person,
        SecretHash = secretHash,
        Method = method,
        MustEnrol = mustEnrol,
        StartedAt = at,
        LastSeenAt = at,
        ExpiresAt = at + life.Longest,
        Address = from.Address,
        Agent = from.Agent,
    };

    public bool IsAliveAt(DateTimeOffset at, SessionLife life) => EndedAt is null && at < ExpiresAt && at < LastSeenAt + life.Idle;

    /// <summary>Ends the session; ending an ended one changes nothing.</summary>
    public void End(SessionEnd by, DateTimeOffset at)
    {
        if (EndedAt is not null) return;

        EndedAt = at;
        EndedBy = by;
    }

    /// <summary>The generator in use was given up: the session is good for enrolling another one only.</summary>
    public void AskEnrolment() => MustEnrol = true;

    /// <summary>The second factor is enrolled: the session is a full one.</summary>
    public void Enrolled() => MustEnrol = false;
}

/// <summary>Where a request came from, cut to what is kept.</summary>
public sealed record CallerOrigin
{
    public CallerOrigin(string? address, string? agent)
    {
        Address = Cut(address, LoginSession.MaxAddressLength);
        Agent = Cut(agent, LoginSession.MaxAgentLength);
    }

    /// <summary>The machine itself.</summary>
    public static CallerOrigin Local { get; } = new("", "");

    public string Address { get; }

    public string Agent { get; }

    // Whoever asks chooses these letters: no line breaks or control letters may reach a log or a list.
    private static string Cut(string? text, int length)
    {
        var clean = string.Concat((text ?? "").Where(c => !char.IsControl(c)));
        return clean.Length > length ? clean[..length] : clean;
    }
}
