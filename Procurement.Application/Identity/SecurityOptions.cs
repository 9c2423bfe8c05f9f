using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;

namespace Procurement.Application.Identity;

/// <summary>Settings of login and sessions, from the configuration section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    public const string Section = "Security";

    /// <value>Capacities whose holders need a second factor, separated by commas; <c>none</c> for nobody. Default: FinanceController, AuthorisedOfficial, Inspector, Administrator.</value>
    public string SecondFactorRequiredFor { get; set; } = "FinanceController, AuthorisedOfficial, Inspector, Administrator";

    /// <value>Default: 30 minutes without a request end a session.</value>
    public TimeSpan SessionIdle { get; set; } = SessionLife.Usual.Idle;

    /// <value>Default: 8 hours after login a session ends in any case.</value>
    public TimeSpan SessionLongest { get; set; } = SessionLife.Usual.Longest;

    /// <value>Default: 5 wrong proofs in a row close a login.</value>
    public int LockOutAttempts { get; set; } = LockOutRule.Usual.Attempts;

    /// <value>Default: for 5 minutes.</value>
    public TimeSpan LockOutPeriod { get; set; } = LockOutRule.Usual.Period;

    /// <value>Attempts at login that one network address may make in a minute. Default: 30, for offices that share one address.</value>
    public int SignInsPerMinute { get; set; } = 30;

    /// <value>Whether login is offered over plain HTTP from other machines. Default: no; loopback is always allowed.</value>
    public bool AllowPlainHttp { get; set; }

    /// <value>Where the link of the first administrator is written. Default: <c>data/first-admin.txt</c>.</value>
    public string FirstAdministratorFile { get; set; } = Path.Combine("data", "first-admin.txt");

    /// <value>The address links begin with, such as <c>https://kala.example.ir</c>. Default: the address the server listens on.</value>
    public string? PublicAddress { get; set; }

    /// <value>A PKCS#12 file whose certificate seals the keys kept in the database; the password stands in <see cref="KeyCertificatePassword"/>. Default: none.</value>
    public string? KeyCertificate { get; set; }

    public string? KeyCertificatePassword { get; set; }

    public SessionLife Life => new(SessionIdle, SessionLongest);

    public LockOutRule LockOut => new(LockOutAttempts, LockOutPeriod);

    /// <exception cref="FormatException">The setting names a capacity that does not exist.</exception>
    public IReadOnlySet<Capacity> SecondFactorCapacities() => SecondFactorRequiredFor
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(name => !name.Equals("none", StringComparison.OrdinalIgnoreCase))
        .Select(name => Enum.TryParse<Capacity>(name, ignoreCase: true, out var capacity) && Enum.IsDefined(capacity)
            ? capacity
            : throw new FormatException($"{Section}:{nameof(SecondFactorRequiredFor)} names no capacity: {name}"))
        .ToHashSet();
}
