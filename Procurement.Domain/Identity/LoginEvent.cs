using Procurement.Domain.Organisation;

namespace Procurement.Domain.Identity;

/// <summary>What happened at the door. Stored numbers: never renumber.</summary>
public enum LoginEventKind
{
    SignedIn = 1,
    WrongPassword = 2,
    WrongCode = 3,
    LockedOut = 4,

    /// <summary>A right proof for a login that is disabled or whose person left.</summary>
    Denied = 5,
    SignedOut = 6,
    SessionEnded = 7,
    PasswordChanged = 8,
    SecondFactorEnrolled = 9,
    SecondFactorReset = 10,
    LoginOpened = 11,
    LoginDisabled = 12,
    LoginEnabled = 13,
    PasskeyAdded = 14,
    PasskeyRemoved = 15,
    TokenIssued = 16,
    TokenRevoked = 17,
    LinkGiven = 18,
    RecoveryCodeUsed = 19,

    /// <summary>One administrator asked for both halves of a recovery and was refused the second.</summary>
    RecoveryRefused = 20,
}

/// <summary>One line of the door's book (رویداد ورود): added, never changed.</summary>
public sealed class LoginEvent
{
    private LoginEvent()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public DateTimeOffset At { get; private set; }

    public LoginEventKind Kind { get; private set; }

    /// <summary>Whose login; null when the name typed belongs to nobody. The typed name is not kept: people type passwords there.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Who did it, when it was not the owner himself.</summary>
    public PersonId? ByPersonId { get; private set; }

    public string Address { get; private set; } = "";

    public string Agent { get; private set; } = "";

    public static LoginEvent Of(LoginEventKind kind, PersonId? person, CallerOrigin from, DateTimeOffset at, PersonId? by = null) => new()
    {
        At = at,
        Kind = kind,
        PersonId = person,
        ByPersonId = by == person ? null : by,
        Address = from.Address,
        Agent = from.Agent,
    };
}
