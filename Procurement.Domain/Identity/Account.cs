using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>After how many wrong proofs in a row a login closes, and for how long.</summary>
public sealed record LockOutRule(int Attempts, TimeSpan Period)
{
    /// <summary>Five wrong proofs, five minutes.</summary>
    public static LockOutRule Usual { get; } = new(5, TimeSpan.FromMinutes(5));
}

/// <summary>
/// A person's login (حساب کاربری): name, password, second factor, passkeys, and the count of wrong proofs. What the person may do comes from
/// his posts, never from here.
/// </summary>
/// <remarks>One person has one login, so the two share their id. Secrets come in hashed or sealed; plain ones never rest here.</remarks>
public sealed partial class Account : AggregateRoot<PersonId>
{
    public const int MinUserNameLength = 3;
    public const int MaxUserNameLength = 64;

    /// <summary>Code of the refusal of a disabled login.</summary>
    public const string Disabled = "identity.login-disabled";

    private Account()
    {
    }

    /// <summary>Lower-case Latin name typed at login, unique; the national id unless another was chosen.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Salted hash of the password; null until its owner has chosen one.</summary>
    public string? PasswordHash { get; private set; }

    public DateTimeOffset? PasswordSetAt { get; private set; }

    public bool IsDisabled { get; private set; }

    /// <summary>Wrong proofs since the last right one or the last lock-out.</summary>
    public int WrongProofs { get; private set; }

    /// <summary>Until when no proof is even looked at; null when never locked.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Opens a login without a password; its owner sets one by a one-time link.</summary>
    public static Result<Account> Open(Person person, string? userName)
    {
        if (!person.IsActive) return Refusal.Rule("organisation.person-left", person.FullName);
        var name = FoldUserName(string.IsNullOrWhiteSpace(userName) ? person.NationalId : userName);
        return IsUserName(name)
            ? new Account { Id = person.Id, UserName = name }
            : Refusal.Invalid("identity.user-name-invalid", MinUserNameLength, MaxUserNameLength).At(nameof(UserName));
    }

    /// <summary>The spelling a name is kept and looked up in: Latin digits, lower case, no spaces around.</summary>
    public static string FoldUserName(string typed) => PersianText.ToLatinDigits(PersianText.Clean(typed)).ToLowerInvariant();

    /// <summary>Replaces the password and forgets earlier wrong proofs.</summary>
    public void SetPassword(string hash, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrEmpty(hash);
        PasswordHash = hash;
        PasswordSetAt = at;
        AcceptProof();
    }

    public bool IsLockedAt(DateTimeOffset at) => LockedUntil is { } end && at < end;

    /// <summary>Whether the login is open at all.</summary>
    public Result MayEnter() => IsDisabled ? Refusal.Rule(Disabled) : Result.Ok;

    /// <summary>Whether a password or code may be looked at now: the login is neither disabled nor locked.</summary>
    /// <remarks>A passkey cannot be guessed, so a lock-out does not close it: nobody can be kept out by guessing at his name.</remarks>
    public Result MayProve(DateTimeOffset at) => IsLockedAt(at)
        ? Refusal.Rule("identity.locked-out", (int)Math.Ceiling((LockedUntil!.Value - at).TotalMinutes))
        : MayEnter();

    /// <summary>Counts a wrong password or code; tells whether it closed the login for a while.</summary>
    public bool CountWrongProof(LockOutRule rule, DateTimeOffset at)
    {
        if (IsLockedAt(at)) return false;

        WrongProofs++;
        if (WrongProofs < rule.Attempts) return false;

        WrongProofs = 0;
        LockedUntil = at + rule.Period;
        return true;
    }

    /// <summary>A right proof ends the count.</summary>
    public void AcceptProof()
    {
        WrongProofs = 0;
        LockedUntil = null;
    }

    /// <summary>Closes the login for good; its sessions end with it.</summary>
    public Result Disable()
    {
        if (IsDisabled) return Refusal.Rule("identity.already-disabled", UserName);

        IsDisabled = true;
        return Result.Ok;
    }

    /// <summary>Opens a disabled or locked login again.</summary>
    public Result Enable(DateTimeOffset at)
    {
        if (!IsDisabled && !IsLockedAt(at)) return Refusal.Rule("identity.not-disabled", UserName);

        IsDisabled = false;
        AcceptProof();
        return Result.Ok;
    }

    /// <summary>Takes another login name.</summary>
    public Result Rename(string userName)
    {
        var name = FoldUserName(userName);
        if (!IsUserName(name)) return Refusal.Invalid("identity.user-name-invalid", MinUserNameLength, MaxUserNameLength).At(nameof(UserName));

        UserName = name;
        return Result.Ok;
    }

    private static bool IsUserName(string name) =>
        name.Length is >= MinUserNameLength and <= MaxUserNameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
