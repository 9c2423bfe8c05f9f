using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>What a one-time secret opens. Stored numbers: never renumber.</summary>
public enum SecretPurpose
{
    /// <summary>Founding the body, or making an administrator again.</summary>
    FirstAdministrator = 1,

    /// <summary>Choosing a password without knowing the old one.</summary>
    SetPassword = 2,

    /// <summary>Between the right password and the code of the second factor.</summary>
    SecondStep = 3,

    /// <summary>A passkey was just used; stands for a typed password at a signing act.</summary>
    PasskeyProof = 4,
}

/// <summary>A secret that opens one thing, once, for a short time (پیوند یک‌بارمصرف). Only its hash is kept.</summary>
public sealed class OneTimeSecret : AggregateRoot<OneTimeSecretId>
{
    private OneTimeSecret()
    {
    }

    public SecretPurpose Purpose { get; private set; }

    public string SecretHash { get; private set; } = "";

    /// <summary>For whom; null for the first administrator, whom nobody knows yet.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The session it is bound to; null when it is bound to none.</summary>
    public Guid? SessionId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>How long a secret of a purpose is good.</summary>
    public static TimeSpan LifeOf(SecretPurpose purpose) => purpose switch
    {
        SecretPurpose.FirstAdministrator => TimeSpan.FromHours(24),
        SecretPurpose.SetPassword => TimeSpan.FromHours(72),
        SecretPurpose.SecondStep => TimeSpan.FromMinutes(5),
        SecretPurpose.PasskeyProof => TimeSpan.FromMinutes(1),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose without a life."),
    };

    public static OneTimeSecret Give(SecretPurpose purpose, string secretHash, PersonId? person, Guid? session, DateTimeOffset at) => new()
    {
        Id = OneTimeSecretId.New(),
        Purpose = purpose,
        SecretHash = secretHash,
        PersonId = person,
        SessionId = session,
        ExpiresAt = at + LifeOf(purpose),
    };

    /// <summary>Whether it still opens what it was given for.</summary>
    public Result MayOpen(SecretPurpose purpose, DateTimeOffset at)
    {
        if (Purpose != purpose) return Refusal.NotFound("identity.link-unknown");
        if (UsedAt is not null) return Refusal.Rule("identity.link-used");
        return at < ExpiresAt ? Result.Ok : Refusal.Rule("identity.link-expired");
    }

    /// <summary>Uses it up.</summary>
    public Result Use(SecretPurpose purpose, DateTimeOffset at)
    {
        var may = MayOpen(purpose, at);
        if (may.Succeeded) UsedAt = at;
        return may;
    }

    /// <summary>Makes it worthless without its having been used: a newer one takes its place.</summary>
    public void Withdraw(DateTimeOffset at) => UsedAt ??= at;
}
