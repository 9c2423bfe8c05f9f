using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>The second factor: a code generator, recovery codes, passkeys.</summary>
public sealed partial class Account
{
    public const int MostPasskeys = 10;

    private readonly List<RecoveryCode> _recoveryCodes = [];
    private readonly List<Passkey> _passkeys = [];

    /// <summary>The sealed secret shared with the code generator; null when none was begun.</summary>
    public string? CodeSecret { get; private set; }

    /// <summary>When the first right code proved that the generator works; null until then.</summary>
    public DateTimeOffset? CodesConfirmedAt { get; private set; }

    /// <summary>The time step of the last code taken; a code of this step or an earlier one is spent.</summary>
    public long LastCodeStep { get; private set; }

    public IReadOnlyList<RecoveryCode> RecoveryCodes => _recoveryCodes;

    public IReadOnlyList<Passkey> Passkeys => _passkeys;

    public bool HasSecondFactor => CodesConfirmedAt is not null;

    /// <summary>Begins enrolment with a fresh secret, in place of an earlier one; codes count only after the first right one.</summary>
    public void BeginCodes(string sealedSecret)
    {
        CodeSecret = sealedSecret;
        CodesConfirmedAt = null;
        LastCodeStep = 0;
    }

    /// <summary>Ends enrolment: the generator works, and the recovery codes replace all earlier ones.</summary>
    public Result ConfirmCodes(long? step, IEnumerable<string> recoveryHashes, DateTimeOffset at)
    {
        if (HasSecondFactor) return Refusal.Rule("identity.second-factor-already");
        if (CodeSecret is null) return Refusal.Rule("identity.second-factor-not-begun");
        var used = UseCode(step);
        if (!used.Succeeded) return used;

        CodesConfirmedAt = at;
        ReplaceRecoveryCodes(recoveryHashes);
        return Result.Ok;
    }

    /// <summary>Takes the code of a time step; each code is good once.</summary>
    /// <param name="step">The step the code belongs to; null when it belongs to none.</param>
    public Result UseCode(long? step)
    {
        if (step is not { } right) return Refusal.Rule("identity.code-wrong").At("Code");
        if (right <= LastCodeStep) return Refusal.Rule("identity.code-used").At("Code");

        LastCodeStep = right;
        return Result.Ok;
    }

    /// <summary>Takes a recovery code, which is then gone.</summary>
    public Result UseRecoveryCode(string hash, DateTimeOffset at) =>
        _recoveryCodes.Find(c => c.Hash == hash) is { } code ? code.Use(at) : Refusal.Rule("identity.code-wrong").At("Code");

    public void ReplaceRecoveryCodes(IEnumerable<string> hashes)
    {
        _recoveryCodes.Clear();
        _recoveryCodes.AddRange(hashes.Select(h => new RecoveryCode(h)));
    }

    /// <summary>Takes generator, recovery codes and passkeys away, as after a lost telephone; the owner enrols again at his next login.</summary>
    public void ResetSecondFactor()
    {
        CodeSecret = null;
        CodesConfirmedAt = null;
        LastCodeStep = 0;
        _recoveryCodes.Clear();
        _passkeys.Clear();
    }

    public Result AddPasskey(Passkey passkey)
    {
        if (_passkeys.Count >= MostPasskeys) return Refusal.Rule("identity.passkeys-too-many", MostPasskeys);

        _passkeys.Add(passkey);
        return Result.Ok;
    }

    public Result RemovePasskey(Guid id) =>
        _passkeys.RemoveAll(p => p.Id == id) > 0 ? Result.Ok : Refusal.NotFound("identity.passkey-not-found");

    /// <summary>Remembers a use of a passkey and its counter, by which a copied authenticator would show.</summary>
    public Result UsePasskey(Guid id, long signCount, DateTimeOffset at)
    {
        if (_passkeys.Find(p => p.Id == id) is not { } passkey) return Refusal.NotFound("identity.passkey-not-found");

        passkey.Use(signCount, at);
        return Result.Ok;
    }
}

/// <summary>One of the codes written down at enrolment, for the day the telephone is lost (کد بازیابی). Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    internal RecoveryCode(string hash) => Hash = hash;

    private RecoveryCode()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Hash { get; private set; } = "";

    public DateTimeOffset? UsedAt { get; private set; }

    internal Result Use(DateTimeOffset at)
    {
        if (UsedAt is not null) return Refusal.Rule("identity.code-used").At("Code");

        UsedAt = at;
        return Result.Ok;
    }
}

/// <summary>A passkey (کلید عبور): the public half of a key that never leaves its owner's device.</summary>
public sealed class Passkey
{
    public const int MaxNameLength = 60;

    private Passkey()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public byte[] CredentialId { get; private set; } = [];

    public byte[] PublicKey { get; private set; } = [];

    /// <summary>The authenticator's own counter at the last use.</summary>
    public long SignCount { get; private set; }

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static Result<Passkey> Register(
        string name, byte[] credentialId, byte[] publicKey, long signCount, bool isBackupEligible, bool isBackedUp, DateTimeOffset at)
    {
        name = PersianText.Clean(name);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("identity.passkey-name-missing", MaxNameLength).At(nameof(Name));

        return new Passkey
        {
            Name = name,
            CredentialId = credentialId,
            PublicKey = publicKey,
            SignCount = signCount,
            IsBackupEligible = isBackupEligible,
            IsBackedUp = isBackedUp,
            AddedAt = at,
        };
    }

    internal void Use(long signCount, DateTimeOffset at)
    {
        SignCount = signCount;
        UsedAt = at;
    }
}
